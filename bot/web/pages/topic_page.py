"""What a topic's page shows and what it tells search engines."""

from __future__ import annotations

from datetime import date
from typing import Any

from bot.app import Parts
from bot.contacts import KommuneRef
from bot.content import Answer, Library
from bot.settings import MALFORMER, Malform
from bot.web.pages.calendar import Deadline, deadlines_stated, next_deadline

CODES: dict[Malform, str] = {"nb": "nb-NO", "nn": "nn-NO", "en": "en"}


def values(parts: Parts, topic: str, kommune: KommuneRef | None, malform: Malform, path: str | None = None) -> dict[str, Any]:
    """The values of `topic.html`.

    Args:
        path: where the page stands, when not at `/t/<topic>`.
    """
    library, today, base = parts.library, parts.today(), parts.settings.address
    place = kommune.nummer if kommune else None
    here = library.at(place)
    answer = library.answer(topic, malform, today, place=place)
    facets = [library.answer(topic, malform, today, facet, place) for facet in answer.facets if malform in here[topic].facets[facet]]
    names = {part: here[topic].facet_name(part, malform, parts.phrases) for part in answer.facets}
    questions = [library.answer(topic, malform, today, place=place, part=passage.id) for passage in here[topic].passages]
    path = path or f"/t/{topic}"
    canonical = address(base, path, malform)
    return {
        "answer": answer,
        "facets": facets,
        "names": names,
        "own_names": frozenset(here[topic].facet_names),
        "questions": questions,
        "facets_in_norwegian": len(answer.facets) > len(facets),
        "advice_here": malform in (here[topic].advice or {}),
        "say_here": malform in (here[topic].say or {}),
        "words": tuple(dict.fromkeys(word for part in (answer, *facets, *questions) for word in part.words)),
        "cards": [card.as_json(malform) for card in parts.directory.cards(answer.service, place, matter=here[topic].matter)],
        "kommune": kommune,
        "library": library,
        "guides": [guide for guide in parts.guides.values() if topic in (guide.topic, *guide.offered_after)],
        "deadlines": _deadlines(library, topic, answer.facets, today),
        "path": path,
        "canonical": canonical,
        "alternates": {code: address(base, path, code) for code in MALFORMER},
        "indexed": library[topic].area != "om" or path != f"/t/{topic}",
        "linked_data": _linked_data(parts, answer, [(names[str(part.facet)], part.text) for part in facets], questions, canonical),
    }


def address(base: str, path: str, malform: Malform) -> str:
    """The one address of a page in a language; bokmål needs no word for it."""
    return f"{base}{path}" + ("" if malform == "nb" else f"?m={malform}")


def _deadlines(library: Library, topic: str, facets: tuple[str, ...], today: date) -> dict[str | None, list[Deadline]]:
    """The deadlines to offer below the short answer (None) and each facet: each once, best where deadlines are the matter."""
    offered: dict[str | None, list[Deadline]] = {}
    seen: set[str] = set()
    for part in sorted((None, *facets), key=lambda part: part != "frist"):
        stated = [figure for figure in deadlines_stated(library[topic], part) if figure not in seen]
        seen.update(stated)
        offered[part] = [next_deadline(library, figure, today) for figure in stated]
    return offered


def _linked_data(parts: Parts, answer: Answer, facets: list[tuple[str, str]], asked: list[Answer], canonical: str) -> dict[str, Any]:
    """Questions and answers in schema.org's words. A data block runs no script, so the content policy lets it be."""
    questions = [(answer.title, answer.text)]
    questions += [(f"{answer.title}: {name}", text) for name, text in facets]
    questions += [(passage.question or "", passage.text) for passage in asked]
    return {
        "@context": "https://schema.org",
        "@type": "FAQPage",
        "name": answer.title,
        "url": canonical,
        "inLanguage": CODES[answer.malform],
        "dateModified": max(source.checked for source in answer.sources).isoformat(),
        "isPartOf": {"@type": "WebSite", "name": "Veivalg", "url": parts.settings.address},
        "mainEntity": [
            {"@type": "Question", "name": name, "acceptedAnswer": {"@type": "Answer", "text": text}} for name, text in questions
        ],
    }
