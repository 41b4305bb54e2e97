"""All answers, ready to be given: the one place the rest of the bot asks for wording."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from bot.content.dates import from_date
from bot.content.figures import Figures, load_figures
from bot.content.glossary import EMPTY, Explained, Glossary, load_glossary
from bot.content.local import Local, load_local
from bot.content.readings import FILE as READINGS
from bot.content.readings import Reading, Readings, load_readings
from bot.content.roles import Roles
from bot.content.source import Source
from bot.content.start import NOWHERE, Start, load_start
from bot.content.topic import Text, Topic, load_topic
from bot.language.plain import sentences
from bot.settings import ROOT, Malform
from bot.yaml_lines import ContentError

CONTENT = ROOT / "data" / "content"

MOST_RELATED = 6
NEAR = timedelta(days=365)
"""How long before it begins a new rule is told: people plan a school year ahead."""


@dataclass(frozen=True)
class Answer:
    """An answer in one language as of one date, with every figure filled in."""

    topic: str
    facet: str | None
    """The facet asked for, or None for the short answer or a passage."""
    malform: Malform
    title: str
    text: str
    advice: str | None
    say: str | None
    """What to say when calling the service."""
    service: str
    facets: tuple[str, ...]
    """The facets this topic has."""
    next: tuple[str, ...]
    related: tuple[str, ...]
    sources: tuple[Source, ...]
    valid_from: date
    upcoming: tuple[str, ...] = ()
    """What is decided and begins within a year, soonest first: «Fra 1. august 2027: …»."""
    words: tuple[Explained, ...] = ()
    """The hard words of the answer, explained, in the order it uses them."""
    local: bool = False
    """True when the place has changed something in this topic."""
    part: str | None = None
    """The id of the passage that was asked for."""
    question: str | None = None
    """The question that passage answers."""
    for_you: str | None = None
    """One sentence more for this person."""
    read: Reading | None = None
    """Who has read it against its source, besides who wrote it."""
    overdue: bool = False
    """It should have been checked again by now."""


@dataclass(frozen=True)
class Person:
    """Whom an answer is for, as far as it is known.

    Attributes:
        age: in years; None when it was not told.
        other: they ask for somebody else, whose age it is.
    """

    age: int | None = None
    other: bool = False


NOBODY = Person()


class Library:
    """Every topic and figure; immutable once loaded."""

    def __init__(
        self,
        topics: Mapping[str, Topic],
        figures: Figures,
        glossary: Glossary = EMPTY,
        local: Local | None = None,
        start: Start = NOWHERE,
        readings: Readings | None = None,
    ) -> None:
        self._topics = dict(topics)
        self.roles = Roles((topic.id, topic.part) for topic in topics.values())
        self.start = start
        self.readings = readings or Readings()
        self._named = Counter(other for topic in topics.values() for other in {*topic.next, *topic.related})
        self.figures = figures
        self.glossary = glossary
        self._local = local or Local()
        self._here: frozenset[str] = frozenset()
        self._views: dict[tuple[int, ...], Library] = {}

    def __iter__(self) -> Iterator[Topic]:
        return iter(self._topics.values())

    def __contains__(self, topic_id: str) -> bool:
        return topic_id in self._topics

    def __getitem__(self, topic_id: str) -> Topic:
        return self._topics[topic_id]

    def __len__(self) -> int:
        return len(self._topics)

    def title(self, topic_id: str, malform: Malform) -> str:
        """The title of a topic in one language."""
        return self._topics[topic_id].title[malform]

    def named(self, text: str, malform: Malform) -> tuple[str, ...]:
        """The topics whose name, or a word that is theirs, stands in a text, in its order."""
        read = text.lower()
        titles = {topic.id: re.search(rf"\b{re.escape(topic.title[malform].lower())}\b", read) for topic in self}
        found = [(match.start(), topic_id) for topic_id, match in titles.items() if match]
        words = self.glossary.find(text.upper(), malform)  # in a chat «kvp» has no capitals
        found += [(read.find(word.name(malform).lower()), word.topic) for word in words if word.topic and word.topic in self]
        return tuple(dict.fromkeys(topic_id for _, topic_id in sorted(found)))

    def related(self, topic_id: str) -> tuple[str, ...]:
        """What lies near a topic: what it names itself, then what names it, those first that least else leads to.

        So a new topic is reached without a change elsewhere.

        Raises:
            KeyError: no such topic.
        """
        own = self._topics[topic_id].related
        others = sorted(
            (topic.id for topic in self._topics.values() if topic_id in topic.related and topic.id != topic_id), key=self._named.__getitem__
        )
        return tuple(dict.fromkeys((*own, *others)))[:MOST_RELATED]

    def at(self, place: str | None) -> Library:
        """The library as it reads in a municipality (its number); itself where nothing is local."""
        local = self._local.at(place) if place else Local()
        if not local.topics and not local.figures:
            return self
        key = tuple(map(id, (*local.topics, *local.figures)))
        if key not in self._views:
            topics = dict(self._topics)
            for change in local.topics:
                topics[change.id] = change.over(topics[change.id])
            view = Library(topics, self.figures.with_changes(figure for _, figure in local.figures), self.glossary, readings=self.readings)
            view._here = frozenset(change.id for change in local.topics)
            self._views[key] = view
        return self._views[key]

    def answer(
        self,
        topic_id: str,
        malform: Malform,
        on: date,
        facet: str | None = None,
        place: str | None = None,
        part: str | None = None,
        person: Person = NOBODY,
    ) -> Answer:
        """The answer to a topic, to one facet of it, or to one of its questions.

        A facet or question the topic does not have gives the short answer, with `facet` and `part` None. A text that has
        no English version is given in bokmål, so that nothing known is withheld.

        Args:
            on: the day the answer is for.
            place: the number of the person's municipality, when known.
            part: the id of a passage.
            person: whom it is for.

        Raises:
            KeyError: no such topic.
        """
        return self.at(place)._answer(topic_id, malform, on, facet, part, person)

    def _answer(self, topic_id: str, malform: Malform, on: date, facet: str | None, part: str | None, person: Person) -> Answer:
        topic = self._topics[topic_id]
        passage = topic.passage(part) if part else None
        texts = passage.answer if passage else topic.facets.get(facet) if facet else None
        day = max(on, topic.valid_from)

        def fill(text: Text | None) -> str | None:
            if text is None:
                return None
            language: Malform = malform if malform in text else "nb"
            return self.figures.fill(text[language], language, day)

        text = fill(texts or topic.short) or ""
        title, advice, say = topic.title[malform], fill(topic.advice), fill(topic.say)
        upcoming = self._upcoming(topic, texts or topic.short, malform, day, with_rules=texts is None)
        read = " ".join(filter(None, (title, text, advice, *upcoming)))
        return Answer(
            topic=topic.id,
            facet=facet if texts and not passage else None,
            malform=malform,
            title=title,
            text=text if topic.valid_from <= on else from_date(topic.valid_from, text, malform),
            advice=advice,
            say=say,
            service=topic.service,
            facets=tuple(topic.facets),
            next=topic.next,
            related=self.related(topic.id),
            sources=passage.sources if passage else topic.sources_of(facet if texts else None),
            valid_from=topic.valid_from,
            upcoming=upcoming,
            words=self.glossary.explain(read, malform, topic.id),
            local=topic.id in self._here,
            part=passage.id if passage else None,
            question=fill(passage.question) if passage else None,
            for_you=fill(passage.sentence_for(person.age, person.other)) if passage else None,
            read=self.readings.of(topic, passage.id if passage else facet if texts else None),
            overdue=topic.check_by < on,
        )

    def _upcoming(self, topic: Topic, texts: Text, malform: Malform, on: date, with_rules: bool) -> tuple[str, ...]:
        """New rules of the topic, and sentences of the text whose figures change, within a year."""
        language: Malform = malform if malform in texts else "nb"
        begins: list[tuple[date, Malform, str]] = []
        if with_rules:
            begins += [
                (coming.valid_from, malform, self.figures.fill(coming.text[malform], malform, max(on, coming.valid_from)))
                for coming in topic.coming
                if coming.valid_from <= on + NEAR
            ]
        raw, before = sentences(texts[language]), on
        for day in self.figures.changes(texts[language], on, on + NEAR):
            told = [(self.figures.fill(part, language, before), self.figures.fill(part, language, day)) for part in raw]
            begins += [(day, language, new) for old, new in told if new != old]
            before = day
        return tuple(from_date(day, text, written) for day, written, text in sorted(begins, key=lambda item: item[0]))


def load_library(folder: Path = CONTENT, local: Path | None = None) -> Library:
    """Read every topic and figure below a folder, and the local folder over them.

    Raises:
        ContentError: `file:line: reason` for the first file that cannot be used.
    """
    figures = load_figures(folder / "figures.yml")
    topics: dict[str, Topic] = {}
    for path in sorted(folder.glob("*/*.yml")):
        topic = load_topic(path)
        if topic.id in topics:
            raise ContentError(f"{path}:1: the topic «{topic.id}» exists already in {topics[topic.id].document.path}")
        topics[topic.id] = topic
    if not topics:
        raise ContentError(f"{folder}:1: no topics here")
    glossary = load_glossary(folder / "glossary.yml")
    start = load_start(folder / "start.yml", topics)
    return Library(topics, figures, glossary, load_local(local, topics, figures), start, load_readings(folder / READINGS))
