"""`python -m bot guide` as the documentation shows it."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from bot.guides.cli import main

FACTS = '{"fodt":2002,"grunnskole":"ja","vgo":"pabegynt","opphold":"lovlig","jobb_eller_skole":"nei"}'


def test_the_documented_command_prints_one_json_object() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot", "guide", "hvilken_rett", "--facts", FACTS, "--date", "2026-11-23"],
        capture_output=True,
        text=True,
        check=True,
    )
    answer = json.loads(done.stdout)
    assert answer["outcomes"] == ["fullforingsrett", "ungdomsrett", "voksenrett", "ot"]
    assert (answer["missing"], answer["next_question"]) == ([], None)
    assert {item["fact"] for item in answer["because"]} == set(json.loads(FACTS))
    assert {item["rule"] for item in answer["because"]} == set(answer["outcomes"])
    assert all("§" in item["source"] and item["url"].startswith("https://lovdata.no/") for item in answer["because"])


def test_too_little_is_told_back_as_the_next_question(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["hvilken_rett", "--facts", '{"vgo": "pabegynt"}', "--date", "2026-11-23"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["next_question"]["fact"] == answer["missing"][0] or answer["next_question"]["fact"] in answer["missing"]
    assert set(answer["next_question"]["text"]) == {"nb", "nn", "en"}
    assert answer["next_question"]["options"]


def test_the_date_decides_which_law_applies(capsys: pytest.CaptureFixture[str]) -> None:
    main(["hvilken_rett", "--facts", FACTS.replace("2002", "1995"), "--date", "2020-11-23"])
    answer = json.loads(capsys.readouterr().out)
    assert answer["outcomes"] == ["voksenrett"]
    assert "tidligere loven" in answer["because"][0]["source"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["hvilken_lov"], "There is no guide «hvilken_lov»"),
        (["hvilken_rett", "--facts", "{fodt}"], "--facts is not JSON"),
        (["hvilken_rett", "--facts", "[]"], "must be a JSON object"),
        (["hvilken_rett", "--facts", '{"navn": "x"}'], "«navn»"),
        (["hvilken_rett", "--facts", '{"fodt": 1066}'], "fra 1930 til 2020"),
        (["hvilken_rett", "--date", "i dag"], "i dag"),
    ],
)
def test_a_mistake_is_told_in_one_line(arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    output = capsys.readouterr()
    assert output.out == ""
    assert told in output.err
    assert len(output.err.splitlines()) == 1
