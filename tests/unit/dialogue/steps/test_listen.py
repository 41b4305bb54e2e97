"""What a message tells besides its question is kept apart."""

from __future__ import annotations

from bot.dialogue import State
from tests.talk import TODAY, Talk


def test_somebody_elses_age_is_kept_apart(talk: Talk) -> None:
    talk.say("broren min er 15 år og vil slutte på skolen", "sluttet_pa_skolen")
    assert talk.state.age(TODAY) is None
    assert talk.state.annen is not None
    assert (talk.state.annen.role, talk.state.annen.born) == ("sosken", TODAY.year - 15)
    talk.say("han har ikke fullført vgs", "utenfor_tema")
    assert "vgo" not in talk.state.fakta
    assert talk.state.annen.role == "sosken"
    assert State.from_slots(talk.state.slots()) == talk.state
