"""YAML with line numbers, so that a finding can say where to look.

A file of ours is parsed once, and read from what was kept until it changes (bot/kept.py).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from bot.errors import OperatorError
from bot.kept import kept
from bot.settings import ROOT

KeyPath = tuple[str | int, ...]

OURS = ROOT / "data"
"""The files that are kept as they were read; those of an operator may lie anywhere, and are read each time."""


class ContentError(OperatorError, ValueError):
    """A content file that cannot be used: `file:line: what to do`."""


@dataclass(frozen=True)
class YamlDocument:
    """One parsed file."""

    path: Path
    value: Any

    @cached_property
    def lines(self) -> dict[KeyPath, int]:
        """The line (from 1) of every key path; read from the file when something is wrong, which is seldom.

        Raises:
            ContentError: it can no longer be read.
        """
        lines: dict[KeyPath, int] = {(): 1}
        node, _ = _parsed(self.path, _text(self.path))
        if node is not None:
            _collect_lines(node, (), lines)
        return lines

    def line(self, key_path: KeyPath) -> int:
        """The line of a key path, or of its nearest parent that exists."""
        while key_path and key_path not in self.lines:
            key_path = key_path[:-1]
        return self.lines.get(key_path, 1)


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc] # libyaml, where PyYAML was built with it
    """Safe loading that refuses a key written twice (YAML 1.2 § 3.2.1.3: keys are unique)."""


def _unique_mapping(loader: _Loader, node: yaml.MappingNode) -> dict[Any, Any]:
    seen = set()
    for key_node, _ in node.value:
        key = loader.construct_object(key_node, deep=True)
        if key in seen:
            raise yaml.MarkedYAMLError(problem=f"key «{key}» is written twice", problem_mark=key_node.start_mark)
        seen.add(key)
    return loader.construct_mapping(node, deep=True)


def _real_date(loader: _Loader, node: yaml.ScalarNode) -> Any:
    try:
        return loader.construct_yaml_timestamp(node)
    except ValueError as error:
        raise yaml.MarkedYAMLError(problem=f"«{node.value}» is no date ({error})", problem_mark=node.start_mark) from error


_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _unique_mapping)
_Loader.add_constructor("tag:yaml.org,2002:timestamp", _real_date)


def read_yaml(path: Path, more: bytes = b"", check: Callable[[YamlDocument], None] = lambda _: None) -> YamlDocument:
    """Read one YAML file with its line numbers.

    Args:
        more: what decides besides the file whether it passes the check.
        check: raises when the file cannot be used; not asked again about a file of ours that has passed and has not changed.

    Raises:
        ContentError: no such file, not UTF-8, not YAML, or a key is written twice.
    """
    text = _text(path)

    def read() -> Any:
        document = YamlDocument(path, _parsed(path, text)[1])
        check(document)
        return document.value

    if not path.is_relative_to(OURS):
        return YamlDocument(path, read())
    name = f"{path}, checked" if more else str(path)
    return YamlDocument(path, kept(name, b"\0".join((yaml.__version__.encode(), more, text.encode())), read))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise ContentError(f"{path}:1: there is no such file") from error
    except UnicodeDecodeError as error:
        raise ContentError(f"{path}:1: the file is not UTF-8 ({error.reason})") from error


def _parsed(path: Path, text: str) -> tuple[yaml.Node | None, Any]:
    try:
        loader = _Loader(text)
        try:
            node = loader.get_single_node()
            return node, None if node is None else loader.construct_document(node)
        finally:
            loader.dispose()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise ContentError(f"{path}:{line}: not valid YAML: {getattr(error, 'problem', error)}") from error


def _collect_lines(node: yaml.Node, at: KeyPath, lines: dict[KeyPath, int]) -> None:
    if isinstance(node, yaml.MappingNode):
        for key_node, value_node in node.value:
            key = (*at, key_node.value)
            lines[key] = key_node.start_mark.line + 1
            _collect_lines(value_node, key, lines)
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            item_path = (*at, index)
            lines[item_path] = item.start_mark.line + 1
            _collect_lines(item, item_path, lines)
