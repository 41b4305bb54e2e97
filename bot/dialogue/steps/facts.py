"""What the person tells of themselves in passing is kept, once, for whoever needs it."""

from __future__ import annotations

from bot.dialogue.turn import Toolkit, Turn
from bot.language.person import read_birth_correction


def facts(turn: Turn, tools: Toolkit) -> Turn:
    state = turn.state.knowing(turn.facts)
    if "fodt" in turn.state.fakta and "fodt" not in turn.facts:  # «nei, 2000», «24 ikke 14»
        born = read_birth_correction(turn.heard.said, tools.today())
        state = state.knowing({"fodt": born}) if born else state
    return turn.remembering(fakta=state.fakta)
