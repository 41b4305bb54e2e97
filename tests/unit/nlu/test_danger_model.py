"""A long message is read in parts that cover all of it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.danger_corpus import KINDS
from bot.nlu.danger_model import LONG, MOST_PARTS, WITH_ENCODER, DangerModel, clauses, windows


def test_a_short_message_is_read_as_it_is() -> None:
    assert windows("hei. jeg lurer på noe") == ["hei. jeg lurer på noe"]
    assert clauses("hei du. jeg lurer på noe") == ["hei du.", "jeg lurer på noe"]


@given(st.lists(st.text(alphabet="abcæøå.", min_size=1, max_size=600), min_size=1, max_size=60))
def test_every_word_of_a_long_message_is_in_a_part(words: list[str]) -> None:
    parts = windows(" ".join(words)[:1000])
    assert len(parts) <= MOST_PARTS
    assert all(part and len(part) <= LONG for part in parts)
    whole = " ".join(words)[:1000].split()
    assert all(any(word[:LONG] in part for part in parts) for word in whole)


class Shares:
    """Classifiers that give the probabilities they were made with."""

    def __init__(self, **kinds: float) -> None:
        self._kinds = kinds

    def classes(self, name: str) -> tuple[str, ...]:
        return KINDS

    def probabilities(self, name: str, vectors: np.ndarray) -> np.ndarray:
        return np.array([[self._kinds.get(kind, 0.0) for kind in KINDS]] * len(vectors))


class Told(Shares):
    """The same of circumstances, each yes or no."""

    def probabilities(self, name: str, vectors: np.ndarray) -> np.ndarray:
        share = self._kinds.get(name, 0.0)
        return np.array([[1 - share, share]] * len(vectors))


@pytest.mark.parametrize(("shares", "told"), [
    ({"naa": 0.9, "liv": 0.9}, ("naa", "liv")),
    ({"over": 0.9}, ("over",)),
    ({"over": 0.9, "naa": 0.9}, ("naa",)),
    ({"borte": 0.1, "lokket": 0.1, "barn": 0.1}, ()),
])  # fmt: skip
def test_what_is_told_and_over_only_where_nothing_goes_on(shares: dict[str, float], told: tuple[str, ...]) -> None:
    heads: Any = Told(**shares)
    assert DangerModel(heads)._circumstances(np.zeros((1, 4), np.float32)) == told


@pytest.mark.parametrize(("shares", "kind", "sure"), [
    ({"forgiftning": 0.9, "kropp": 0.1}, "forgiftning", True),
    ({"forgiftning": 0.7, "kropp": 0.3}, "kropp", False),
    ({"fare_for_andre": 0.55, "overgrep": 0.45}, "ukjent", False),
    ({"fare_for_andre": 0.65, "overgrep": 0.35}, "fare_for_andre", False),
    ({"vold": 0.65, "selvmord": 0.35}, "vold", False),
    ({"vold": 0.55, "trussel": 0.45}, "utsatt", False),
    ({"vold": 0.4, "trussel": 0.35, "selvmord": 0.25}, "utsatt", False),
    ({"selvmord": 0.5, "fare_for_andre": 0.5}, "fortvilet", False),
    ({"spise": 0.5, "kropp": 0.3, "selvmord": 0.2}, "kropp", False),
    ({"vold": 0.4, "selvmord": 0.4, "kropp": 0.2}, "ukjent", False),
])  # fmt: skip
def test_the_kind_that_does_least_harm_if_it_is_wrong(shares: dict[str, float], kind: str, sure: bool) -> None:
    heads: Any = Shares(**shares)
    assert DangerModel(heads)._kind("akutt", np.zeros((1, 4), np.float32)) == (kind, sure)


@pytest.mark.parametrize(
    "text",
    [
        "fikk en smell i hodet på håndball, spydd fem ganger, skjermen er dobbel",
        "egenmelding hvis halve ansiktet har hengt siden i morges?",
        "er tom for insulin, når åpner nav",
        "tungt i brystet, stråler ut i arma, kaldsvetter",
        "falt fra stillas, tisser blod nå",
    ],
)
def test_a_body_in_danger_is_told_by_its_signs_alone(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    model = DangerModel(None)
    monkeypatch.setattr(model, "scores", lambda *_: (-9.0, -9.0))  # whatever the classifier thinks of it
    found = model.read(text, None)
    assert (found.level, found.kind, found.sure) == ("akutt", "kropp", True)


@pytest.mark.parametrize(("acute", "level"), [(-1.5, "akutt"), (-3.0, "ingen")])
def test_poison_told_by_its_name_needs_little_else(monkeypatch: pytest.MonkeyPatch, acute: float, level: str) -> None:
    model = DangerModel(None)
    model.limits = WITH_ENCODER
    monkeypatch.setattr(model, "scores", lambda *_: (acute, -9.0))
    assert model.read("lillebror har drukket plumbo", None).level == level


@pytest.mark.parametrize(("shares", "level"), [
    ({"selvmord": 0.2, "trist": 0.7}, "tung"),
    ({"selvmord": 0.5, "trist": 0.4}, "akutt"),
])  # fmt: skip
def test_what_is_narrowly_acute_and_rather_heavy_is_heavy(monkeypatch: pytest.MonkeyPatch, shares: dict[str, float], level: str) -> None:
    heads: Any = Shares(**shares)
    model = DangerModel(heads)
    monkeypatch.setattr(model, "scores", lambda *_: (model.limits.acute + 0.1, 1.0))
    monkeypatch.setattr(model, "_question", lambda *_: None)
    assert model.read("…", np.zeros((1, 4), np.float32)).level == level


def test_a_sentence_that_tells_of_danger_is_read_alone_among_others() -> None:
    """Of twenty others it is a small part: «jeg vil ikke leve mer» came last, and was heard as sadness."""
    cry = "jeg vil ikke leve mer"
    around = "jeg har det ikke så bra om dagen og vet ikke hva jeg skal gjøre. "
    assert windows(around * 3 + cry)[-1] == cry
    assert windows(around * 20 + cry)[-1] == cry
    assert windows(cry) == [cry]
    assert windows(around.strip()) == [around.strip()]
