"""What stands largest on posters: a topic in the words of the young (data/content/hooks.yml)."""

from __future__ import annotations

from collections.abc import Container, Mapping
from pathlib import Path

from bot.content.schema import read_checked
from bot.yaml_lines import ContentError

Hooks = Mapping[str, Mapping[str, str]]
"""By topic, guide or page, then by language."""


def load_hooks(path: Path, known: Container[str]) -> Hooks:
    """Read the hooks; a folder without the file has none.

    Args:
        known: what a poster can be about.

    Raises:
        ContentError: the file breaks its schema, or names what there is no poster of.
    """
    if not path.exists():
        return {}
    document = read_checked(path, "hooks.schema.json")
    for name in document.value:
        if name not in known:
            raise ContentError(f"{path}:{document.line((name,))}: there is no poster of «{name}»: mend the name")
    return dict(document.value)
