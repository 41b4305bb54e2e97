"""Where an answer is known from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Source:
    """A source.

    Attributes:
        title: with § or page.
        url: its address, if it has one.
        checked: the day somebody last read it.
        words: the words a claim rests on, at most 25, as they stand there; for editors, not shown.
    """

    title: str
    url: str | None
    checked: date
    words: str | None = None

    @staticmethod
    def from_yaml(raw: Any) -> Source:
        """Read `{tittel, url, sjekket}`, perhaps with `ord`.

        Raises:
            ValueError: a part is missing or of the wrong form.
        """
        if not isinstance(raw, dict) or set(raw) - {"ord"} != {"tittel", "url", "sjekket"}:
            raise ValueError("a source has tittel, url and sjekket, and may have ord")
        if not isinstance(raw["tittel"], str) or not raw["tittel"].strip():
            raise ValueError("a source needs a tittel")
        if raw["url"] is not None and not str(raw["url"]).startswith("https://"):
            raise ValueError(f"url must start with https:// (or be null): {raw['url']}")
        if not isinstance(raw["sjekket"], date):
            raise ValueError("sjekket must be a date such as 2026-11-23")
        return Source(raw["tittel"].strip(), raw["url"], raw["sjekket"], " ".join(raw["ord"].split()) if raw.get("ord") else None)

    def as_json(self) -> dict[str, str | None]:
        """The source as the chat API gives it."""
        return {"title": self.title, "url": self.url, "checked": self.checked.isoformat()}
