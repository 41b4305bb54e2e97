"""Replies to what a message does with the talk itself: its sources, shorter, simpler, an earlier answer, the two compared; or that only shares good news.

Everything said is in the data: sources and dates, hard words, short forms, what was told.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bot.content import Answer
from bot.content.dates import written_date
from bot.dialogue.answers import NO_SERVICE, Answers
from bot.dialogue.guide_flow import GuideFlow
from bot.dialogue.message import Message, Suggestion, payload
from bot.dialogue.places import Places, helping_services
from bot.dialogue.reply import Reply
from bot.dialogue.state import State
from bot.dialogue.voice import Voice
from bot.dialogue.writing import writes
from bot.language.plain import sentences

GUIDANCE = "karriereveiledning"
"""Who helps one to choose, when no guide does."""
MOST_SOURCES, MOST_WORDS = 3, 4
MOST_KEPT = 3
"""Sentences of an answer in other words."""
COMPANY = {"nav": ("nav_forste_gang", "folge"), "ot": ("ot", "ta_med_noen")}
"""Where it is answered whether somebody may come along, by who owns the topic at hand."""


def _what_matters(text: str) -> str:
    """The sentences of an answer that may not be left out: the first, and those with a figure or a day, at most `MOST_KEPT`; else the two first."""
    every = sentences(text)
    kept = [at for at, sentence in enumerate(every) if at == 0 or any(sign.isdigit() for sign in sentence)][:MOST_KEPT]
    if len(kept) == 1:
        kept = [0, 1]
    return " ".join(every[at] for at in kept if at < len(every))


class Acts:
    """One method an act, by its name in data/nlu/acts; each gives None when the talk has nothing to do it with."""

    def __init__(self, voice: Voice, answers: Answers, places: Places, guides: GuideFlow, today: Callable[[], date]) -> None:
        self._voice, self._answers, self._places, self._guides, self._today = voice, answers, places, guides, today

    def reply(self, act: str, state: State) -> Reply | None:
        """The reply to an act; None when it has to be heard as an ordinary message."""
        return getattr(self, f"_{act}")(state)  # type: ignore[no-any-return]

    # --- where it is known from ---------------------------------------------------------------------

    def _kilde(self, state: State) -> Reply | None:
        return self._with_sources("akt_kilde", state)

    def _sikker(self, state: State) -> Reply | None:
        return self._with_sources("akt_sikker", state)

    def _naar_sjekket(self, state: State) -> Reply | None:
        answer = self._answer(state)
        if answer is None:
            return None
        days = written_date(max(source.checked for source in answer.sources), state.malform)
        return self._said(self._voice.say("akt_naar_sjekket", state.malform, days), state, answer)

    def _with_sources(self, key: str, state: State) -> Reply | None:
        answer = self._answer(state)
        if answer is None:
            return None
        told = [f"{source.title} ({written_date(source.checked, state.malform)})" for source in answer.sources[:MOST_SOURCES]]
        return self._said(self._voice.say(key, state.malform, "; ".join(told)), state, answer)

    # --- the same in other words --------------------------------------------------------------------

    def _kort(self, state: State) -> Reply | None:
        answer = self._answer(state)
        if answer is None:
            return None
        whole = self._answer(replace(state, fasett=None, svar=None))  # what it is about, and what was asked of it last
        said = dict.fromkeys(sentences(told.text)[0] for told in (whole, answer) if told is not None)
        return self._said(self._voice.say("akt_kort", state.malform, " ".join(said)), state, answer)

    def _enklere(self, state: State) -> Reply | None:
        answer = self._answer(state)
        if answer is None:
            return None
        main = _what_matters(answer.text)
        room = len(answer.text) - len(main)
        told = (
            [self._voice.say("akt_enklere", state.malform, main)]
            if room >= len(self._voice.say("akt_enklere", state.malform, ""))
            else [main]
        )
        for word in self._voice.library.glossary.explain(main, state.malform, answer.topic)[:MOST_WORDS]:  # those that are still there
            line = f"{word.word}: {word.text}"
            if len("\n".join([*told, line])) <= len(answer.text):
                told.append(line)
        return self._said("\n".join(told), state, answer, self._voice.person(state.malform))

    def _eksempel(self, state: State) -> Reply | None:
        answer = self._answer(state)
        if answer is None or answer.facet == "soke" or "soke" not in answer.facets:
            return None
        return self._answers.topic(answer.topic, "soke", state)

    # --- an earlier answer, and several -------------------------------------------------------------

    def _forrige(self, state: State) -> Reply | None:
        if len(state.temaer) < 2:
            return None
        topic = state.temaer[0] if state.temaer[0] != state.tema else state.temaer[-2]
        title = self._voice.library.title(topic, state.malform)
        reply = self._answers.topic(topic, None, state)
        return replace(reply, messages=(self._voice.notice("akt_tilbake", state.malform, title), *reply.messages))

    def _sammenlign(self, state: State) -> Reply | None:
        return self.compare(state.temaer[-2:], state)

    def _mest(self, state: State) -> Reply | None:
        return self.compare(state.temaer[-2:], state, "penger")

    def compare(self, topics: tuple[str, ...], state: State, facet: str | None = None) -> Reply | None:
        """Two topics beside each other; None when there are not two, or they do not have the facet."""
        library = self._voice.library
        if len(topics) < 2 or any(topic not in library or (facet and facet not in library[topic].facets) for topic in topics):
            return None
        on, malform = self._today(), state.malform
        told = [self._beside(self._voice.answer(topic, facet, malform, on, place=state.kommune)) for topic in topics]
        lead = self._voice.notice("akt_sammenlign", malform, *(library.title(topic, malform) for topic in topics))
        first, second = topics
        state = replace(state.about(first, facet).about(second, facet), alternativer=(first,), uforstatt=0, venter=None)
        return Reply((lead, *told), state)

    def one_of_two(self, topic: str, state: State, part: str) -> Message:
        """The answer to a question of one of two topics that are spoken of together."""
        on = self._today()
        return self._beside(self._voice.answer(topic, None, state.malform, on, place=state.kommune, part=part, person=state.person(on)))

    @staticmethod
    def _beside(message: Message) -> Message:
        """One of two answers: what else it can be asked stays with it, the ways on do not."""
        return replace(message, advice=None, suggestions=tuple(s for s in message.suggestions if s.kind == "facet"))

    def _anbefal(self, state: State) -> Reply | None:
        if state.tema is None:
            return None
        guide = self._voice.guide_after(state.tema)
        if guide is not None:
            start = Suggestion(guide.button[state.malform], payload("dialog_guide", guide=guide.id))
            text = self._voice.say("akt_anbefal", state.malform)
            message = Message("question", text, suggestions=(start, *self._voice.person(state.malform)), malform=state.malform)
            return Reply((message,), replace(state, venter=None))
        reply = self._answers.topic(GUIDANCE, None, state)
        return replace(reply, messages=(self._voice.notice("akt_anbefal_person", state.malform), *reply.messages))

    # --- what was told, and what was missed ---------------------------------------------------------

    def _sa_jeg(self, state: State) -> Reply | None:
        told = self._guides.described(state)
        if state.kommune:
            told.append(self._voice.say("akt_bor", state.malform, self._places.directory.kommune(state.kommune).navn))
        key = "akt_sa_jeg" if told else "akt_sa_ingenting"
        return self._said(self._voice.say(key, state.malform, "; ".join(told)), state)

    def _ikke_det(self, state: State) -> Reply | None:
        topics = () if state.pair else tuple(topic for topic in state.alternativer if topic != state.tema)
        key = "akt_ikke_det" if topics else "akt_ikke_det_skriv"
        buttons = (*self._voice.topic_buttons(topics, state.malform), *self._voice.person(state.malform))
        message = Message("question", self._voice.say(key, state.malform), suggestions=buttons, malform=state.malform)
        return Reply((message,), replace(state, venter=None))

    # --- somebody to talk to ------------------------------------------------------------------------

    def _ring_for_meg(self, state: State) -> Reply | None:
        return self._to_somebody("akt_ring_for_meg", state)

    def _tor_ikke(self, state: State) -> Reply | None:
        return self._to_somebody("akt_tor_ikke", state)

    def _hva_si(self, state: State) -> Reply | None:
        words = self._answers.say(state.tema, state)
        key, parts = ("akt_hva_si", (words,)) if words else ("akt_hva_si_alltid", ())
        return self._said(self._voice.say(key, state.malform, *parts), state, self._answer(state), self._voice.person(state.malform))

    def _hvem_hjelper(self, state: State) -> Reply | None:
        answer = self._answer(state)
        if answer is None:
            return None
        if "kontakt" in answer.facets:
            return self._answers.with_whom(answer.topic, state)
        return self._to_somebody("akt_hvem_hjelper", state)

    def _ta_med(self, state: State) -> Reply | None:
        where = COMPANY.get(self._answers.service(state.tema))
        return None if where is None else self._answers.topic(where[0], None, state, where[1])

    def _to_somebody(self, key: str, state: State) -> Reply:
        service = self._answers.service(state.tema)
        services = (service,) if service != NO_SERVICE else helping_services(state.age(self._today()))
        writing = self._places.writing(state, services, self._answers.words(state.tema, state)) if writes(state) else None
        # Who cannot ring is told that they may write; who asks for it once more, that we cannot do it for them.
        first = writing if writing and key == "akt_tor_ikke" else self._voice.notice(key, state.malform)
        if writing and first is not writing:
            first = replace(first, help=writing.help)
        lead = Reply((first,), replace(state, uforstatt=0))
        if not state.kommune:
            return lead + self._places.ask(lead.state, ",".join(services))
        return lead + self._places.contacts(lead.state, services, self._answers.say(state.tema, state), state.tema)

    # --- the talk itself ----------------------------------------------------------------------------

    def _paa_nytt(self, state: State) -> Reply | None:
        fresh = State(malform=state.malform, malform_valgt=state.malform_valgt, fra_siden=state.fra_siden)
        start = self._voice.topic_buttons(self._voice.library.start.in_doubt, state.malform)
        return Reply((Message("notice", self._voice.say("akt_paa_nytt", state.malform), suggestions=start, malform=state.malform),), fresh)

    def _stopp(self, state: State) -> Reply | None:
        return self._said(self._voice.say("akt_stopp", state.malform), replace(state, venter=None))

    def _god_nyhet(self, state: State) -> Reply | None:
        return self._said(self._voice.say("akt_god_nyhet", state.malform), replace(state, venter=None))

    # --- parts --------------------------------------------------------------------------------------

    def _answer(self, state: State) -> Answer | None:
        """The answer under discussion."""
        library = self._voice.library
        if not state.tema or state.tema not in library or state.tema in library.roles.asides:
            return None
        on = self._today()
        return library.answer(state.tema, state.malform, on, state.fasett, state.kommune, state.svar, state.person(on))

    @staticmethod
    def _said(text: str, state: State, answer: Answer | None = None, suggestions: tuple[Suggestion, ...] = ()) -> Reply:
        sources = tuple(source.as_json() for source in answer.sources) if answer else ()
        topic = answer.topic if answer else None
        message = Message(
            "answer" if answer else "notice", text, topic=topic, sources=sources, suggestions=suggestions, malform=state.malform
        )
        return Reply((message,), replace(state, uforstatt=0))
