"""A guide in the chat: one question at a time, corrected, left and resumed as the person likes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from bot.dialogue.certainty import certainty
from bot.dialogue.guide_result import GuideResult
from bot.dialogue.guide_words import Correction, asks_something, asks_why, correction, wants_on, wants_stop
from bot.dialogue.message import Message, Suggestion, payload
from bot.dialogue.reply import Reply
from bot.dialogue.state import GuideState, State
from bot.dialogue.understanding import Understanding
from bot.dialogue.voice import Voice
from bot.guides import Answer, FactError, Guide
from bot.guides.model import Fact
from bot.guides.reading import UNSURE, read_answer, read_content, read_facts
from bot.language.utterance import Utterance

OFTEN = 3
"""Messages in a row that were no answer, after which a person is offered instead."""


class GuideFlow:
    """Runs the guides inside a conversation."""

    def __init__(self, voice: Voice, guides: Mapping[str, Guide], today: Callable[[], date]) -> None:
        self._voice = voice
        self._guides = guides
        self._today = today
        self._result = GuideResult(voice, today)

    def told(self, said: Utterance, born: int | None) -> dict[str, Any]:
        """What a message tells for certain of the one who writes, and some guide can use."""
        told = read_facts(said, born)
        return {name: value for name, value in told.items() if any(guide.accepts(name, value) for guide in self._guides.values())}

    def described(self, state: State) -> list[str]:
        """What the person told of themselves, in words, the oldest first."""
        told = []
        for name, value in state.fakta.items():
            guide = next((guide for guide in self._guides.values() if guide.accepts(name, value)), None)
            told += [guide.describe(name, value, state.malform)] if guide else []
        return told

    def start(self, guide_id: str, state: State) -> Reply:
        """Begin a guide with what is known already."""
        state = replace(state, guide=GuideState(guide_id), tema=self._guides[guide_id].topic)
        reply = self._go_on(state)
        if reply.state.venter != "guide":
            return reply
        intro = [self._voice.notice("guide_start", state.malform)]
        guide = self._guides[guide_id]
        known = "; ".join(guide.describe(name, value, state.malform) for name, value in self._facts(state).items())
        if known:
            intro.append(self._voice.notice("guide_vet_fra_for", state.malform, known))
        return replace(reply, messages=(*intro, *reply.messages))

    def pressed(self, entities: Mapping[str, Any], state: State) -> Reply:
        """A guide's button: start it, answer its question, go back to one that was answered, or go on."""
        guide_id = str(entities.get("guide") or (state.guide and state.guide.id) or next(iter(self._guides)))
        if guide_id not in self._guides:
            return Reply((self._voice.notice("guide_fant_ikke", state.malform),), state)
        current = state.guide if state.guide and state.guide.id == guide_id else None
        if "fakta" in entities:
            if current is None:
                state = replace(state, guide=GuideState(guide_id))
            fact = str(entities["fakta"])
            return self._take(fact, entities["verdi"], state) if "verdi" in entities else self._ask(state.forgetting(fact))
        if entities.get("fortsett") and current:
            return self._go_on(state)
        return self.start(guide_id, state)

    def hear(self, heard: Understanding, told: Mapping[str, Any], state: State, names_place: bool = False) -> Reply | State:
        """Free text while a question is open: an answer, a correction, why, stop – or another question.

        Args:
            told: facts the message tells for certain.
            names_place: the message does no more than name a place.

        Returns:
            A reply; or the state to go on with when the message is for somebody else. The question stays open when it
            was only a place.
        """
        guide = self._guide(state)
        if wants_on(heard.said):
            return self._ask(state)
        if wants_stop(heard.said) or heard.act == "stopp":
            return self.leave(state)
        if (meaning := self._voice.meaning(heard.said, state.malform)) is not None:
            return self._after(meaning, self._ask(state))
        if asks_why(heard.said, in_guide=True):
            return self.why(state)
        if heard.asked_malform:
            return self._after(self._voice.notice(f"malform_{state.malform}", state.malform), self._ask(state))
        sure_of_other = certainty(heard) == "sure" and heard.intent not in self._voice.library.roles.having("hoflighet", "utenfor")
        if sure_of_other and asks_something(heard.said):
            return self._interrupted(state, told)
        asked = guide.facts[state.guide.asked] if state.guide and state.guide.asked else None
        found = correction(heard.said)
        if found and (found.strong or asked is None or read_content(asked, heard.said, self._today()) is None):
            corrected = self._correct(found, told, state)
            if corrected is not None:
                return corrected
        value = read_answer(asked, heard.said, self._today()) if asked else None
        if asked and value is not None:
            return self._take(asked.id, value, state, also=told)
        return self._not_answered(heard, told, state, asked, names_place, sure_of_other)

    def _not_answered(
        self, heard: Understanding, told: Mapping[str, Any], state: State, asked: Fact | None, names_place: bool, sure_of_other: bool
    ) -> Reply | State:
        """A message that does not answer what was asked: it may tell something else, name a place, or be another question."""
        number = heard.said.tidy.isdigit()  # a year rather than a postal code
        told = told or (self._year(heard.said, self._guide(state)) if number else {})
        if told:
            return self._go_on(state.knowing(told))
        if names_place and not number:
            return state
        asks_another = certainty(heard) == "close" and asks_something(heard.said) and heard.intent in self._voice.library
        if sure_of_other or (asks_another and heard.intent not in self._voice.library.roles.asides):
            return self._interrupted(state, told)
        return self._missed(
            state, asked is not None and bool(UNSURE.search(heard.said.standard)), asked is not None and asked.kind == "choice"
        )

    def _missed(self, state: State, unsure: bool, choice: bool) -> Reply:
        """The question again, other words each time; after that, a person and what was told."""
        missed = state.uforstatt + 1
        if missed >= OFTEN:
            told = "; ".join(self._guide(state).describe(name, value, state.malform) for name, value in self._facts(state).items())
            said = (
                self._voice.say("guide_gir_opp_fortalt", state.malform, told) if told else self._voice.say("guide_gir_opp", state.malform)
            )
            buttons = (*self._voice.person(state.malform), self._resume_button(state))
            return Reply((Message("notice", said, suggestions=buttons, malform=state.malform),), replace(state, venter=None, uforstatt=0))
        key = "guide_vet_ikke" if unsure and choice else "guide_omtrent" if unsure else "guide_igjen"
        reply = self._after(self._voice.notice(key if missed == 1 else "guide_enda_en_gang", state.malform), self._ask(state))
        return replace(reply, state=replace(reply.state, uforstatt=missed))

    def hear_later(self, heard: Understanding, told: Mapping[str, Any], state: State) -> Reply | None:
        """Free text while no question is open: why was that asked, go on, or a correction of what was told."""
        if state.guide is None:
            return None
        if state.guide.asked and asks_why(heard.said):
            return self.why(state)
        if state.guide.asked and wants_on(heard.said):
            return self._go_on(state)
        found = correction(heard.said)
        return self._correct(found, told, state) if found and not asks_something(heard.said) else None

    def offers(self, said: Utterance, state: State) -> bool:
        """Whether a text is an answer that the open question offers, word for word."""
        if state.venter != "guide" or state.guide is None or state.guide.asked is None:
            return False
        return self._guide(state).facts[state.guide.asked].named(said.plain) is not None

    def resume(self, state: State) -> Reply | None:
        """Go on with a guide that was left or interrupted; None when there is none."""
        return self._go_on(state) if state.guide and state.guide.asked else None

    def leave(self, state: State) -> Reply:
        """Stop; the facts stay in case the person comes back."""
        message = self._voice.notice("guide_avbrutt", state.malform)
        if state.guide:
            message = replace(message, suggestions=(self._resume_button(state),))
        return Reply((message,), replace(state, venter=None))

    def why(self, state: State) -> Reply:
        """Why the open question is asked, and the question again."""
        question = self._evaluate(state).next_question if state.guide and state.guide.asked else None
        if question is None:
            return Reply((self._voice.notice("guide_ingen_hvorfor", state.malform),), state)
        return self._after(Message("notice", question.why[state.malform], malform=state.malform), self._ask(state))

    def offer_to_go_on(self, reply: Reply) -> Reply:
        """The reply to another question, with a way back to the guide; offered once, and not beside a question – but before that of the place."""
        state = reply.state
        if state.guide is not None and state.guide.interrupted and state.venter == "kommune" and len(reply.messages) > 1:
            reply = Reply(reply.messages[:-1], replace(state, venter=None, venter_tjeneste=None, spurt_sted=False))
            state = reply.state
        if state.guide is None or not state.guide.interrupted or state.venter is not None:
            return reply
        text, malform = self._voice.say("guide_fortsett", state.malform), state.malform
        offer = Message("question", text, suggestions=(self._resume_button(state),), malform=malform)
        return Reply((*reply.messages, offer), replace(state, guide=replace(state.guide, interrupted=False)))

    # --- parts ------------------------------------------------------------------------------------

    @staticmethod
    def _after(first: Message, reply: Reply) -> Reply:
        """The reply with a message before it; a result stays a result."""
        return replace(reply, messages=(first, *reply.messages))

    def _guide(self, state: State) -> Guide:
        """The guide at hand."""
        assert state.guide is not None
        return self._guides[state.guide.id]

    def _year(self, said: Utterance, guide: Guide) -> dict[str, Any]:
        """A year that answers another question than the one asked."""
        years = ((fact.id, read_content(fact, said, self._today())) for fact in guide.facts.values() if fact.kind == "year")
        return {name: value for name, value in years if value is not None}

    def _facts(self, state: State) -> dict[str, Any]:
        """What is known that the guide at hand can use; the rest is kept for another guide."""
        guide = self._guide(state)
        return {name: value for name, value in state.fakta.items() if guide.accepts(name, value)}

    def _interrupted(self, state: State, told: Mapping[str, Any]) -> State:
        state = state.knowing(told)
        assert state.guide is not None
        return replace(state, venter=None, guide=replace(state.guide, interrupted=True))

    def _correct(self, found: Correction, told: Mapping[str, Any], state: State) -> Reply | None:
        """The reply to a correction of something known; None when it corrects nothing."""
        guide, on, facts = self._guide(state), self._today(), self._facts(state)
        newest_first = [guide.facts[name] for name in reversed(facts)]
        right = {name: value for name, value in told.items() if name in facts and facts[name] != value}
        if not right:
            rest = Utterance(found.rest)
            if found.strong:
                readings = [(fact.id, read_content(fact, rest, on)) for fact in newest_first]
                readings += [(fact.id, read_answer(fact, rest, on)) for fact in newest_first[:1]]
            else:  # «nei, 2004»: only a bare number corrects so quietly
                years = [fact for fact in newest_first if fact.kind == "year" and found.rest.isdigit()]
                readings = [(fact.id, read_content(fact, rest, on)) for fact in years]
            changed = ((name, value) for name, value in readings if value is not None and value != facts[name])
            first = next(changed, None)
            right = dict([first]) if first else {}
        if not right:
            return None
        told_back = "; ".join(guide.describe(name, value, state.malform) for name, value in right.items())
        corrected = self._voice.notice("guide_rettet", state.malform, told_back)
        return self._after(corrected, self._go_on(state.knowing(right)))

    def _take(self, fact: str, value: Any, state: State, also: Mapping[str, Any] | None = None) -> Reply:
        try:
            checked = self._guide(state).check_fact(fact, value)
        except FactError as error:
            return self._after(Message("notice", error.message[state.malform], malform=state.malform), self._ask(state))
        return self._go_on(state.knowing({**(also or {}), fact: checked}))

    def _evaluate(self, state: State) -> Answer:
        return self._guide(state).evaluate(self._facts(state), self._today())

    def _go_on(self, state: State) -> Reply:
        return self._ask(state) if self._evaluate(state).next_question else self._finish(state)

    def _ask(self, state: State) -> Reply:
        answer, known = self._evaluate(state), tuple(self._facts(state))
        question = answer.next_question
        if question is None:
            return self._finish(state)
        guide, malform = self._guide(state), state.malform
        options = tuple(
            Suggestion(label[malform], payload("dialog_guide", guide=guide.id, fakta=question.fact, verdi=value))
            for value, label in question.options
        )
        back = known[-1:]  # the newest that was told
        steer = (
            *(
                Suggestion(self._voice.say("guide_tilbake_knapp", malform), payload("dialog_guide", guide=guide.id, fakta=name), "steer")
                for name in back
            ),
            Suggestion(self._voice.say("guide_hvorfor_knapp", malform), payload("dialog_hvorfor"), "steer"),
            Suggestion(self._voice.say("guide_avbryt_knapp", malform), payload("dialog_avbryt"), "steer"),
        )
        message = Message(
            "question",
            question.text[malform],
            topic=guide.topic,
            suggestions=options + steer,
            step={"number": len(known) + 1, "of": len(known) + len(answer.missing)},
            malform=malform,
        )
        asking = GuideState(guide.id, asked=question.fact)
        return Reply((message,), replace(state, venter="guide", guide=asking, uforstatt=0))

    def _finish(self, state: State) -> Reply:
        guide = self._guide(state)
        done = replace(state, venter=None, uforstatt=0, guide=GuideState(guide.id))
        return self._result.tell(guide, self._evaluate(done), done)

    def _resume_button(self, state: State) -> Suggestion:
        title = self._voice.say("guide_fortsett_knapp", state.malform)
        return Suggestion(title, payload("dialog_guide", guide=self._guide(state).id, fortsett=1))
