"""The language an error is told in."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from bot.web.malform import spoken


@pytest.mark.parametrize(
    ("query", "languages", "expected"),
    [
        ("", "nn-NO,nn;q=0.9,en;q=0.8", "nn"),
        ("", "sv,en;q=0.8", "en"),
        ("", "", "nb"),
        ("", "no", "nb"),
        ("m=en", "nn", "en"),
        ("m=xx", "nn", "nn"),
    ],
)
def test_an_error_is_told_in_the_language_of_the_one_who_met_it(query: str, languages: str, expected: str) -> None:
    request: Any = SimpleNamespace(headers={"accept-language": languages}, args=dict(pair.split("=") for pair in query.split("&") if pair))
    assert spoken(request) == expected
