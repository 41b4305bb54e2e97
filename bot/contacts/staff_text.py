"""The sentences that those who keep the contacts read (data/contacts/staff.yml), in bokmål and nynorsk."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from bot.errors import OperatorError
from bot.settings import ROOT
from bot.yaml_lines import ContentError, read_yaml

STAFF = ROOT / "data" / "contacts" / "staff.yml"
WRITTEN = ("nb", "nn")
"""The languages of those who keep the contacts; what the public reads has English too."""


class StaffError(OperatorError, ValueError):
    """What was asked for cannot be done; says why in the language it is read in.

    Attributes:
        key: which sentence.
        parts: what its `{0}` are filled with.
    """

    def __init__(self, key: str, *parts: Any, malform: str = "nb") -> None:
        super().__init__(say(key, malform, *parts))
        self.key, self.parts = key, parts

    def told(self, malform: str) -> str:
        """The sentence in a language."""
        return say(self.key, malform, *self.parts)


@lru_cache(maxsize=1)
def _sentences(path: Path = STAFF) -> dict[str, dict[str, str]]:
    document = read_yaml(path)
    for key, texts in document.value.items():
        if not isinstance(texts, dict) or set(texts) != set(WRITTEN):
            raise ContentError(f"{path}:{document.line((key,))}: {key} must have exactly {', '.join(WRITTEN)}")
    return document.value  # type: ignore[no-any-return]


def say(key: str, malform: str, *parts: Any) -> str:
    """A sentence with its `{0}` filled in; a part that is words in both languages gives those of this one.

    Args:
        key: which sentence.
        malform: «nb» or «nn».
        parts: what `{0}`, `{1}` … stand for: text, number, or a mapping with «nb» and «nn».

    Raises:
        KeyError: no such sentence or language.
        ContentError: the file lacks a language.
    """
    return _sentences()[key][malform].format(*(part[malform] if isinstance(part, dict) else part for part in parts))


def has(key: str) -> bool:
    """Whether there is such a sentence."""
    return key in _sentences()


def both(key: str, *parts: Any) -> dict[str, str]:
    """A sentence in both languages, to be a part of another."""
    return {malform: say(key, malform, *parts) for malform in WRITTEN}
