"""What those who keep the contacts read stands in both languages."""

from __future__ import annotations

import re

import pytest

from bot.contacts.staff_text import STAFF, WRITTEN, StaffError, both, has, say
from bot.settings import ROOT
from bot.yaml_lines import read_yaml


def test_a_part_is_told_in_the_language_of_the_whole() -> None:
    assert say("for_gammel", "nn", both("dato_url_sett"), "mai 2025") == "nettsida sist sett i mai 2025"
    assert StaffError("avvist_felt").told("nn") == "Rada har fleire felt enn overskrifter."
    assert has("avvist_felt")
    assert not has("finnes_ikke_her")
    with pytest.raises(KeyError):
        say("finnes_ikke_her", "nb")


def test_both_languages_are_filled_with_the_same_parts() -> None:
    for key, texts in read_yaml(STAFF).value.items():
        assert set(texts) == set(WRITTEN), key
        assert len({frozenset(re.findall(r"{\d}", text)) for text in texts.values()}) == 1, key


def test_no_sentence_is_left_over() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "bot" / "contacts").glob("*.py"))
    made = ("dato_", "kilde_", "rad_", "tabell_")  # put together from a column, a code, an outcome or a level
    assert [
        key for key in read_yaml(STAFF).value if not re.search(rf"""["']{re.escape(key)}["']""", code) and not key.startswith(made)
    ] == []
