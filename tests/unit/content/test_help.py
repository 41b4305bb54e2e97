"""What is chosen for whom: the kind, the age, the situation, and how many lines are shown."""

from __future__ import annotations

import re
from datetime import date

import pytest

from bot.content.help import MOST, UNKNOWN, Entry, _for_minors, _for_those_of_age
from bot.language.situation import situations
from bot.language.utterance import Utterance
from tests.parts import PARTS

ON = date(2026, 11, 24)


def test_a_kind_without_a_text_gets_the_general_one() -> None:
    texts = PARTS.help_texts
    assert texts.acute("finnes_ikke", "nb", ON) == texts.acute(UNKNOWN, "nb", ON)
    with pytest.raises(KeyError):
        texts.after("finnes_ikke", "nb", ON)


@pytest.mark.parametrize("malform", ["nb", "nn", "en"])
def test_two_to_ring_then_one_to_write_to_and_never_more_than_are_read(malform: str) -> None:
    texts = PARTS.help_texts
    for kind in texts.kinds("acute"):
        for minor in (None, True, False):
            shown = texts.acute(kind, malform, ON, minor).lines  # type: ignore[arg-type]
            assert 1 <= len(shown) <= MOST, kind
            ways = [line.way for line in shown]
            assert "write" not in ways[:2] or ways.count("call") < 2, (kind, ways)
            assert all((line.phone is not None) == (line.way == "call") for line in shown)


def test_a_button_says_whom_it_reaches() -> None:
    shown = PARTS.help_texts.line("ambulanse", "en", ON).as_json()
    assert (shown["id"], shown["way"], shown["phone"]) == ("ambulanse", "call", "113")


def test_the_number_one_can_always_ring_is_for_ones_age() -> None:
    texts = PARTS.help_texts
    unknown, young, grown = (texts.talk("nb", ON, minor) for minor in (None, True, False))
    assert unknown == f"{grown} (under 18: {young})"
    assert young != grown
    assert texts.talk("nb", ON, None, maybe_minor=True) == f"{young} (over 18: {grown})"


def test_what_is_only_for_those_under_age_is_left_out_for_others() -> None:
    text = "Ring 113 (under {myndig.alder}: si det til en voksen). Er du under {myndig.alder}, ring {a.b}. Ellers ring {c.d}."
    assert _for_those_of_age(text) == "Ring 113. Ring {c.d}."


def test_who_is_known_to_be_under_age_is_not_asked_whether_they_are() -> None:
    text = "Er du under {myndig.alder}, ring {a.b}, hele døgnet. Ellers ring {c.d}, hele døgnet. De hjelper deg."
    assert _for_minors(text) == "Ring {a.b}, hele døgnet. De hjelper deg."
    for kind in PARTS.help_texts.kinds("acute"):
        assert "Er du under 18" not in PARTS.help_texts.acute(kind, "nb", ON, minor=True).text, kind


def test_a_situation_says_more_than_the_age_and_leaves_out_what_it_leaves_out() -> None:
    inner = Entry({"selv": {"nb": "På jobb."}}, (), (), ())
    always = Entry({"selv": {"nb": "Ellers."}, "selv_under_18": {"nb": "Ung."}}, ("a",), ("b",), (), when={"i_arbeid": inner})
    found = always.in_situation({"i_arbeid", "ute"})
    assert found.texts == {"selv": {"nb": "På jobb."}}
    assert (found.lines, found.minor_lines) == (("a",), ("b",))
    assert always.in_situation({"ute"}) is always


def test_a_long_message_that_mentions_a_line_does_not_ask_for_it() -> None:
    texts = PARTS.help_texts
    assert [line.id for line in texts.named(Utterance("nummer til giftinformasjonen"), "nb", ON)] == ["giftinformasjonen"]
    long = "jeg lurer på om nummeret til giftinformasjonen er det samme nå som det var før i tiden da"
    assert texts.named(Utterance(long), "nb", ON) == ()
    assert texts.named(Utterance("giftinformasjonen"), "nb", ON) == ()


@pytest.mark.parametrize("minor", [None, True, False])
@pytest.mark.parametrize("other", [False, True])
@pytest.mark.parametrize("kind", PARTS.help_texts.kinds("acute"))
def test_every_number_that_is_said_is_a_button(kind: str, other: bool, minor: bool | None) -> None:
    figures, today = PARTS.library.figures, date.today()
    phones = [figures.show(figure.key, "nb", today) for figure in figures if figure.key.startswith("telefon.")]
    for situation in situations():
        shown = PARTS.help_texts.acute(kind, "nb", today, minor, other, {situation})
        said = {phone for phone in phones if re.search(rf"(?<![\d+ ]){re.escape(phone)}(?! ?\d)", shown.text)}
        assert said <= {line.phone for line in shown.lines}, situation


def test_a_child_who_writes_of_another_sees_the_line_for_children() -> None:
    found = PARTS.help_texts.acute("psykose", "nb", date.today(), minor=True, other=True)
    assert [line.id for line in found.lines].index("alarmtelefonen") == 1
