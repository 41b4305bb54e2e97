"""A crisis, and the turns after it: help first, nothing cheerful, and somebody to talk to always in view.

The assistant gives no advice of its own on self-harm, violence or drugs: it shows the lines that do.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bot.dialogue.message import Message, Suggestion, payload
from bot.dialogue.reply import Reply
from bot.dialogue.state import State
from bot.dialogue.understanding import CRISIS
from bot.dialogue.voice import Voice
from bot.language.crisis import read_crisis

TURNS = 5
"""Turns after a crisis in which nothing cheerful is offered and the help lines stay in view."""

TALK = "snakk_med_menneske"
_BY_KIND = {"vold": "krise_vold", "overgrep": "krise_vold", "akutt": "krise_akutt"}


class Care:
    """What is said in a crisis and after it."""

    def __init__(self, voice: Voice, today: Callable[[], date]) -> None:
        self._voice = voice
        self._today = today

    def help(self, text: str, state: State) -> Reply:
        """Help, and nothing but help: the emergency number first, then the line for this person, then all of them."""
        malform, today = state.malform, self._today()
        answer = replace(self._voice.answer(CRISIS, None, malform, today), suggestions=self._person(state))
        lines = self._voice.answer(CRISIS, "kontakt", malform, today)
        messages = [answer]
        messages += [
            Message("notice", self._say(key, state), topic=CRISIS, malform=malform) for key in self._own_lines(text, state)
        ]
        if lines.facet:
            messages.append(
                Message("notice", lines.text, topic=CRISIS, facet="kontakt", sources=lines.sources, malform=malform)
            )
        # Each turn counts down before it is answered.
        state = replace(state, varsom=TURNS + 1, venter=None, tema=CRISIS, fasett=None, guide=None, uforstatt=0)
        return Reply(tuple(messages), state)

    def careful(self, reply: Reply) -> Reply:
        """The reply as it is given in the turns after a crisis; any other reply stays as it is.

        The only buttons left are those that answer a question the person was asked, and a human being to talk to.
        """
        state = reply.state
        if not state.varsom or any(message.topic == CRISIS for message in reply.messages):
            return reply
        asked = state.venter is not None
        messages = tuple(
            message if asked and message.type == "question" else replace(message, suggestions=_only_person(message))
            for message in reply.messages
        )
        key = "etter_krise" if state.alder is None else "etter_krise_under_18" if self._minor(state) else "etter_krise_over_18"
        still_here = Message("notice", self._say(key, state), suggestions=self._person(state), malform=state.malform)
        return Reply((*messages, still_here), state)

    def _own_lines(self, text: str, state: State) -> list[str]:
        keys = []
        if kind := _BY_KIND.get(read_crisis(text) or ""):
            keys.append(kind)
        if state.alder is not None:
            keys.append("krise_under_18" if self._minor(state) else "krise_over_18")
        return keys

    def _minor(self, state: State) -> bool:
        limit = self._voice.library.figures.number("kors_pa_halsen.alder", self._today())
        return state.alder is not None and state.alder < limit

    def _say(self, key: str, state: State) -> str:
        """A sentence with the numbers of the lines in a fixed order, of which each uses the ones it needs."""
        figures = self._voice.library.figures
        names = ("ambulanse", "alarmtelefonen", "kors_pa_halsen", "mental_helse", "vo_linjen")
        keys = (*(f"telefon.{name}" for name in names), "kors_pa_halsen.alder", "telefon.politi")
        return self._voice.say(key, state.malform, *(figures.show(name, state.malform, self._today()) for name in keys))

    def _person(self, state: State) -> tuple[Suggestion, ...]:
        return self._voice.topic_buttons((TALK,), state.malform)


def _only_person(message: Message) -> tuple[Suggestion, ...]:
    return tuple(suggestion for suggestion in message.suggestions if suggestion.payload == payload(TALK))
