"""What helps while somebody writes is small, whole, and the same for everyone."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

import pytest
import requests

from bot.settings import MALFORMER
from bot.web.pages.hints import hints, suggestions
from bot.web.pages.reading import AREAS
from tests.parts import PARTS
from tests.unit.serving import served


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    with served(hints(PARTS), problems=PARTS) as address:
        yield address


def places(body: str) -> dict[str, str]:
    """Number → name, read as the browser reads them."""
    found, number = {}, 0
    for item in body.split("\n\n")[1].split("|"):
        name = item.lstrip("0123456789")
        number += int(item[: len(item) - len(name)] or 1)
        found[f"{number:04}"] = name
    return found


@pytest.mark.parametrize("malform", MALFORMER)
def test_every_topic_and_every_municipality_is_suggested(malform: str) -> None:
    body = suggestions(PARTS, malform)  # type: ignore[arg-type]
    topics = dict(line.split("\t") for line in body.split("\n\n")[0].splitlines())
    assert topics == {topic.id: topic.title[malform] for topic in PARTS.library if topic.area in AREAS}  # type: ignore[index]
    assert places(body) == {kommune.nummer: kommune.navn for kommune in PARTS.directory.kommuner()}
    assert len(set(places(body).values())) == len(places(body)), "no two look the same"
    assert len(gzip.compress(body.encode(), 6)) < 3500, "with what reads it, below 5 kB"


def test_they_are_the_same_for_everyone(base: str) -> None:
    answers = [requests.get(f"{base}/forslag{query}", timeout=10) for query in ("", "?q=jeg+heter+Kari", "?m=nn")]
    assert answers[0].content == answers[1].content != answers[2].content
    assert answers[0].headers["content-type"] == "text/plain; charset=utf-8"


def test_the_sentences_of_what_comes_later(base: str) -> None:
    lines = dict(line.split("\t") for line in requests.get(f"{base}/tekster?m=nn", timeout=10).text.splitlines())
    assert lines["verktoy_enklere"] == "Forklar enklare"
    assert all(key.startswith("verktoy_") for key in lines)
