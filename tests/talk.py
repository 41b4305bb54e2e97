"""A conversation with the assistant without Rasa: the test says which topic a message is about."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from json import loads

from bot.app import Parts
from bot.clock import NORWAY
from bot.dialogue import Assistant, State, Understanding
from bot.dialogue.message import Message
from bot.language.danger import NO_DANGER, Danger
from tests.parts import PARTS

TODAY = date(2026, 11, 23)


DATED = Parts(library=PARTS.library, today=lambda: TODAY, now=lambda: datetime.combine(TODAY, time(10), NORWAY))
"""Today's content on a fixed day."""


def assistant() -> Assistant:
    """The assistant of today's content, on a fixed day."""
    return DATED.assistant


@dataclass
class Talk:
    """One conversation."""

    bot: Assistant
    state: State = field(default_factory=State)
    messages: tuple[Message, ...] = ()

    def say(
        self, text: str, topic: str = "utenfor_tema", confidence: float | None = None, danger: Danger = NO_DANGER, act: str | None = None
    ) -> tuple[Message, ...]:
        """Write a message; `topic` is what it is understood as, surely unless it is off topic."""
        sure = confidence if confidence is not None else 0.05 if topic == "utenfor_tema" else 0.9
        return self._turn(Understanding.read(text, intent=topic, confidence=sure, ranking=((topic, sure),), danger=danger, act=act))

    def press(self, title: str) -> tuple[Message, ...]:
        """Press the button of the last reply whose title contains this."""
        for message in self.messages:
            for suggestion in message.suggestions:
                if title.lower() in suggestion.title.lower():
                    intent, brace, rest = suggestion.payload[1:].partition("{")
                    entities = loads(brace + rest) if brace else {}
                    return self._turn(Understanding(suggestion.payload, intent, 1.0, entities=entities, pressed=True))
        raise AssertionError(f"no button «{title}» among {[s.title for m in self.messages for s in m.suggestions]}")

    def _turn(self, heard: Understanding) -> tuple[Message, ...]:
        reply = self.bot.turn(heard, self.state)
        # What is remembered must survive as plain values, as Rasa's slots keep it.
        self.state, self.messages = State.from_slots(reply.state.slots()), reply.messages
        assert self.messages, f"nothing was answered to {heard.text!r}"
        return self.messages

    @property
    def text(self) -> str:
        """Everything said in the last reply."""
        return "\n".join(part for m in self.messages for part in (m.title, m.text, m.advice, m.because) if part)

    @property
    def question(self) -> str:
        """The last question of the last reply."""
        return next(message.text for message in reversed(self.messages) if message.type == "question")

    @property
    def fact(self) -> str | None:
        """The fact that is asked for."""
        return self.state.guide.asked if self.state.guide and self.state.venter == "guide" else None

    @property
    def topics(self) -> list[str | None]:
        """The topics of the answers in the last reply."""
        return [message.topic for message in self.messages if message.type == "answer"]

    def living_in(self, number: str) -> Talk:
        """The same conversation with a person who lives somewhere."""
        self.state = replace(self.state, kommune=number)
        return self
