"""What the assistant says between the answers (data/content/phrases.yml)."""

from __future__ import annotations

from pathlib import Path

from bot.settings import MALFORMER, Malform
from bot.yaml_lines import ContentError, read_yaml


class Phrases:
    """Sentences by key, in every written language."""

    def __init__(self, texts: dict[str, dict[Malform, str]]) -> None:
        self._texts = texts

    def __contains__(self, key: str) -> bool:
        return key in self._texts

    def __call__(self, key: str, malform: Malform, *parts: str) -> str:
        """A sentence with its `{0}`, `{1}` … filled in.

        Raises:
            KeyError: no such sentence.
        """
        return self._texts[key][malform].format(*parts)

    def starting_with(self, starts: tuple[str, ...], malform: Malform) -> dict[str, str]:
        """The sentences whose key starts so, for the browser to fill in."""
        return {key: texts[malform] for key, texts in self._texts.items() if key.startswith(starts)}


def load_phrases(path: Path) -> Phrases:
    """Read the sentences.

    Raises:
        ContentError: a sentence lacks a language.
    """
    document = read_yaml(path)
    for key, texts in document.value.items():
        if not isinstance(texts, dict) or set(texts) != set(MALFORMER):
            raise ContentError(f"{path}:{document.line((key,))}: {key} must have exactly {', '.join(MALFORMER)}")
    return Phrases(document.value)
