"""A place is kept, asked back when several share its name, and answered when it was awaited or is all that was said."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.answers import NO_SERVICE
from bot.dialogue.certainty import certainty
from bot.dialogue.places import helping_services
from bot.dialogue.reply import Reply
from bot.dialogue.turn import Parts, Turn

MOST_WORDS_OF_A_PLACE = 4


def place(turn: Turn, parts: Parts) -> Reply | Turn:
    if turn.place.kommune:
        turn = replace(turn, state=parts.places.move(turn.state, turn.place.kommune, turn.place.bydel))
    state = turn.state
    if state.venter == "guide" and (again := parts.guides.resume(state)):  # the place is wanted when the guide ends
        return replace(again, messages=(parts.answers.noted(state), *again.messages)) if state.kommune else again
    if state.venter == "kommune" or turn.place.alone:
        return _asked_or_alone(turn, parts)
    if state.venter == "bydel" and certainty(turn.heard) not in ("sure", "close"):
        return _contacts(replace(turn, state=replace(state, bydel=state.bydel or "-")), parts)
    return turn


def _asked_or_alone(turn: Turn, parts: Parts) -> Reply | Turn:
    heard, state, named = turn.heard, turn.state, turn.place
    if named.ambiguous:
        return parts.places.ask_which(state, named.ambiguous, ",".join(_services(turn, parts)))
    if state.venter == "kommune":
        if named.kommune:
            wanted = named.alone or certainty(heard) != "sure"
            return _contacts(turn, parts) if wanted else turn.remembering(venter=None)
        if certainty(heard) not in ("sure", "close") and not heard.elliptical and len(heard.text.split()) <= MOST_WORDS_OF_A_PLACE:
            return parts.places.ask(state, ",".join(_services(turn, parts)), "hvor_bor_du_igjen")
    if named.alone and state.kommune:
        service = parts.answers.service(state.tema)
        services = (service,) if service != NO_SERVICE else _services(turn, parts)
        shown = parts.places.contacts(state, services, parts.answers.say(state.tema, state), state.tema)
        return Reply((parts.answers.noted(state),), state) + shown
    return turn


def _contacts(turn: Turn, parts: Parts) -> Reply:
    state = turn.state
    return parts.places.contacts(state, _services(turn, parts), parts.answers.say(state.tema, state), state.tema)


def _services(turn: Turn, parts: Parts) -> tuple[str, ...]:
    """The services whose contact was waited for; else those that can help anybody."""
    if turn.state.venter_tjeneste:
        return tuple(turn.state.venter_tjeneste.split(","))
    return helping_services(turn.state.age(parts.today()))
