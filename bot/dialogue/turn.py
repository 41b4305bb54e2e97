"""One turn of the conversation: the steps a message passes, in order, until one of them answers.

Knows nothing of Rasa. Everything that is read of a message is read here, once, before the first step.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from bot import clock
from bot.contacts.directory import Directory
from bot.content import Library
from bot.content.help import HelpTexts
from bot.content.phrases import Phrases
from bot.content.roles import Roles
from bot.content.tongues import Tongues
from bot.dialogue.acts import Acts
from bot.dialogue.answers import Answers
from bot.dialogue.care import Care
from bot.dialogue.guide_flow import GuideFlow
from bot.dialogue.message import Message
from bot.dialogue.places import Place, Places
from bot.dialogue.reply import Reply
from bot.dialogue.small_talk import without_small_talk
from bot.dialogue.state import State
from bot.dialogue.tact import without_delicate
from bot.dialogue.understanding import Understanding
from bot.dialogue.voice import Voice
from bot.guides import Guide
from bot.language.person import Told, read_person
from bot.language.tongue import read_tongue


@dataclass(frozen=True)
class Toolkit:
    """What the steps work with; one for the process."""

    voice: Voice
    places: Places
    guides: GuideFlow
    care: Care
    answers: Answers
    acts: Acts
    roles: Roles
    tongues: Tongues
    today: Callable[[], date]


@dataclass(frozen=True)
class Turn:
    """A message on its way through the steps.

    Attributes:
        heard: what was understood.
        state: what is remembered so far.
        told: whom the message tells of, and how old they are.
        facts: what the writer tells of themselves for certain, as guides name it.
        place: the place it names.
        tongue: the language it is written in, if we do not speak it.
    """

    heard: Understanding
    state: State
    told: Told
    facts: Mapping[str, Any]
    place: Place
    tongue: str | None = None

    def remembering(self, **changes: Any) -> Turn:
        """The turn with some of what is remembered changed."""
        return replace(self, state=replace(self.state, **changes))


Step = Callable[[Turn, Toolkit], "Reply | Turn"]
"""Answers the message, or hands it on, perhaps with more known."""


class Assistant:
    """Replies to understood messages; holds no conversation itself."""

    def __init__(
        self,
        library: Library,
        phrases: Phrases,
        directory: Directory,
        guides: Mapping[str, Guide],
        help_texts: HelpTexts,
        tongues: Tongues,
        today: Callable[[], date] = clock.today,
        now: Callable[[], datetime] = clock.now,
    ) -> None:
        voice = Voice(library, phrases, guides)
        places, flow = Places(voice, directory, now), GuideFlow(voice, guides, today)
        answers = Answers(voice, places, flow, today)
        acts = Acts(voice, answers, places, flow, today)
        self._tools = Toolkit(voice, places, flow, Care(voice, help_texts, today), answers, acts, library.roles, tongues, today)

    def turn(self, heard: Understanding, state: State) -> Reply:
        """The whole reply to a message, and what is remembered afterwards."""
        from bot.dialogue.steps import STEPS, closed  # the steps import what is declared above

        turn = self._read(heard, state)
        for step in STEPS:
            result = step(turn, self._tools)
            if isinstance(result, Reply):
                return closed(result, turn, self._tools)
            turn = result
        raise AssertionError("the last step answers")

    def explained(self, reply: Reply) -> tuple[Message, ...]:
        """The messages of a reply with their hard words explained."""
        return self._tools.voice.all_explained(reply.messages)

    def _read(self, heard: Understanding, state: State) -> Turn:
        if heard.pressed:
            return Turn(heard, state, Told(), {}, Place())
        told = read_person(heard.said, self._tools.today())
        place = self._tools.places.locate(heard.said, expected=state.venter == "kommune")
        facts, tongue = self._tools.guides.told(heard.said, told.born), read_tongue(heard.text)
        return Turn(without_delicate(without_small_talk(heard, self._tools.roles)), state, told, facts, place, tongue)
