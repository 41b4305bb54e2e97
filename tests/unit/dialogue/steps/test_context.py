"""A short message is likelier to be about what is talked of; a long one, or a plain other topic, is not."""

from __future__ import annotations

import pytest

from bot.dialogue import Understanding
from bot.dialogue.state import State
from tests.parts import PARTS

KVP = State(tema="kvp", temaer=("kvp",), spurt_sted=True)


def topic(text: str, ranking: tuple[tuple[str, float], ...], state: State = KVP, **more: object) -> str | None:
    heard = Understanding(text, ranking[0][0], ranking[0][1], ranking=ranking, **more)  # type: ignore[arg-type]
    return PARTS.assistant.turn(heard, state).messages[0].topic


SPREAD = (("aap", 0.3), ("dagpenger", 0.2), ("kvp", 0.05))


@pytest.mark.parametrize(("text", "ranking", "state", "about"), [
    ("og hvis jeg blir syk da", SPREAD, KVP, "kvp"),
    ("og hvis jeg blir syk da", SPREAD, State(spurt_sted=True), "aap"),
    ("hva med aap hvis jeg er syk", (("aap", 0.99), ("kvp", 0.0001)), KVP, "aap"),
    (" ".join(["ord"] * 60), SPREAD, KVP, "aap"),
    ("og hvis jeg blir syk da", (("aap", 0.6), ("dagpenger", 0.1)), KVP, "aap"),
])  # fmt: skip
def test_the_topic_at_hand_is_likelier_for_a_short_message(
    text: str, ranking: tuple[tuple[str, float], ...], state: State, about: str
) -> None:
    assert topic(text, ranking, state) == about


def test_what_asks_two_things_is_left_as_it_is() -> None:
    assert topic("aap og dagpenger?", SPREAD, second="dagpenger") == "aap"


@pytest.mark.parametrize(
    ("leans", "ranking", "about"),
    [
        (0.97, (("aap", 0.3), ("dagpenger", 0.2)), "kvp"),
        (0.97, (("aap", 0.99), ("dagpenger", 0.0)), "kvp"),
        (0.03, (("aap", 0.3), ("dagpenger", 0.2)), "aap"),
        (0.5, (("aap", 0.99), ("dagpenger", 0.0)), "aap"),
    ],
    ids=["it leans", "it leans, whatever it sounds like", "it does not", "who knows, and it is plainly another"],
)
def test_what_leans_on_the_talk_stays_with_it(leans: float, ranking: tuple[tuple[str, float], ...], about: str) -> None:
    assert topic("og hvis jeg blir syk da", ranking, leans=leans) == about
