"""A guide as plain pages: one question a page, the answers in the address, so that any state is a link to share.

Works without JavaScript, and keeps nothing: the address is all that is remembered.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, redirect

from bot.app import Parts
from bot.contacts import KommuneRef
from bot.dialogue.guide_result import NEXT_STEP, GuideResult
from bot.dialogue.message import Message
from bot.dialogue.state import GuideState, State
from bot.dialogue.voice import Voice
from bot.guides import Guide
from bot.guides.model import Value
from bot.guides.reading import read_answer
from bot.language.utterance import Utterance
from bot.settings import MALFORMER, Malform
from bot.web.malform import in_address, malform_of
from bot.web.pages.place import kommune_of, place_written
from bot.web.pages.render import Render
from bot.web.pages.topic_page import address

LONGEST = 80
"""Longest answer that is read, in characters."""


def guides(parts: Parts, render: Render) -> Blueprint:
    """`/veileder/<guide>?vgo=ingen&fodt=2008&k=1806&m=nn`."""
    blueprint = Blueprint("guides")
    told = GuideResult(Voice(parts.library, parts.phrases, parts.guides), parts.today)

    @blueprint.route("/veileder/<name:str>", methods=["GET", "HEAD"])
    async def guide(request: Request, name: str) -> HTTPResponse:
        malform, kommune = malform_of(request), kommune_of(parts, request)
        if name not in parts.guides:
            return render("missing.html", malform, status=404, kommune=kommune, path="/svar")
        given = Given(parts.guides[name], dict(request.get_query_args(keep_blank_values=True)), parts.today())
        sted = request.args.get("sted")
        there = place_written(parts, sted).kommuner if sted else ()
        place = there[0] if len(there) == 1 else kommune
        if given.in_words or len(there) == 1:
            return redirect(path_of(given.guide, given.facts, place, malform) + ("#kontakt" if there else ""))
        shown = {**_frame(parts, given, kommune, malform), "sted": sted, "choices": there}
        if given.answer.next_question is not None:
            return render("guide_question.html", malform, wrong=given.wrong, **shown)
        return render("guide_result.html", malform, **shown, **_result(parts, told, given, kommune, malform))

    return blueprint


@dataclass
class Given:
    """What an address tells a guide; what the guide does not know is left out, so that an old link still leads on.

    Attributes:
        facts: the answers, in the order in which they were given.
        wrong: what was written and is no answer, to the question that is asked again.
        in_words: an answer was written in words («17 år») and has been read: the address can say it better.
    """

    guide: Guide
    written: Mapping[str, str]
    on: date

    def __post_init__(self) -> None:
        self.facts: dict[str, Value] = {}
        self.wrong: str | None = None
        self.in_words = False
        unread: dict[str, str] = {}
        for name, text in self.written.items():
            if self.guide.accepts(name, text):
                self.facts[name] = self.guide.check_fact(name, text)
            elif name in self.guide.facts and self.guide.facts[name].kind != "choice":
                value = read_answer(self.guide.facts[name], Utterance(text[:LONGEST]), self.on)
                if value is None:
                    unread[name] = text[:LONGEST]
                else:
                    self.facts[name], self.in_words = value, True
        self.answer = self.guide.evaluate(self.facts, self.on)
        if self.answer.next_question is not None:
            self.wrong = unread.get(self.answer.next_question.fact)


def path_of(guide: Guide, facts: Mapping[str, Value], kommune: KommuneRef | None, malform: Malform) -> str:
    """The page of a guide after these answers."""
    query: list[tuple[str, Any]] = list(facts.items())
    query += [("k", kommune.nummer)] if kommune else []
    query += [("m", in_address(malform))] if in_address(malform) else []
    return f"/veileder/{guide.id}" + (f"?{urlencode(query)}" if query else "")


def _frame(parts: Parts, given: Given, kommune: KommuneRef | None, malform: Malform) -> dict[str, Any]:
    """What the page of a question and the page of an answer share."""
    guide, facts = given.guide, given.facts

    def without(*names: str) -> str:
        return path_of(guide, {name: value for name, value in facts.items() if name not in names}, kommune, malform)

    plain = f"/veileder/{guide.id}"
    known = urlencode(list(facts.items()))
    return {
        "guide": guide,
        "question": given.answer.next_question,
        "step": {"number": len(facts) + 1, "of": len(facts) + len(given.answer.missing)},
        "facts": facts,
        "answered": [(guide.describe(name, value, malform), without(name)) for name, value in facts.items()],
        "back": without(*list(facts)[-1:]) if facts else None,
        "anew": path_of(guide, {}, kommune, malform),
        "here": path_of(guide, facts, kommune, malform),
        "with_answer": lambda value: path_of(guide, {**facts, given.answer.next_question.fact: value}, kommune, malform),  # type: ignore[union-attr]
        "kommune": kommune,
        "path": plain + (f"?{known}" if known else ""),
        "canonical": address(parts.settings.address, plain, malform),
        "alternates": {code: address(parts.settings.address, plain, code) for code in MALFORMER},
    }


def _result(parts: Parts, told: GuideResult, given: Given, kommune: KommuneRef | None, malform: Malform) -> dict[str, Any]:
    """The same words as the chat says at the end of a guide, sorted for a page."""
    place = kommune.nummer if kommune else None
    state = State(malform=malform, kommune=place, fakta=given.facts, guide=GuideState(given.guide.id))
    result = told.tell(given.guide, given.answer, state)
    main, *rest = result.messages
    topics = [suggestion for message in rest if message.type == "question" for suggestion in message.suggestions]
    return {
        "main": main,
        "means": parts.library.answer(main.topic, malform, parts.today(), place=place).text if main.topic else None,
        "step_on": next((message for message in rest if message.facet == NEXT_STEP), None),
        "others": [message for message in rest if message.type == "answer"],
        "advice": [message.text for message in rest if message.type == "notice" and message.facet is None],
        "read_on": [(suggestion.payload.lstrip("/"), suggestion.title) for suggestion in (*main.suggestions, *topics)],
        "sources": _sources(result.messages),
        "cards": [card.as_json(malform) for card in parts.directory.cards(result.service or given.guide.service, place)],
    }


def _sources(messages: tuple[Message, ...]) -> list[Mapping[str, str | None]]:
    """Every source of the answers, each once."""
    return list({source["title"]: source for message in messages for source in message.sources}.values())
