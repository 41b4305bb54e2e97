"""Buttons: those that steer the conversation, and those that ask."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.answers import NO_SERVICE
from bot.dialogue.places import helping_services
from bot.dialogue.reply import Reply
from bot.dialogue.state import State
from bot.dialogue.steps.answer import answer
from bot.dialogue.steps.language import confirmed
from bot.dialogue.turn import Toolkit, Turn
from bot.settings import MALFORMER


def steer(turn: Turn, tools: Toolkit) -> Reply | Turn:
    """Another language, another place, a guide's answer, stop, why."""
    heard, state = turn.heard, turn.state
    if not heard.steers:
        return turn
    if heard.intent == "dialog_malform" and heard.entities.get("malform") in MALFORMER:
        return confirmed(replace(state, malform=heard.entities["malform"], malform_valgt=True), tools)
    if heard.intent == "dialog_sted":
        return _another_place(turn, tools)
    if heard.intent == "dialog_guide":
        return tools.answers.after_guide(tools.guides.pressed(heard.entities, state))
    if heard.intent == "dialog_avbryt":
        return tools.guides.leave(state)
    if heard.intent == "dialog_hvorfor":
        return why(state, tools)
    return tools.answers.topic("hilsen", None, state)


def pressed(turn: Turn, tools: Toolkit) -> Reply | Turn:
    """A button that asks is answered; there is nothing to find out first."""
    return answer(turn.remembering(venter=None, uforstatt=0), tools) if turn.heard.pressed else turn


def why(state: State, tools: Toolkit) -> Reply:
    """Why the last question was asked; what was asked for is still awaited."""
    if state.venter in ("kommune", "bydel"):
        return Reply((tools.voice.notice("hvorfor_sted", state.malform),), state)
    return tools.guides.why(state)


def _another_place(turn: Turn, tools: Toolkit) -> Reply:
    state, entities, answers = turn.state, turn.heard.entities, tools.answers
    services = tuple((state.venter_tjeneste or "").split(",")) if state.venter_tjeneste else (answers.service(state.tema),)
    services = tuple(s for s in services if s and s != NO_SERVICE) or helping_services(state.age(tools.today()))
    if "nummer" in entities:
        state = tools.places.move(state, str(entities["nummer"]))
    elif "bydel" in entities:
        state = replace(state, bydel=str(entities["bydel"]))
    else:
        return tools.places.ask(replace(state, kommune=None, bydel=None), ",".join(services))
    return tools.places.contacts(state, services, answers.say(state.tema, state), state.tema)
