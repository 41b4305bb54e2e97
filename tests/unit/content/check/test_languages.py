"""Each text is in its own written language."""

from __future__ import annotations

import pytest

from bot.content.check.languages import strangers


@pytest.mark.parametrize(("language", "text", "found"), [
    ("nn", "Eg veit ikkje kva eg skal gjere første dagen på skulen.", []),
    ("nn", "Du kan vere villig, billig og frivillig.", []),
    ("nn", "Sjå utdanning.no/videregående og vigo.no.", []),
    ("nn", "fyrste", ["fyrste"]),
    ("nn", "mulighet og vanlige", ["mulighet", "vanlige"]),
    ("nb", "Legen og fastlegen sa at du må velge selv.", []),
    ("nb", "Gjeld er penger du skylder.", []),
    ("nb", "ein vanleg dag", ["ein", "vanleg"]),
    ("en", "Fagbrev på jobb and barne- og ungdomsarbeid", []),
    ("nb", "the end", ["the"]),
])  # fmt: skip
def test_the_written_language(language: str, text: str, found: list[str]) -> None:
    assert [word for word, _ in strangers(text, language)] == found  # type: ignore[arg-type]
