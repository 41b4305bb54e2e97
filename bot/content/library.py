"""All answers, ready to be given: the one place the rest of the bot asks for wording."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.content.figures import Figures, load_figures
from bot.content.source import Source
from bot.content.topic import Topic, load_topic
from bot.settings import ROOT, Malform
from bot.yaml_lines import ContentError

CONTENT = ROOT / "data" / "content"


@dataclass(frozen=True)
class Answer:
    """An answer in one language as of one date, with every figure filled in."""

    topic: str
    facet: str | None
    """The facet asked for, or None for the short answer."""
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


class Library:
    """Every topic and figure; immutable once loaded."""

    def __init__(self, topics: dict[str, Topic], figures: Figures) -> None:
        self._topics = topics
        self.figures = figures

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

    def answer(self, topic_id: str, malform: Malform, on: date, facet: str | None = None) -> Answer:
        """The answer to a topic or to one facet of it.

        A facet the topic does not have gives the short answer with `facet` None. A text that has no
        English version is given in bokmål, so that nothing known is withheld.

        Raises:
            KeyError: no such topic.
        """
        topic = self._topics[topic_id]
        texts = topic.facets.get(facet) if facet else None

        def fill(text: dict[Malform, str] | None) -> str | None:
            if text is None:
                return None
            language: Malform = malform if malform in text else "nb"
            return self.figures.fill(text[language], language, on)

        return Answer(
            topic=topic.id,
            facet=facet if texts else None,
            malform=malform,
            title=topic.title[malform],
            text=fill(texts or topic.short) or "",
            advice=fill(topic.advice),
            say=fill(topic.say),
            service=topic.service,
            facets=tuple(topic.facets),
            next=topic.next,
            related=topic.related,
            sources=topic.sources,
            valid_from=topic.valid_from,
        )


def load_library(folder: Path = CONTENT) -> Library:
    """Read every topic and figure below a folder.

    Raises:
        ContentError: `file:line: reason` for the first file that cannot be used.
    """
    figures = load_figures(folder / "figures.yml")
    topics: dict[str, Topic] = {}
    for path in sorted(folder.glob("*/*.yml")):
        topic = load_topic(path, folder / "topic.schema.json")
        if topic.id in topics:
            raise ContentError(f"{path}:1: the topic «{topic.id}» exists already in {topics[topic.id].document.path}")
        topics[topic.id] = topic
    if not topics:
        raise ContentError(f"{folder}:1: no topics here")
    return Library(topics, figures)
