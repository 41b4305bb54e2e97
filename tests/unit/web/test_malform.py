"""The language a page or an error is given in."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from bot.web.malform import in_address, malform_of, preferred


@pytest.mark.parametrize(
    ("query", "languages", "expected"),
    [
        ("", "nn-NO,nn;q=0.9,en;q=0.8", "nn"),
        ("", "sv,en;q=0.8", "en"),
        ("", "", "nb"),
        ("", "no", "nb"),
        ("m=en", "nn", "en"),
        ("m=xx", "nn", "nn"),
        ("m=nn-NO", "", "nn"),
        ("m=nb-NO", "nn", "nb"),
        ("m=en_GB", "", "en"),
        ("m=NN", "", "nn"),
    ],
)
def test_the_address_goes_before_the_browser(query: str, languages: str, expected: str) -> None:
    request: Any = SimpleNamespace(headers={"accept-language": languages}, args=dict(pair.split("=") for pair in query.split("&") if pair))
    assert malform_of(request) == expected


@pytest.mark.parametrize(
    ("accepted", "expected"),
    [
        ("nn-NO", "nn"),
        ("nb-NO,nb;q=0.9,no;q=0.8,nn;q=0.7,en-US;q=0.6", "nb"),
        ("no", "nb"),
        ("en-GB", "en"),
        ("de-DE,de;q=0.9", "nb"),
        ("en;q=0.3, nn;q=0.8", "nn"),
        ("en;q=0, nn;q=0", "nb"),
        ("EN-us", "en"),
        ("*", "nb"),
        (";;,,q=", "nb"),
        ("en;q=abc", "nb"),
        ("de," * 5000 + "nn", "nb"),
    ],
)
def test_the_heaviest_of_our_languages_is_preferred(accepted: str, expected: str) -> None:
    assert preferred(accepted) == expected


def test_an_address_says_only_what_the_browser_would_not_get_by_itself() -> None:
    request: Any = SimpleNamespace(headers={"accept-language": "nn-NO"}, args={})
    assert malform_of(request) == "nn"
    assert (in_address("nn"), in_address("nb"), in_address("en")) == (None, "nb", "en")
    request.headers = {}
    malform_of(request)
    assert (in_address("nn"), in_address("nb")) == ("nn", None)


def test_a_head_that_could_not_be_read_gives_bokmal() -> None:
    assert malform_of(None) == "nb"
    assert malform_of(SimpleNamespace(headers=None)) == "nb"  # type: ignore[arg-type]
