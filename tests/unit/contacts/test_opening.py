"""Whether it is open now: only what the hours let one say, in Norwegian time, and never on a holiday."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from bot.clock import NORWAY
from bot.contacts.opening import opening

WEEKDAYS = "man-fre 09:00-15:00"
SEEN = "2026-08-13"


def told(moment: str, hours: str = WEEKDAYS, seen: str | None = SEEN, what: str = "telefon", malform: str = "nb") -> str | None:
    found = opening(what, hours, seen, datetime.fromisoformat(moment).replace(tzinfo=NORWAY))
    return found and found.text[malform]


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-11-30T09:00", "Telefonen er åpen nå, til klokka 15."),
        ("2026-11-30T14:59", "Telefonen er åpen nå, til klokka 15."),
        ("2026-11-30T15:00", "Telefonen er stengt nå. Den åpner i morgen klokka 9."),
        ("2026-11-30T08:59", "Telefonen er stengt nå. Den åpner i dag klokka 9."),
        ("2026-11-27T16:00", "Telefonen er stengt nå. Den åpner mandag klokka 9."),
        ("2026-11-29T12:00", "Telefonen er stengt nå. Den åpner i morgen klokka 9."),
        # Easter 2027 is on 28 March; New Year's Day is a Friday.
        ("2027-03-25T10:00", "Telefonen er stengt nå. Den åpner tirsdag klokka 9."),
        ("2027-01-01T10:00", "Telefonen er stengt nå. Den åpner mandag klokka 9."),
        ("2027-05-17T10:00", "Telefonen er stengt nå. Den åpner i morgen klokka 9."),
        # The day before a holiday, on which many close early, is not promised, nor spoken of.
        ("2026-12-23T16:00", "Telefonen er stengt nå."),
        ("2026-12-24T10:00", None),
        ("2027-03-24T10:00", None),
    ],
)
def test_what_is_said_of_now(moment: str, words: str | None) -> None:
    assert told(moment) == words


def test_no_public_holiday_is_ever_open() -> None:
    for day in ("2026-12-25", "2026-12-26", "2027-01-01", "2027-03-25", "2027-03-26", "2027-03-29", "2027-05-06", "2027-05-17"):
        for hour in range(24):
            said = told(f"{day}T{hour:02}:30", "man-son 00:00-23:59")
            assert said is not None
            assert "åpen" not in said, day


def test_the_servers_zone_does_not_matter() -> None:
    at_nine = datetime(2026, 11, 30, 8, 30, tzinfo=timezone.utc)
    elsewhere = at_nine.astimezone(timezone(timedelta(hours=-9)))
    summer = datetime(2026, 8, 31, 7, 30, tzinfo=timezone.utc)
    for moment in (at_nine, elsewhere, summer):
        found = opening("telefon", WEEKDAYS, SEEN, moment)
        assert found is not None
        assert found.text["en"] == "The phone is open now, until 15."


@pytest.mark.parametrize(
    ("seen", "known"), [("2026-08-13", True), ("2026-08", True), ("2025", False), ("2025-11-29", False), (None, False)]
)
def test_hours_seen_long_ago_say_nothing_of_today(seen: str | None, known: bool) -> None:
    assert (told("2026-11-30T10:00", seen=seen) is not None) is known


def test_it_holds_until_the_words_are_no_longer_true() -> None:
    def until(moment: str) -> str:
        found = opening("telefon", WEEKDAYS, SEEN, datetime.fromisoformat(moment).replace(tzinfo=NORWAY))
        assert found is not None
        return found.as_json("nn")["until"]

    assert until("2026-11-30T10:00") == "2026-11-30T15:00:00+01:00", "it closes"
    assert until("2026-11-30T08:00") == "2026-11-30T09:00:00+01:00", "it opens"
    assert until("2026-11-30T16:00") == "2026-12-01T00:00:00+01:00", "«i morgon» is another day then"


def test_a_visit_without_an_appointment_in_every_language() -> None:
    hours = "man,ons 12:00-14:30;fre 10:00-12:00"
    assert told("2026-11-30T12:30", hours, what="kontor") == "Du kan komme uten avtale nå, til klokka 14.30."
    assert (
        told("2026-12-01T12:30", hours, what="kontor", malform="nn")
        == "No tek dei ikkje imot utan avtale. Neste gong er i morgon frå klokka 12."
    )
    assert "on Wednesday from 12" in str(told("2026-11-30T15:30", hours, what="kontor", malform="en"))


def test_a_day_a_week_ahead_is_not_named() -> None:
    assert told("2026-11-30T16:00", "man 09:00-15:00") == "Telefonen er stengt nå."
    assert told("2026-12-01T16:00", "man 09:00-15:00") == "Telefonen er stengt nå. Den åpner mandag klokka 9."
