"""Turns of the conversation as the tests of its steps ask for them: what was heard, and what is said to it."""

from __future__ import annotations

from datetime import date

from bot.dialogue import Reply, State, Understanding
from bot.dialogue.message import payload
from bot.dialogue.voice import TALK
from bot.language.danger import Danger
from tests.parts import PARTS

PERSON = payload(TALK)


LIFE = Danger("akutt", "selvmord")


STOCK = {"hilsen", "takk", "farvel", "ja", "nei", "er_du_robot", "hva_kan_du", "personvern"}


def number(name: str) -> str:
    return PARTS.library.figures.show(f"telefon.{name}", "nb", date.today())


def heard(text: str, intent: str = "utenfor_tema", sure: float = 0.9, **more: object) -> Understanding:
    return Understanding(text=text, intent=intent, confidence=sure, ranking=((intent, sure),), **more)  # type: ignore[arg-type]


def reply_to(text: str, danger: Danger = LIFE, state: State | None = None, **more: object) -> Reply:
    return PARTS.assistant.turn(heard(text, danger=danger, **more), state or State())  # type: ignore[arg-type]


def aged(years: int) -> State:
    return State(fakta={"fodt": date.today().year - years})


def said(reply: Reply) -> str:
    return " ".join(message.text for message in reply.messages)


def lines(reply: Reply) -> list[str | None]:
    return [line["id"] for message in reply.messages for line in message.help]
