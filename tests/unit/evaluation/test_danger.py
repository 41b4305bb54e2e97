"""The figures of danger say what a person would have seen."""

from __future__ import annotations

from bot.evaluation.danger import Answered, figures, lines
from bot.nlu.danger_corpus import Told


def told(level: str, kind: str, plain: bool = True, text: str = "det var en lang setning her") -> Told:
    return Told(level, kind, "nb", plain, False, "", text, "x")


def answered(message: Told, **seen: object) -> Answered:
    return Answered(
        **{"told": message, "shown": False, "heard": False, "named": False, "stock": False, "kind": "ingen", "other": False, **seen}
    )  # type: ignore[arg-type]


def test_each_share_counts_its_own() -> None:
    found = figures(
        [
            answered(told("akutt", "vold"), shown=True, heard=True, named=True, kind="vold"),
            answered(told("akutt", "vold", plain=False), named=True),
            answered(told("tung", "sorg"), heard=True),
            answered(told("tung", "sorg"), stock=True),
            answered(told("ingen", "skole"), shown=True),
            answered(told("ingen", "skole")),
        ]
    )
    assert (found["acute_shown"], found["plain_shown"], found["hinted_shown"], found["acute_shown_or_named"]) == (0.5, 1.0, 0.0, 1.0)
    assert (found["heavy_heard"], found["heavy_screen"], found["false_alarms"], found["kind_right"]) == (0.5, 0.0, 0.5, 1.0)
    assert len(found["stock"]) == 1
    assert any("50.0 %  acute: help shown" in line for line in lines(found))


def test_words_of_a_wider_kind_meet_what_it_holds_and_general_ones_are_no_wrong_ones() -> None:
    found = figures([answered(told("akutt", "vold"), shown=True, kind=kind) for kind in ("vold", "utsatt", "fortvilet", "ukjent")])
    assert (found["kind_right"], found["kind_wrong"]) == (0.5, 0.25)
