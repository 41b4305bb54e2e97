"""What hurts when it is brought up by mistake needs a word of its own."""

from __future__ import annotations

import pytest

from bot.language.delicate import delicate, unnamed
from bot.language.utterance import Utterance
from tests.parts import PARTS


def test_every_delicate_topic_is_a_topic() -> None:
    assert all(topic in PARTS.library for topic in delicate())


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("blikket til sensor. da rister hele meg", set()),
        ("som vær i Bergen. inne også", set()),
        ("kan jeg slutte med hasj uten å bli syk", {"rus", "politiattest"}),
        ("broren min soner dom, kan han ta fag", {"fengsel", "politiattest"}),
        ("trenger jeg politiattest i barnehagen", {"politiattest", "fengsel"}),
        ("korleis får eg ein plass på avrusing", {"rus"}),
    ],
)
def test_a_word_of_its_own_names_it(text: str, named: set[str]) -> None:
    assert unnamed(Utterance(text)) == delicate() - named
