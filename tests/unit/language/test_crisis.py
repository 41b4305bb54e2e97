"""A crisis is found however it is told, and what only sounds like one is left alone."""

from __future__ import annotations

import csv
import random
import re
from pathlib import Path

import pytest

from bot.language.crisis import DECIDING, LEXICON, read_crisis
from bot.language.utterance import Utterance
from bot.settings import ROOT
from tests.thorough import some

CORPUS = Path(__file__).parent / "crisis.tsv"
KINDS = {"selvmord", "selvskading", "vold", "overgrep", "akutt", *DECIDING}
FALSE_ALARMS = 0.03
TRAINING_FALSE_ALARMS = 0.001


def rows() -> list[tuple[str, str]]:
    with CORPUS.open(encoding="utf-8", newline="") as file:
        return [(row["kind"], row["text"]) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


CRISES = [text for kind, text in rows() if kind != "-"]
HARMLESS = [text for kind, text in rows() if kind == "-"]


def test_the_corpus_is_large_and_each_text_stands_once() -> None:
    assert len(CRISES) >= 80
    assert len(HARMLESS) >= 150
    assert len(set(CRISES + HARMLESS)) == len(CRISES) + len(HARMLESS)


@pytest.mark.parametrize("text", CRISES)
def test_found(text: str) -> None:
    assert read_crisis(Utterance(text)) in KINDS


@pytest.mark.parametrize("question", ["hva er kvp? ", "hei! jeg bor i narvik og lurer på fagbrev. ", "du er en idiot. "])
def test_found_whatever_else_stands_in_the_message(question: str) -> None:
    for text in ("jeg vil ikke leve lenger", "faren min slår meg", "eg har tatt mange piller no"):
        assert read_crisis(Utterance(question + text))
        assert read_crisis(Utterance(f"{text}. {question}"))
    assert read_crisis(Utterance("bla " * 900 + "jeg vil dø"))


def test_few_false_alarms_among_look_alikes() -> None:
    alarms = [text for text in HARMLESS if read_crisis(Utterance(text))]
    assert len(alarms) <= FALSE_ALARMS * len(HARMLESS), alarms


def test_few_false_alarms_among_the_training_utterances_of_other_topics() -> None:
    texts = [
        line.strip()[2:]
        for path in sorted((ROOT / "data" / "nlu").glob("*/*.yml"))
        if path.stem != "krise"
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.match(r"\s+- (?!intent)", line)
    ]
    assert len(texts) > 5000
    texts = some(texts)
    alarms = [text for text in texts if read_crisis(Utterance(text))]
    assert len(alarms) <= TRAINING_FALSE_ALARMS * len(texts), alarms


def test_text_made_of_the_lexicons_own_words_is_read_to_its_end() -> None:
    """Patterns that could run away would hang here; the time itself is measured in bench/costs.py."""
    words = sorted(set(re.findall(r"[a-zæøå]{2,}", LEXICON.read_text(encoding="utf-8"))))
    chosen = random.Random(7)
    for size in (1, 2, 3, 8, 400):
        some = chosen.sample(words, size)
        text = " ".join(chosen.choice(some) for _ in range(1500))[:5000]
        assert read_crisis(Utterance(text)) in (None, *KINDS)
