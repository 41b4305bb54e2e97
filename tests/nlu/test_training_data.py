"""The training utterances: enough of them, each its own thought, and none that the held-out set knows."""

from __future__ import annotations

import csv
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from sklearn.feature_extraction.text import TfidfVectorizer

from bot.content import load_library
from bot.nlu.training_texts import training_utterances

ROOT = Path(__file__).resolve().parents[2]
HELD_OUT = sorted(Path(__file__).parent.glob("heldout*.tsv"))
TOO_ALIKE = 0.9
SMALL_TALK = {"hilsen", "farvel", "takk", "ja", "nei"}


def training() -> list[tuple[str, str]]:
    """(topic, utterance) of the topics there are, those that only steer the dialogue left out."""
    known = {topic.id for topic in load_library()}
    return [(topic, text) for topic, text in training_utterances() if topic in known]


def held_out() -> list[dict[str, str]]:
    rows: list[dict[str, str]] = []
    for path in HELD_OUT:
        with path.open(encoding="utf-8", newline="") as file:
            rows += csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
    return rows


UTTERANCES = training()


@pytest.mark.parametrize("topic", sorted({topic for topic, _ in UTTERANCES}))
def test_enough_utterances(topic: str) -> None:
    count = sum(name == topic for name, _ in UTTERANCES)
    assert count >= (600 if topic == "utenfor_tema" else 80)


def alike(texts: list[str], others: list[str] | None = None) -> list[tuple[str, str]]:
    """Pairs with a similarity over `TOO_ALIKE`; candidates by character n-grams first, which misses none that close."""
    lowered = [text.casefold() for text in texts]
    vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 3), use_idf=False)
    left = vectorizer.fit_transform(lowered)
    right_texts = lowered if others is None else [text.casefold() for text in others]
    right = left if others is None else vectorizer.transform(right_texts)
    found = []
    for start in range(0, left.shape[0], 1000):
        close = (left[start : start + 1000] @ right.T).tocoo()
        for row, column, value in zip(close.row + start, close.col, close.data, strict=True):
            if value > 0.6 and (others is not None or row < column):
                a, b = lowered[row], right_texts[column]
                if SequenceMatcher(None, a, b, autojunk=False).ratio() > TOO_ALIKE:
                    found.append((a, b))
    return found


def test_no_two_utterances_are_near_copies() -> None:
    by_topic: dict[str, list[str]] = {}
    for topic, text in UTTERANCES:
        by_topic.setdefault(topic, []).append(text)
    assert [pair for texts in by_topic.values() for pair in alike([t for t in texts if len(t) > 12])] == []


def test_no_utterance_has_two_topics() -> None:
    seen: dict[str, str] = {}
    twice = [(text, seen[key], topic) for topic, text in UTTERANCES if seen.setdefault(key := text.casefold(), topic) != topic]
    assert twice == []


def test_the_held_out_set_was_not_trained_on() -> None:
    longer = [row["text"] for row in held_out() if row["topic"] not in SMALL_TALK and len(row["text"]) > 20]
    assert alike(longer, [text for _, text in UTTERANCES]) == []


def test_the_held_out_set_is_large_and_varied() -> None:
    rows = held_out()
    assert len(rows) >= 950
    assert {row["topic"] for row in rows} == {topic for topic, _ in UTTERANCES}
    assert sum(row["hard"] == "1" for row in rows) >= 0.28 * len(rows)
    assert {row["variant"] for row in rows} == {"bokmål", "nynorsk", "dialekt", "engelsk", "andrespråk"}
