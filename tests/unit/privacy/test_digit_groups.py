"""A text's digits as groups, and the chains that linked groups make."""

from __future__ import annotations

import re

from bot.privacy.digit_groups import MOST_GROUPS, Chain, groups_of


def chain(text: str, first: int = 0) -> Chain:
    return Chain(text, groups_of(text), first)


def test_groups_say_what_links_them() -> None:
    found = groups_of("ring 41 23-45, og 67 (89) – 10")
    assert [(group.digits, group.gap) for group in found] == [
        ("41", ""),
        ("23", " "),
        ("45", "-"),
        ("67", ""),
        ("89", " ("),
        ("10", ") – "),
    ]
    assert [group.close for group in found] == [False, True, True, False, False, False]
    assert found[4].phone


def test_a_chain_ends_where_nothing_links() -> None:
    assert chain("41 23 og 45 67").digits(2) == "4123"
    assert chain("41 23 og 45 67").goes_on(1)
    assert not chain("41 23 og 45 67").goes_on(2)
    assert len(chain(" ".join(["1"] * 40)).groups) <= MOST_GROUPS + 1


def test_a_window_is_so_many_digits_linked_in_one_way() -> None:
    phone = chain("41 23 45 67 89")
    assert phone.window(8, "close") == 4
    assert phone.window(7, "any") == 0
    assert phone.shape(4) == (2, 2, 2, 2)
    assert chain("1234*56").window(6, "any") == 2
    assert chain("1234*56").window(6, "close") == 0
    assert chain("(22) 33 44 55").window(8, "phone") == 4
    assert chain("010104-1234").window(10, "-") == 2
    assert chain("010104 1234").window(10, "-") == 0


def test_what_stands_before_and_after() -> None:
    found = chain("TLF er 41 23 kroner")
    assert found.before == "TLF er "
    assert found.after(2) == " kroner"
    assert found.told(re.compile("tlf", re.IGNORECASE), "tlf")
    assert not found.told(re.compile("tlf", re.IGNORECASE), "konto"), "no hint, no look"
