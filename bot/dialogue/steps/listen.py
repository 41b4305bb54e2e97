"""What a message tells besides its question: its language, where somebody lives, somebody else; and what has run out since the last one."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.state import State
from bot.dialogue.turn import Toolkit, Turn
from bot.dialogue.writing import DARES_NOT, RATHER_WRITES, rather_writes
from bot.language.person import CARED_FOR, Other, Told, read_alone

GROWN = 25
"""Age from which who tells it may well ask for a child of theirs all the same."""


def listen(turn: Turn, tools: Toolkit) -> Turn:
    heard, state = turn.heard, turn.state
    if heard.asked_malform:
        state = replace(state, malform=heard.asked_malform, malform_valgt=True)
    elif (written := "en" if turn.tongue else heard.malform) and not state.malform_valgt and not heard.pressed:
        state = replace(state, malform=written)
    state = replace(state, annen=_spoken_of(state.annen, turn.told, tools.today().year))
    tells_age = bool(turn.told.born or read_alone(heard.said, tools.today()))
    if turn.place.kommune and state.venter != "guide":  # whatever answers; to a guide «2004» is a year
        state = tools.places.move(state, turn.place.kommune, turn.place.bydel)
    if not heard.pressed and (heard.act == DARES_NOT or rather_writes(heard.said)):
        state = state.knowing({RATHER_WRITES: "ja"})
    return replace(turn, state=_counted_down(state, weighs=heard.danger.heavy or tells_age))


def _counted_down(state: State, weighs: bool) -> State:
    """What somebody told of danger is remembered no longer than it takes to answer what follows; an age still belongs to it."""
    left = max(0, state.varsom - 1)
    hort = state.hort if weighs or left else None
    return replace(state, varsom=left, fare=state.fare if left else None, om_annen=state.om_annen and left > 0, hort=hort)


def _spoken_of(known: Other | None, told: Told, year: int) -> Other | None:
    """Who else the conversation is about. Nobody is asked for longer than what is said gives reason to.

    A child, or somebody whose age was told, is asked for until another is spoken of, or the writer turns out to be young; anybody else in that message alone.
    """
    if told.other is not None:
        return _the_same(known, told.other)
    if known is None or not known.asked_for:
        return known
    young = told.born is not None and year - told.born < GROWN
    stays = known.born is not None or known.role in CARED_FOR
    return replace(known, asked_for=stays and not young)


def _the_same(known: Other | None, told: Other) -> Other:
    """«han er 15» tells more of the brother spoken of before; a mother is somebody new."""
    if known is None or told.role not in (known.role, "annen"):
        return told
    return Other(known.role, told.born or known.born, told.asked_for)
