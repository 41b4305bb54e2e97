"""Where the person lives, and whom to contact there."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot import clock
from bot.clock import norwegian
from bot.contacts.directory import Directory
from bot.contacts.places import PlaceResult
from bot.contacts.writing import told_together
from bot.dialogue.message import Message, Suggestion, payload
from bot.dialogue.reply import Reply
from bot.dialogue.state import State
from bot.dialogue.voice import Voice
from bot.dialogue.writing import ways_to_write, without_ringing, writes
from bot.language.normalise import standard_words
from bot.language.utterance import Utterance

GENERAL_SERVICES = ("nav", "ot", "karrieresenter")
"""Shown when it is not clear who can help."""
ADULT_FROM = 25
"""OT serves people to the end of the year they turn 24 (opplæringslova § 9-4)."""
OFFERS = "tilbud"
"""Stands among the services whose contact was shown, once local offers were."""
MOST_OFFERS = 2
MOST_NUMBERS = 2
"""Numbers told at once; the rest are on the cards."""
WAY_IN = "way_in"
"""The level of a card that is not the service's own."""


PLACE_FILLER = frozenset(
    """jeg vi bor budd bur bo er fra i på til ved i nå her nei ja mente meinte meiner mener ikke men kommune by bydel
    egentlig flyttet flytter har kommer sorry feil oi det postnummer rett utenfor nær hei sa skrev i from live in my
    am a no sånn cirka altså at nå flytta flyttar kommer fra er det var haha lol btw forresten ?""".split()
)
"""Words that may stand around a place without asking anything."""


@dataclass(frozen=True)
class Place:
    """What a message says of where somebody lives.

    Attributes:
        kommune: number of the municipality that is named for certain.
        bydel: number of its district.
        ambiguous: several places share the name.
        alone: the message does no more than name a place: «jeg bor i Narvik», «nei, Bodø».
        beside: what the message says besides the place.
        code: the postal code it was told by.
    """

    kommune: str | None = None
    bydel: str | None = None
    ambiguous: PlaceResult | None = None
    alone: bool = False
    beside: str = ""
    code: str = ""


WITH_WHOM = re.compile(
    r"\b(?:(?:hos|sammen med|saman med|ilag med|with|at) (?:(?:min|mi|mine|my) )?"
    r"(?:mor|mora|moren|far|faren|mamma|pappa|foreldrene|foreldra|bestemor|besteforeldrene|kjæresten|samboeren|mum|mom|dad|parents|family)"
    r"(?: (?:min|mi|mine))?|alene|aleine|på hybel)\b",
    re.IGNORECASE,
)
"""With whom somebody lives: it says nothing besides the place. «mamma bor i Horten» does: she lives there."""


def says_nothing(beside: str, more: frozenset[str] = frozenset()) -> bool:
    """Whether only filler stands beside a place.

    Args:
        more: other words that say nothing here.
    """
    return all(word in PLACE_FILLER or word in more for word in standard_words(WITH_WHOM.sub(" ", beside.lower())))


class Places:
    """Understands places and shows contacts."""

    def __init__(self, voice: Voice, directory: Directory, now: Callable[[], datetime] = clock.now) -> None:
        self._voice = voice
        self.directory = directory
        self._now = now

    def locate(self, said: Utterance, expected: bool) -> Place:
        """The place a message names.

        Args:
            expected: it was just asked where the person lives; a bare name is enough then.
        """
        found = self.directory.find(said.text, expecting_place=expected)
        if found.status == "none":
            return Place(beside=said.text)
        sure = self.directory.find(said.text) if expected else found
        start, end = sure.span if sure.status != "none" else found.span
        beside = f"{said.text[:start]} {said.text[end:]}"
        alone = says_nothing(beside) if sure.status != "none" else not beside.strip(" .,!?\n")  # a name is the answer to where one lives
        if found.status == "ambiguous":
            return Place(ambiguous=found, alone=alone, beside=beside)
        code = found.matched[:4] if found.matched[:4].isdigit() else ""
        return Place(found.kommuner[0].nummer, found.bydel.number if found.bydel else None, alone=alone, beside=beside, code=code)

    def by_code(self, place: Place, state: State) -> tuple[Message, ...]:
        """Which municipality the register gives a postal code to: near a border it may be the neighbour's."""
        if not place.code or not place.kommune:
            return ()
        name = self.directory.kommune(place.kommune).navn
        return (self._voice.notice("sted_etter_postnummer", state.malform, place.code, name),)

    def move(self, state: State, kommune: str, bydel: str | None = None) -> State:
        """The state with another municipality; contacts count as not shown yet."""
        if kommune == state.kommune and bydel in (None, state.bydel):
            return state
        return replace(state, kommune=kommune, bydel=bydel, vist_kontakt=(), steder=())

    def narrowed(self, said: Utterance, state: State) -> str | None:
        """The one of several municipalities of a name that is in the county a message names: «den i Innlandet»."""
        county = self.directory.find(said.text).fylke
        among = [number for number in state.steder if self.directory.kommune(number).fylke == county]
        return among[0] if county and len(among) == 1 else None

    def ask(self, state: State, service: str, key: str = "hvor_bor_du") -> Reply:
        """Ask where the person lives."""
        question = Message("question", self._voice.say(key, state.malform), malform=state.malform)
        return Reply((question,), replace(state, venter="kommune", venter_tjeneste=service, spurt_sted=True))

    def ask_which(self, state: State, found: PlaceResult, service: str) -> Reply:
        """Ask which of several places is meant, or where in a region somebody is."""
        key = "hvor_i_regionen" if found.region else "hvilket_sted"
        buttons = tuple(
            Suggestion(
                kommune.full_name,
                payload("dialog_sted", nummer=kommune.nummer),
            )
            for kommune in found.kommuner
        )
        question = Message("question", self._voice.say(key, state.malform), suggestions=buttons, malform=state.malform)
        numbers = tuple(kommune.nummer for kommune in found.kommuner)
        return Reply((question,), replace(state, venter="kommune", venter_tjeneste=service, spurt_sted=True, steder=numbers))

    def contacts(self, state: State, services: tuple[str, ...], say: str | None = None, topic: str | None = None) -> Reply:
        """The contact cards of services where the person lives, and local offers behind them.

        Where the district decides which office is Nav's, Nav's common number is given and the district asked for;
        the office is then still to be shown.
        """
        malform = state.malform
        kommune = self.directory.kommune(state.kommune) if state.kommune else None
        districts = self.directory.districts(kommune.nummer) if kommune and "nav" in services and state.bydel is None else ()
        now = self._now()
        cards = self._cards(state, services, topic)
        title = self._voice.say("kontakt_tittel", malform, kommune.navn) if kommune else self._voice.say("kontakt_tittel_landet", malform)
        number = self._voice.library.figures.show("telefon.nav", malform, norwegian(now))
        here = "kontakt_her" if any(card["phone"] for card in cards) else "kontakt_uten_nummer"
        if writes(state):
            cards, here, say = without_ringing(cards), "kontakt_skriv", None
        message = Message(
            "contact",
            self._voice.say(here, malform, number),
            topic=topic,
            title=title,
            say=say,
            contacts=tuple(cards),
            suggestions=(Suggestion(self._voice.say("sted_endre", malform), payload("dialog_sted")),),
            malform=malform,
        )
        shown = tuple(service for service in services if not (districts and service == "nav"))
        state = replace(state, venter=None, vist_kontakt=tuple(dict.fromkeys(state.vist_kontakt + shown)))
        if kommune and districts:
            return Reply((message,), state) + self._ask_district(state, kommune.navn, districts)
        return Reply((message,), state) + self.offers(state, topic)

    def _cards(self, state: State, services: tuple[str, ...], topic: str | None = None) -> list[dict[str, Any]]:
        """The cards of services where the person lives, or of the whole country where that is not known, as the chat shows them."""
        now, bydel = self._now(), None if state.bydel == "-" else state.bydel
        about = self._voice.library[topic] if topic and topic in self._voice.library else None
        found = [
            card.as_json(state.malform, now)
            for service in services
            for card in self.directory.cards(
                service, state.kommune, bydel, matter=about.matter if about and about.service == service else None
            )
        ]
        return told_together(found, state.person(norwegian(now)).age, state.malform)

    def numbers(self, state: State, services: tuple[str, ...], topic: str | None = None) -> str:
        """The numbers to ring, each with whose it is and whether somebody answers now; empty where none is known."""
        ringing = {card["phone"]: card for card in reversed(self._cards(state, services, topic)) if card["phone"]}
        told = []
        for phone, card in list(reversed(ringing.items()))[:MOST_NUMBERS]:
            about = card["note"] or (card["level_text"] if card["level"] == WAY_IN else None)
            told.append(" ".join(filter(None, (f"{card['name']}: {phone}.", _sentence(about), *(now["text"] for now in card["openings"])))))
        return "\n".join(told)

    def writing(self, state: State, services: tuple[str, ...], words: str | None) -> Message:
        """That one need not ring, where one can write, and a first sentence."""
        text = self._voice.say("akt_tor_ikke", state.malform)
        if words:
            text = f"{text}\n{self._voice.say('skriv_dette', state.malform, words)}"
        return Message("notice", text, help=ways_to_write(self._cards(state, services)), malform=state.malform)

    def way_in(self, state: State, services: tuple[str, ...]) -> tuple[Message, ...]:
        """That the number shown is not the service's own, where one service is asked for and its number is not known."""
        if len(services) != 1 or writes(state):
            return ()
        first = next((card for card in self._cards(state, services) if card["phone"]), None)
        if first is None or first["level"] != WAY_IN:
            return ()
        return (Message("notice", _sentence(first["note"] or first["level_text"]) or "", malform=state.malform),)

    def offers(self, state: State, topic: str | None) -> Reply:
        """Local offers where the person lives that somebody knew of lately, each with where and when it is known from; once."""
        if not state.kommune or topic not in self._voice.library.roles.local_offers or OFFERS in state.vist_kontakt:
            return Reply((), state)
        kommune = self.directory.kommune(state.kommune)
        today = norwegian(self._now())
        held = [offer for offer in self.directory.offers(state.kommune) if offer.holds(today)][:MOST_OFFERS]
        told = tuple(
            Message(
                "notice",
                offer.text(state.malform),
                title=f"{self._voice.say('lokalt_tilbud', state.malform, kommune.navn)}: {offer.name}",
                topic=topic,
                sources=(offer.source_json(),),
                malform=state.malform,
            )
            for offer in held
        )
        return Reply(told, replace(state, vist_kontakt=(*state.vist_kontakt, OFFERS)) if told else state)

    def _ask_district(self, state: State, name: str, districts: tuple[tuple[str, str], ...]) -> Reply:
        malform = state.malform
        buttons = tuple(Suggestion(label, payload("dialog_sted", bydel=number)) for number, label in districts)
        buttons += (Suggestion(self._voice.say("vet_ikke_bydel", malform), payload("dialog_sted", bydel="-")),)
        question = Message("question", self._voice.say("hvilken_bydel", malform, name), suggestions=buttons, malform=malform)
        return Reply((question,), replace(state, venter="bydel", venter_tjeneste="nav", spurt_sted=True))


def _sentence(text: str | None) -> str | None:
    return text if text is None or text.endswith((".", "!", "?")) else f"{text}."


def helping_services(age: int | None) -> tuple[str, ...]:
    """Who can help when the question does not say: OT only to those it serves."""
    if age is not None and age >= ADULT_FROM:
        return tuple(service for service in GENERAL_SERVICES if service != "ot")
    return GENERAL_SERVICES
