"""What every peer is given: the same held-out messages, the same fixed sample to learn from, the same content."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from bench.classifiers import training_utterances
from bot.app import Parts
from bot.content import Library
from bot.evaluation.run import read_utterances
from bot.settings import ROOT, Settings

A_DOZEN = 12
BUTTONS = 3
"""Related topics that a stock answer offers."""


@dataclass(frozen=True)
class Labelled:
    """A message and the topic it is about."""

    topic: str
    text: str


@cache
def heldout() -> list[Labelled]:
    """Every held-out utterance, written apart from the training data; on one line each."""
    paths = sorted((ROOT / "tests" / "nlu").glob("heldout*.tsv"))
    return [Labelled(row["topic"], _one_line(row["text"])) for path in paths for row in read_utterances(path)]


@cache
def messages() -> list[str]:
    """What is sent when speed is measured: the held-out utterances, in an order that mixes the topics."""
    texts = [row.text for row in heldout()]
    return [texts[(index * 389) % len(texts)] for index in range(len(texts))]  # 389 is prime and no divisor: each comes once


@cache
def sample(each: int = A_DOZEN) -> list[Labelled]:
    """A dozen utterances a topic from data/nlu, evenly spread over those there are; always the same."""
    by_topic: dict[str, list[str]] = {}
    for text, topic in zip(*training_utterances(), strict=True):
        by_topic.setdefault(topic, []).append(_one_line(text))
    return [
        Labelled(topic, texts[index * len(texts) // min(each, len(texts))])
        for topic, texts in sorted(by_topic.items())
        for index in range(min(each, len(texts)))
    ]


@cache
def parts() -> Parts:
    return Parts(Settings.load())


def first_texts() -> dict[str, str]:
    """Topic → the first text of its answer, in bokmål, with today's figures."""
    return {topic.id: library().answer(topic.id, "nb", parts().today()).text for topic in library()}


def buttons() -> dict[str, list[str]]:
    """Topic → related topics that may be pressed after its answer."""
    return {topic.id: list(library().related(topic.id)[:BUTTONS]) for topic in library()}


def passages() -> list[Labelled]:
    """Every text of the content, in bokmål and nynorsk, with its topic: what a search searches."""
    found = []
    for topic in library():
        for _, texts in topic.wordings():
            found += [Labelled(topic.id, f"{topic.title[language]}. {texts[language]}") for language in ("nb", "nn") if language in texts]
    return found


def library() -> Library:
    return parts().library


def _one_line(text: str) -> str:
    return " ".join(text.split())
