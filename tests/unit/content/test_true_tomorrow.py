"""What is true today may not be so tomorrow: the clock is moved on, and no answer states an old rule as today's."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.content import Library
from bot.content.dates import written_date
from bot.dialogue.voice import Voice
from bot.settings import MALFORMER
from tests.parts import PARTS

TODAY = date(2026, 11, 28)
MONTH = timedelta(days=30.44)
STEPS = (3, 6, 12, 24)
"""Months."""


def answers(library: Library, on: date) -> list[tuple[str, str, str, bool]]:
    """Every answer in every language as it is said that day: its name, its language, its text, whether it is overdue."""
    voice, found = Voice(library, PARTS.phrases), []
    for topic in library:
        for malform in MALFORMER:
            for part in (None, *topic.facets, *(passage.id for passage in topic.passages)):
                facet = part if part in topic.facets else None
                message = voice.answer(topic.id, facet, malform, on, short=True, part=None if facet else part)
                found.append((f"{topic.id}.{part or 'kort'}", malform, message.text, topic.check_by < on))
    return found


@pytest.mark.parametrize("months", STEPS)
def test_an_answer_that_should_have_been_checked_by_then_says_so(months: int) -> None:
    on = TODAY + months * MONTH
    silent = [
        name
        for name, malform, text, overdue in answers(PARTS.library, on)
        if overdue != (PARTS.phrases("sjekkes_paa_nytt", malform) in text)
    ]  # type: ignore[arg-type]
    assert silent == []


def test_no_answer_goes_unchecked_for_more_than_a_year() -> None:
    assert all(overdue for _, _, _, overdue in answers(PARTS.library, TODAY + 24 * MONTH))


@pytest.mark.parametrize("months", STEPS)
def test_what_begins_is_not_told_as_to_come_when_it_has_begun(months: int) -> None:
    on = TODAY + months * MONTH
    for topic in PARTS.library:
        answer = PARTS.library.answer(topic.id, "nb", on)
        begun = [coming.valid_from for coming in topic.coming if coming.valid_from <= on]
        for day in begun:
            assert not any(line.startswith(f"Fra {written_date(day, 'nb')}") for line in answer.upcoming), topic.id


@pytest.mark.parametrize("months", STEPS)
def test_the_value_of_that_day_is_stated(months: int) -> None:
    on = TODAY + months * MONTH
    for figure in PARTS.library.figures:
        row = figure.row(on)
        assert row is None or row.valid_from <= on
        newer = [other.valid_from for other in figure.rows if row and row.valid_from < other.valid_from <= on]
        assert newer == [], figure.key
