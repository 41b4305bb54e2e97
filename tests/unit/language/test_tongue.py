"""Languages we do not speak are told by script, letters and small words; Norwegian and English never are one."""

from __future__ import annotations

import csv

import pytest

from bot.contacts.vocabulary import GENERIC
from bot.language.tongue import OTHER, read_tongue, tongues
from bot.nlu.neutral import place_names
from bot.settings import ROOT


@pytest.mark.parametrize(
    ("text", "tongue"),
    [
        ("я більше не хочу жити", "uk"),
        ("Мне 17 лет, хочу учиться. Как это сделать?", "ru"),
        ("أنا عمري ١٧ سنة وأريد العمل", "ar"),
        ("من ۱۹ سالم است و کار می‌خواهم", "fa"),
        ("ኣነ 19 ዓመተይ እየ", "ti"),
        ("szukam pracy w Narvik", "pl"),
        ("Jak dostać kartę podatkową?", "pl"),
        ("shaqo xagaa ah ma heli kartaa?", "so"),
        ("Mun dárbbašan barggu", "se"),
        ("我想找工作", OTHER),
        ("hei, я з України і шукаю роботу", "uk"),
    ],
)
def test_their_languages_are_told(text: str, tongue: str) -> None:
    assert read_tongue(text) == tongue
    assert tongue in tongues()


@pytest.mark.parametrize(
    "text",
    [
        "jeg er redd 😭",
        "112",
        "",
        "hei",
        "ja ja, berre svolten",
        "Hvordan sier man «giitu» på norsk?",
        "bor i Kárášjohka",
        "mamma er fra Ukraina (Україна), får hun kurs?",
        "jeg heter Łukasz og søker jobb",
        "can i get a job without norwegian",
        "æ e 17 å vil itj gå på skola mer",
    ],
)
def test_ours_are_not(text: str) -> None:
    assert read_tongue(text) is None


def test_no_message_that_topics_learn_from_is_taken_for_another_language() -> None:
    for path in sorted((ROOT / "data" / "nlu" / "told").glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            texts = [row["text"] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]
        assert [text for text in texts if read_tongue(text) not in (None, "uk", "ru", "ar", "fa", "ti", "pl", "so", "se")] == []
        assert sum(read_tongue(text) is not None for text in texts) <= 0.05 * len(texts)


def test_a_place_is_no_language() -> None:
    assert [name for name in place_names() - GENERIC if read_tongue(f"jeg bor i {name}") is not None] == []
