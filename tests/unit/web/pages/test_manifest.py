"""What a phone is told when Veivalg is put on its home screen."""

from __future__ import annotations

import struct
from collections.abc import Iterator

import pytest
import requests

from bot.settings import MALFORMER
from bot.web.files import static_files
from bot.web.pages.manifest import manifest
from tests.parts import PARTS
from tests.unit.serving import served


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    with served(manifest(PARTS), static_files(), problems=PARTS) as address:
        yield address


@pytest.mark.parametrize("malform", MALFORMER)
def test_it_opens_in_the_language_it_was_kept_in(base: str, malform: str) -> None:
    answer = requests.get(f"{base}/manifest.webmanifest?m={malform}", timeout=10)
    told = answer.json()
    assert answer.headers["content-type"] == "application/manifest+json"
    assert (told["lang"], told["short_name"]) == (malform, "Veivalg")
    assert told["start_url"] == ("/" if malform == "nb" else f"/?m={malform}")
    assert PARTS.phrases("ui_undertittel", malform) in told["name"]  # type: ignore[arg-type]


def test_every_icon_is_there_and_as_large_as_it_says(base: str) -> None:
    told = requests.get(f"{base}/manifest.webmanifest", timeout=10).json()
    for icon in told["icons"]:
        answer = requests.get(base + icon["src"], timeout=10)
        assert answer.headers["content-type"] == icon["type"]
        if icon["type"] == "image/png":
            assert "x".join(map(str, struct.unpack(">II", answer.content[16:24]))) == icon["sizes"]
