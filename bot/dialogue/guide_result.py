"""The end of a guide: the answer, what it rests on, the next step, and whom to contact."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from bot.content.figures import REFERENCE
from bot.dialogue.message import Message, topic_path
from bot.dialogue.reply import Reply
from bot.dialogue.state import State
from bot.dialogue.voice import Voice
from bot.guides import Answer, Because, Guide, Outcome
from bot.settings import Malform

TOLD_IN_FULL = 3
"""Outcomes with their reason; the others are buttons."""
NEXT_STEP = "soke"
"""The facet that says how to go about it."""


DEADLINE = "frist"
OUTCOME = "utfall"
"""What stands for the facet of an outcome: its text is the table's own, and states none of the topic's deadlines."""


def _deadlines(text: str) -> set[str]:
    """The deadlines a text names, as figures."""
    return {figure for figure in REFERENCE.findall(text) if figure.startswith("frist.")}


@dataclass(frozen=True)
class Result(Reply):
    """The reply that ends a guide, and the service that helps with it."""

    service: str | None = None


class GuideResult:
    """Tells what a guide found."""

    def __init__(self, voice: Voice, today: Callable[[], date]) -> None:
        self._voice = voice
        self._today = today

    def tell(self, guide: Guide, answer: Answer, state: State) -> Result:
        """The reply; its state has the main outcome's topic as what the conversation is about."""
        messages = self._outcomes(guide, answer, state) if answer.outcomes else [self._voice.notice("guide_fant_ikke", state.malform)]
        if answer.advice:
            messages.append(Message("notice", self.fill(answer.advice, state.malform), malform=state.malform))
        if answer.outcomes:
            state = replace(state, tema=answer.outcomes[0].topic, fasett=None)
        return Result(tuple(messages), state, self._service(guide, answer))

    def fill(self, texts: Mapping[str, str], malform: Malform) -> str:
        """A table's text in the person's language with its figures filled in."""
        return self._voice.library.figures.fill(texts[malform], malform, self._today())

    def _outcomes(self, guide: Guide, answer: Answer, state: State) -> list[Message]:
        malform = state.malform
        main, *others = answer.outcomes
        because = "; ".join(dict.fromkeys(guide.describe(item.fact, item.value, malform) for item in answer.because))
        ways_on = dict.fromkeys([main.topic, *self._voice.library[main.topic].next])
        messages = [
            replace(
                self._outcome(main, answer, malform),
                because=self._voice.say("guide_fordi", malform, because) if because else None,
                suggestions=self._voice.topic_buttons(ways_on, malform),
                share=topic_path(main.topic, state.kommune, malform),
            )
        ]
        messages += filter(None, (self._next_step(main, state), self._deadline(main, state)))
        messages += [self._outcome(outcome, answer, malform) for outcome in others[: TOLD_IN_FULL - 1]]
        told = {outcome.topic for outcome in answer.outcomes[:TOLD_IN_FULL]}
        rest = dict.fromkeys(outcome.topic for outcome in others[TOLD_IN_FULL - 1 :] if outcome.topic not in told)
        if rest:
            buttons = self._voice.topic_buttons(rest, malform)
            messages.append(Message("question", self._voice.say("guide_ogsaa", malform), suggestions=buttons, malform=malform))
        return messages

    def _outcome(self, outcome: Outcome, answer: Answer, malform: Malform) -> Message:
        own = [item for item in answer.because if item.rule == outcome.id]
        return Message(
            "answer",
            self.fill(outcome.reason, malform),
            topic=outcome.topic,
            facet=OUTCOME,
            title=outcome.title[malform],
            sources=self._sources(own, outcome.topic),
            suggestions=self._voice.topic_buttons((outcome.topic,), malform),
            malform=malform,
        )

    def _sources(self, because: list[Because], topic: str) -> tuple[dict[str, str | None], ...]:
        """The rule's own source first, then those of the topic that explains it."""
        rules = {
            item.source.title: {"title": item.source.title, "url": item.source.url, "checked": item.source.checked.isoformat()}
            for item in because
        }
        topics = {source.title: dict(source.as_json()) for source in self._voice.library[topic].sources}
        return tuple({**topics, **rules}[title] for title in dict.fromkeys([*rules, *topics]))

    def _next_step(self, outcome: Outcome, state: State) -> Message | None:
        topic, malform = self._voice.library[outcome.topic], state.malform
        if malform not in topic.facets.get(NEXT_STEP, {}):
            return None
        answer = self._voice.library.answer(topic.id, malform, self._today(), NEXT_STEP, state.kommune)
        title = self._voice.say("ui_neste", malform)
        return Message("notice", answer.text, topic=topic.id, facet=NEXT_STEP, title=title, malform=malform)

    def _deadline(self, outcome: Outcome, state: State) -> Message | None:
        """The outcome's own deadline; None where it has none, or where this way in has another than the topic."""
        topic, malform = self._voice.library[outcome.topic], state.malform
        own = _deadlines(topic.facets.get(DEADLINE, {}).get("nb", ""))
        if malform not in topic.facets.get(DEADLINE, {}) or not own or not _deadlines(outcome.reason["nb"]) <= own:
            return None
        answer = self._voice.library.answer(topic.id, malform, self._today(), DEADLINE, state.kommune)
        title = topic.facet_name(DEADLINE, malform, self._voice.say)
        return Message("notice", answer.text, topic=topic.id, facet=DEADLINE, title=title, malform=malform)

    def _service(self, guide: Guide, answer: Answer) -> str | None:
        services = (self._voice.library[outcome.topic].service for outcome in answer.outcomes)
        return next((service for service in services if service != "ingen"), guide.service)
