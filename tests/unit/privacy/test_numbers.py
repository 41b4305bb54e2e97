"""Numbers of a person are hidden however they are spaced, and numbers that people need stay."""

from __future__ import annotations

import re

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from stdnum import luhn
from stdnum.no import fodselsnummer, kontonr

from bot.privacy.mask import mask
from bot.privacy.numbers import SERVICE_NUMBERS, is_identity_number
from tests.parts import PARTS
from tests.thorough import examples

SEPARATORS = ["", " ", "  ", "\u00a0", "\u2009", ".", "-", "–", " - ", "/", "·", "\u200b", "\u2060"]
"""Ways people space a number; the last two are invisible."""


@st.composite
def identity_numbers(draw: st.DrawFn) -> str:
    """A number with a date and both check digits right: fødselsnummer, D-number, H-number or synthetic."""
    day = draw(st.integers(1, 31)) + draw(st.sampled_from([0, 40]))
    month = draw(st.integers(1, 12)) + draw(st.sampled_from([0, 40, 65, 80]))
    rest = draw(st.integers(0, 99999))
    digits = f"{day:02d}{month:02d}{rest:05d}"
    first = fodselsnummer.calc_check_digit1(digits)
    assume(len(first) == 1)
    second = fodselsnummer.calc_check_digit2(digits + first)
    assume(len(second) == 1)
    return digits + first + second


@st.composite
def spaced(draw: st.DrawFn, numbers: st.SearchStrategy[str]) -> str:
    """A number with any cuts and any one separator, in any script's digits."""
    number = draw(numbers)
    cuts = draw(st.sets(st.integers(1, len(number) - 1)))
    separator = draw(st.sampled_from(SEPARATORS))
    zero = draw(st.sampled_from(["0", "\uff10", "\u0660", "\u0966"]))
    written = "".join((separator if index in cuts else "") + digit for index, digit in enumerate(number))
    return "".join(chr(ord(zero) + int(char)) if char.isdecimal() else char for char in written)


def around() -> st.SearchStrategy[str]:
    """Any text that does not itself touch the number with a digit or what looks like a part of a number or a link."""
    return st.text(st.characters(blacklist_categories=("Nd", "Nl", "No", "Cs"), blacklist_characters="[]@+./:#"), max_size=40)


@settings(max_examples=examples(400), deadline=None)
@given(number=spaced(identity_numbers()), before=around(), after=around())
def test_an_identity_number_is_hidden_in_any_spacing_inside_any_text(number: str, before: str, after: str) -> None:
    masked = mask(f"{before} {number} {after}")
    assert "fødselsnummer" in masked.found
    assert not re.search(r"\d", masked.text)


@settings(max_examples=examples(200), deadline=None)
@given(
    number=st.integers(2_000_000, 9_999_999).map(str).flatmap(lambda n: st.sampled_from(["4", "9"]).map(lambda d: d + n)),
    shape=st.sampled_from([(8,), (2, 2, 2, 2), (3, 2, 3), (3, 3, 2), (2, 3, 3)]),
    separator=st.sampled_from([" ", ".", "-", "\u00a0"]),
)
def test_a_mobile_number_that_is_told_is_hidden(number: str, shape: tuple[int, ...], separator: str) -> None:
    assume(number not in SERVICE_NUMBERS)
    parts, at = [], 0
    for length in shape:
        parts.append(number[at : at + length])
        at += length
    masked = mask(f"ring meg på {separator.join(parts)}")
    assert masked.text == "ring meg på [telefon]"


@settings(max_examples=examples(200), deadline=None)
@given(digits=st.text("0123456789", min_size=10, max_size=10), separator=st.sampled_from(["", " ", ".", "-"]))
def test_an_account_number_is_hidden(digits: str, separator: str) -> None:
    number = next((digits + check for check in "0123456789" if kontonr.is_valid(digits + check)), None)
    assume(number is not None and not digits.startswith("00"))
    assert number is not None
    masked = mask(f"kontoen er {separator.join((number[:4], number[4:6], number[6:]))}")
    assert not re.search(r"\d", masked.text)


@settings(max_examples=examples(100), deadline=None)
@given(digits=st.integers(4 * 10**14, 5 * 10**14 - 1).map(str), separator=st.sampled_from(["", " ", "-"]))
def test_a_card_number_is_hidden(digits: str, separator: str) -> None:
    number = digits + luhn.calc_check_digit(digits)
    assert not re.search(r"\d", mask("kort " + separator.join(number[i : i + 4] for i in range(0, 16, 4))).text)


STAYS = st.one_of(
    st.sampled_from(sorted(SERVICE_NUMBERS)),
    st.sampled_from(["116 111", "116 123", "55 55 33 33", "800 33 321", "22 40 00 40", "915 08 588"]),
    st.integers(1950, 2040).map(str),
    st.tuples(st.integers(1950, 2040), st.sampled_from(["/", "-", "–"])).map(lambda pair: f"{pair[0]}{pair[1]}{pair[0] + 1}"),
    st.integers(1, 9999).map(lambda code: f"{code:04d} Narvik"),
    st.tuples(st.integers(1, 30), st.integers(1, 30)).map(lambda pair: f"§ {pair[0]}-{pair[1]}"),
    st.integers(1, 99_999_999).map(lambda kroner: f"{kroner:,} kroner".replace(",", " ")),
    st.integers(1, 9_999_999).map(lambda kroner: f"kr {kroner:,}".replace(",", ".")),
    st.tuples(st.sampled_from(["NOR", "MAT", "ENG", "REA", "HEA"]), st.integers(1000, 9999)).map(lambda pair: f"{pair[0]}{pair[1]}"),
    st.sampled_from(["974 760 673", "974760673", "889 640 782", "889640782", "org.nr. 974 760 673"]),
    st.tuples(st.integers(1, 28), st.integers(1, 12), st.integers(2000, 2035)).map(lambda d: f"{d[0]:02d}.{d[1]:02d}.{d[2]}"),
)


@settings(max_examples=examples(500), deadline=None)
@given(
    number=STAYS,
    sentence=st.sampled_from(["hva er {}", "jeg lurer på {} og fagbrev", "{}", "er det {}?", "eg tenkjer på {}, kva no", "what about {}"]),
)
def test_what_people_need_to_read_stays(number: str, sentence: str) -> None:
    text = sentence.format(number)
    assert mask(text).text == text


def test_every_telephone_number_in_figures_stays() -> None:
    numbers = {
        re.sub(r"\D", "", text.removeprefix("+47"))
        for figure in PARTS.library.figures
        if figure.unit == "telefon"
        for row in figure.rows
        for text in ([str(row.number)] if row.number is not None else (row.text or {}).values())
    }
    assert len(numbers) > 8
    assert {number for number in numbers if len(number) > 2} <= SERVICE_NUMBERS
    assert mask("ring +47 23 95 00 00 eller +47 95411755").found == ()


@settings(max_examples=examples(300), deadline=None)
@given(st.text("0123456789", min_size=11, max_size=11))
def test_numbers_without_the_check_digits_are_no_identity_numbers(digits: str) -> None:
    wrong = digits[:10] + str((int(digits[10]) + 1) % 10)
    assert not (is_identity_number(digits) and is_identity_number(wrong))
