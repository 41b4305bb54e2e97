"""Builds messages out of content: answers, buttons, notices – in the conversation's written language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from bot.content import Answer, Library
from bot.content.library import NOBODY, Person
from bot.content.phrases import Phrases
from bot.dialogue.message import Kind, Message, Suggestion, payload
from bot.guides import Guide
from bot.language.utterance import Utterance
from bot.settings import Malform

TALK = "snakk_med_menneske"
"""The topic of the human beings one can talk to."""
MOST_STEPS = 3
"""Ways on in view."""
MOST_QUESTIONS = 6
"""Other questions of the topic behind them."""

_ASKS_MEANING = re.compile(
    r"\b(?:hva (?:betyr|mener du med|mener dere med|menes med|er meningen med)|what (?:do you mean by|is meant by)|what does .{2,30} mean)\b"
)
"""Asks what a word means."""


class Voice:
    """Content as messages."""

    def __init__(self, library: Library, phrases: Phrases, guides: Mapping[str, Guide] | None = None) -> None:
        self.library = library
        self.phrases = phrases
        self._guide_after = {topic: guide for guide in (guides or {}).values() for topic in guide.offered_after}

    def guide_after(self, topic: str | None) -> Guide | None:
        """The guide that is offered after a topic."""
        return self._guide_after.get(topic or "")

    def say(self, key: str, malform: Malform, *parts: str) -> str:
        """A sentence from phrases.yml."""
        return self.phrases(key, malform, *parts)

    def notice(self, key: str, malform: Malform, *parts: str) -> Message:
        """A sentence from phrases.yml as a message."""
        return Message("notice", self.say(key, malform, *parts), malform=malform)

    def topic_buttons(self, topics: Iterable[str], malform: Malform) -> tuple[Suggestion, ...]:
        """A button for each topic."""
        return tuple(Suggestion(self.library.title(topic, malform), payload(topic)) for topic in topics)

    def person(self, malform: Malform) -> tuple[Suggestion, ...]:
        """The button that leads to a human being."""
        return (Suggestion(self.say("snakk_med_menneske", malform), payload(TALK)),)

    def answer(
        self,
        topic: str,
        facet: str | None,
        malform: Malform,
        on: date,
        short: bool = False,
        place: str | None = None,
        part: str | None = None,
        person: Person = NOBODY,
    ) -> Message:
        """The answer to a topic, a facet or one question of it.

        Args:
            short: leave out advice and buttons (when several topics are answered at once).
            place: the number of the person's municipality, which may have changed the answer.
            part: the id of the question, which goes before the facet.
            person: whom it is for.
        """
        answer = self.library.answer(topic, malform, on, facet, place, part, person)
        text = "\n".join(filter(None, (answer.text, answer.for_you, *answer.upcoming)))
        if answer.local:
            text = f"{text}\n{self.say('lokalt_svar', malform)}"
        if answer.overdue:
            text = f"{text}\n{self.say('sjekkes_paa_nytt', malform)}"
        if facet and answer.facet is None and answer.part is None and facet != "hva":
            text = f"{self.say('vet_ikke_fasett', malform, answer.title)} {text}"
        return Message(
            "answer",
            text,
            topic=topic,
            facet=answer.facet,
            facet_name=self.library[topic].facet_name(answer.facet, malform, self.say) if answer.facet else None,
            part=answer.part,
            question=answer.question,
            more=None if short or answer.part is None else self.library.answer(topic, malform, on, None, place).text,
            title=None if topic in self.library.roles.having("hoflighet", "utenfor") else answer.title,  # «Hilsen» is no heading
            advice=None if short or answer.part or answer.facet not in (None, "hva") else answer.advice,
            sources=tuple(source.as_json() for source in answer.sources),
            read=answer.read.as_json() if answer.read else None,
            suggestions=() if short else self._next_steps(answer, malform, on, person),
            malform=malform,
        )

    def meaning(self, said: Utterance, malform: Malform) -> Message | None:
        """What a hard word means that is asked about: «hva mener du med tiltak?»; None when none is."""
        if not _ASKS_MEANING.search(said.standard):
            return None
        words = self.library.glossary.explain(said.text, malform) or self.library.glossary.explain(said.text, "nb")
        if not words:
            return None
        return Message("notice", f"{words[0].word}: {words[0].text}", topic=words[0].topic, malform=malform)

    def explained(self, message: Message) -> Message:
        """The message with its hard words explained, so that whoever shows it can offer the explanations."""
        read = " ".join(filter(None, (message.title, message.text, message.advice, message.say)))
        words = self.library.glossary.explain(read, message.malform, message.topic)  # type: ignore[arg-type]
        return replace(message, words=tuple(word.as_json() for word in words))

    def all_explained(self, messages: Iterable[Message]) -> tuple[Message, ...]:
        """Messages of one reply with their hard words explained, each word once: where it is first used."""
        seen: set[str | None] = set()
        explained = []
        for message in map(self.explained, messages):
            words = tuple(word for word in message.words if word["word"] not in seen)
            seen |= {word["word"] for word in words}
            explained.append(replace(message, words=words))
        return tuple(explained)

    def _next_steps(self, answer: Answer, malform: Malform, on: date, person: Person) -> tuple[Suggestion, ...]:
        """At most `MOST_STEPS` ways on, the guide first; the facets and the topic's other questions, which the page folds, after them."""
        guide = self.guide_after(answer.topic)
        start = (Suggestion(guide.button[malform], payload("dialog_guide", guide=guide.id)),) if guide else ()
        topic = self.library[answer.topic]
        facets = tuple(
            Suggestion(topic.facet_name(facet, malform, self.say), payload(answer.topic, fasett=facet), "facet")
            for facet in answer.facets
            if facet != answer.facet and answer.topic not in self.library.roles.asides and malform in topic.facets.get(facet, {})
        )
        return (start + self.topic_buttons(answer.next, malform))[:MOST_STEPS] + facets + self._questions(answer, malform, on, person)

    def _questions(self, answer: Answer, malform: Malform, on: date, person: Person) -> tuple[Suggestion, ...]:
        passages = self.library[answer.topic].passages
        at = next((index for index, passage in enumerate(passages) if passage.id == answer.part), -1)
        in_turn = (*passages[at + 1 :], *passages[: max(at, 0)])
        near = [passage.id for passage in in_turn if passage.id != answer.part and passage.suits(person.age, person.other)]
        return self.part_buttons(answer.topic, near[:MOST_QUESTIONS], malform, max(on, answer.valid_from), "facet")

    def part_buttons(self, topic: str, parts: Iterable[str], malform: Malform, on: date, kind: Kind = "next") -> tuple[Suggestion, ...]:
        """A button for each of a topic's questions."""
        day = max(on, self.library[topic].valid_from)
        passages = {passage.id: passage for passage in self.library[topic].passages}
        return tuple(
            Suggestion(self.library.figures.fill(passages[part].question[malform], malform, day), payload(topic, svar=part), kind)
            for part in parts
            if part in passages
        )
