"""The mask against sentences written by hand: what must be hidden, and what only looks like it.

In mask.tsv the parts of a positive that must go stand in braces; a negative (kind `-`) must come out unchanged.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.privacy.mask import KINDS, Masked, mask
from tests.thorough import examples, some

CORPUS = Path(__file__).parent / "mask.tsv"


NUMBERS = ("fødselsnummer", "telefon", "kontonummer", "nummer")


RECALL_OF_NUMBERS, RECALL_OF_THE_REST, FALSE_MASKING = 1.0, 0.97, 0.01


def rows() -> list[tuple[str, str]]:
    with CORPUS.open(encoding="utf-8", newline="") as file:
        return [(row["kind"], row["text"]) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


POSITIVES = [(kind, text) for kind, text in rows() if kind != "-"]


NEGATIVES = [text for kind, text in rows() if kind == "-"]


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", mask("").text + text))


def leaked(kind: str, marked: str, masked: Masked) -> set[str]:
    """The words of the secrets that are still there; a year of birth may stay, and so may what the rest says too."""
    rest = words(re.sub(r"\{[^}]*\}", " ", marked))
    secret = {word for part in re.findall(r"\{([^}]*)\}", marked) for word in words(part)} - rest
    if kind == "fødselsdato":
        secret = {word for word in secret if not re.fullmatch(r"(?:19|20)\d\d", word)}
    return secret & words(masked.text)


def hidden(kind: str, marked: str) -> bool:
    masked = mask(re.sub(r"[{}]", "", marked))
    return kind in masked.found and not leaked(kind, marked, masked)


def test_the_corpus_is_large_enough() -> None:
    assert len(POSITIVES) >= 300
    assert len(NEGATIVES) >= 300
    assert len(set(NEGATIVES)) == len(NEGATIVES)
    assert {kind for kind, _ in POSITIVES} == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_recall(kind: str) -> None:
    texts = [text for of, text in POSITIVES if of == kind]
    missed = [text for text in texts if not hidden(kind, text)]
    aim = RECALL_OF_NUMBERS if kind in NUMBERS else RECALL_OF_THE_REST
    assert len(texts) - len(missed) >= aim * len(texts), missed


def test_what_looks_like_it_stays() -> None:
    changed = [text for text in NEGATIVES if mask(text) != Masked(text)]
    assert len(changed) <= FALSE_MASKING * len(NEGATIVES), changed


def test_masking_again_changes_nothing() -> None:
    for _, marked in POSITIVES:
        once = mask(re.sub(r"[{}]", "", marked))
        assert mask(once.text) == Masked(once.text), marked


def test_the_training_utterances_are_hardly_touched() -> None:
    """They hold nothing personal but a few introduced names and one day of birth, so that all else that is masked is a mistake."""
    root = Path(__file__).resolve().parents[3] / "data" / "nlu"
    texts = [
        line.strip()[2:]
        for path in sorted(root.glob("*/*.yml"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.match(r"\s+- (?!intent)", line)
    ]
    assert len(texts) > 5000
    texts = list(some(texts))
    found = Counter(kind for text in texts for kind in mask(text).found)
    assert set(found) <= {"navn", "fødselsdato"}, found
    assert found["fødselsdato"] <= 1, "hvilket stjernetegn er jeg når jeg er født 3. mai"
    assert found["navn"] <= 0.002 * len(texts)


PIECES = st.sampled_from(
    [
        "jeg heter ",
        "Kari ",
        "Nordmann ",
        "mvh ",
        "41234567",
        "41 23 45 67 ",
        "Storgata 12 ",
        "bor i ",
        "8514 Narvik ",
        "snap: ",
        "ola_99 ",
        "@",
        "gmail.com ",
        "[navn] ",
        "født ",
        "12.03.2008 ",
        "kr ",
        "§ 3-1 ",
        "KID ",
        "12345678903 ",
        "\n",
        ", ",
        ". ",
        "\u200b",
        "+47 ",
        "passord: ",
        "hunter2 ",
        "00",
        "1 ",
        "her ",
    ]
)


@settings(max_examples=examples(500), deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=14).map("".join)))
@example("jeg heter kari nordmann hansen olsen moen berg lie")
def test_masking_twice_is_masking_once(text: str) -> None:
    once = mask(text)
    again = mask(once.text)
    assert again.text == once.text
    assert again.found == ()
