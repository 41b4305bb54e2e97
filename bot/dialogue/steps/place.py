"""A place is kept, asked back when several share its name, and answered when it was awaited or is all that was said."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.answers import NO_SERVICE
from bot.dialogue.certainty import certainty
from bot.dialogue.places import helping_services
from bot.dialogue.reply import Reply
from bot.dialogue.turn import Toolkit, Turn

MOST_WORDS_OF_A_PLACE = 4


def place(turn: Turn, tools: Toolkit) -> Reply | Turn:
    if turn.place.kommune:
        turn = replace(turn, state=tools.places.move(turn.state, turn.place.kommune, turn.place.bydel))
    elif turn.state.venter == "kommune" and turn.state.steder and (number := tools.places.narrowed(turn.heard.said, turn.state)):
        return _contacts(replace(turn, state=tools.places.move(turn.state, number)), tools)
    state = turn.state
    if state.venter == "guide" and (again := tools.guides.resume(state)):  # the place is wanted when the guide ends
        return replace(again, messages=(tools.answers.noted(state), *again.messages)) if state.kommune else again
    if state.venter == "kommune" or turn.place.alone:
        return _asked_or_alone(turn, tools)
    if state.venter == "bydel" and certainty(turn.heard) not in ("sure", "close"):
        return _contacts(replace(turn, state=replace(state, bydel=state.bydel or "-")), tools)
    return turn


def _asked_or_alone(turn: Turn, tools: Toolkit) -> Reply | Turn:
    heard, state, named = turn.heard, turn.state, turn.place
    if named.ambiguous:
        return tools.places.ask_which(state, named.ambiguous, ",".join(_services(turn, tools)))
    if state.venter == "kommune":
        if named.kommune:
            wanted = named.alone or certainty(heard) != "sure"
            return _contacts(turn, tools) if wanted else turn.remembering(venter=None)
        answers = not heard.elliptical and not heard.said.asks  # «until when?» is no place
        if certainty(heard) not in ("sure", "close") and answers and len(heard.text.split()) <= MOST_WORDS_OF_A_PLACE:
            return tools.places.ask(state, ",".join(_services(turn, tools)), "hvor_bor_du_igjen")
    if named.alone and state.kommune:
        service = tools.answers.service(state.tema)
        services = (service,) if service != NO_SERVICE else _services(turn, tools)
        shown = tools.places.contacts(state, services, tools.answers.say(state.tema, state), state.tema)
        told = tools.places.by_code(named, state) or (tools.answers.noted(state),)
        return Reply(told, state) + shown
    return turn


def _contacts(turn: Turn, tools: Toolkit) -> Reply:
    state = turn.state
    told = Reply((*tools.places.by_code(turn.place, state), *tools.places.way_in(state, _services(turn, tools))), state)
    return told + tools.places.contacts(state, _services(turn, tools), tools.answers.say(state.tema, state), state.tema)


def _services(turn: Turn, tools: Toolkit) -> tuple[str, ...]:
    """The services whose contact was waited for; else those that can help anybody."""
    if turn.state.venter_tjeneste:
        return tuple(turn.state.venter_tjeneste.split(","))
    return helping_services(turn.state.age(tools.today()))
