"""`python -m bot preview` shows an answer as a reader sees it."""

from __future__ import annotations

import pytest

from bot.content.preview import main


@pytest.mark.parametrize(("arguments", "code", "told"), [
    (["kvp", "--malform", "nn"], 0, "Kven kan få?"),
    (["kvp", "--malform", "en"], 0, "How do we know this?"),
    (["kvp", "--malform", "nb", "--as-of", "2015-01-01"], 2, "It cannot be shown as of 2015-01-01"),
    (["kpv"], 2, "Did you mean kvp?"),
    (["xyzzy"], 2, "lists them"),
])  # fmt: skip
def test_preview(capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, told: str) -> None:
    assert main(arguments) == code
    output = capsys.readouterr()
    assert told in output.out + output.err


def test_preview_shows_every_language_with_dates_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["kvp"]) == 0
    shown = capsys.readouterr().out
    assert all(f"\n{malform}  " in f"\n{shown}" for malform in ("nb", "nn", "en"))
    assert "arbeidsevnevurdering: " in shown
    assert "2026-" not in shown.replace("lovdata.no/forskrift/2026-", "")
