"""What a message tells besides its question: its language, somebody else; and what has run out since the last one."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.state import State
from bot.dialogue.turn import Toolkit, Turn
from bot.language.person import Other, read_alone


def listen(turn: Turn, tools: Toolkit) -> Turn:
    heard, state = turn.heard, turn.state
    if heard.asked_malform:
        state = replace(state, malform=heard.asked_malform, malform_valgt=True)
    elif (written := "en" if turn.tongue else heard.malform) and not state.malform_valgt and not heard.pressed:
        state = replace(state, malform=written)
    if turn.told.other is not None:
        state = replace(state, annen=_the_same(state.annen, turn.told.other))
    tells_age = bool(turn.told.born or read_alone(heard.said, tools.today()))
    return replace(turn, state=_counted_down(state, weighs=heard.danger.heavy or tells_age))


def _counted_down(state: State, weighs: bool) -> State:
    """What somebody told of danger is remembered no longer than it takes to answer what follows; an age still belongs to it."""
    left = max(0, state.varsom - 1)
    hort = state.hort if weighs or left else None
    return replace(state, varsom=left, fare=state.fare if left else None, om_annen=state.om_annen and left > 0, hort=hort)


def _the_same(known: Other | None, told: Other) -> Other:
    """«han er 15» tells more of the brother spoken of before; a mother is somebody new."""
    if known is None or told.role not in (known.role, "annen"):
        return told
    return Other(known.role, told.born or known.born)
