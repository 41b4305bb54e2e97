"""YAML with line numbers, so that a finding can say where to look."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.errors import OperatorError

KeyPath = tuple[str | int, ...]


class ContentError(OperatorError, ValueError):
    """A content file that cannot be used: `file:line: what to do`."""


@dataclass(frozen=True)
class YamlDocument:
    """One parsed file: its value, and the line (from 1) of every key path in it."""

    path: Path
    value: Any
    lines: dict[KeyPath, int]

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


def read_yaml(path: Path) -> YamlDocument:
    """Read one YAML file with its line numbers.

    Raises:
        ContentError: no such file, not UTF-8, not YAML, or a key is written twice.
    """
    try:
        loader = _Loader(path.read_text(encoding="utf-8"))
        try:
            node = loader.get_single_node()
            value = None if node is None else loader.construct_document(node)
        finally:
            loader.dispose()
    except FileNotFoundError as error:
        raise ContentError(f"{path}:1: there is no such file") from error
    except UnicodeDecodeError as error:
        raise ContentError(f"{path}:1: the file is not UTF-8 ({error.reason})") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise ContentError(f"{path}:{line}: not valid YAML: {getattr(error, 'problem', error)}") from error
    lines: dict[KeyPath, int] = {(): 1}
    if node is not None:
        _collect_lines(node, (), lines)
    return YamlDocument(path, value, lines)


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
