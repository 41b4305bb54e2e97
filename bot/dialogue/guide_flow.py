"""A guide in the chat: one question at a time, corrected, left and resumed as the person likes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from bot.dialogue.certainty import certainty
from bot.dialogue.message import Message, Suggestion, payload
from bot.dialogue.reply import Reply
from bot.dialogue.state import GuideState, State
from bot.dialogue.understanding import Understanding
from bot.dialogue.voice import Voice
from bot.guides import Answer, FactError, Guide
from bot.language.normalise import standard
from bot.settings import Malform

_STOP = re.compile(r"^(?:(?:nei|ok|vil|jeg|kan|vi|bare|takk|please|la oss) )*(?:stopp|avbryt\w*|slutt\w*|gi deg|stop|cancel|hopp over alt|drit i det|glem det)\b")
_WHY = re.compile(r"^(?:men |og |ok )*(?:hvorfor (?:spør|lurer|må|trenger|vil) (?:du|dere|jeg)|hvorfor det|hvorfor|why)\b")
_CORRECTION = re.compile(r"^(?:nei|feil|oi|ops|vent|unnskyld|sorry|beklager|jeg mente|mente|rettelse|neida|eller|no)\b|\b(?:jeg mente|mente jeg|skrev feil|det var feil|skulle stått|ikke \w+ men)\b")

SERVICE_OF_GUIDE = {"hvilken_rett": "voksenopplaring", "vei_til_fagbrev": "fagopplaring", "hvilke_tiltak": "nav"}
"""Whom to contact after a guide whose outcome names nobody."""


class GuideFlow:
    """Runs the guides inside a conversation."""

    def __init__(self, voice: Voice, guides: Mapping[str, Guide], today: Callable[[], date]) -> None:
        self._voice = voice
        self._guides = guides
        self._today = today

    def volunteer(self, text: str, state: State) -> GuideState | None:
        """The state's guide facts with what a message tells in passing, kept for when a guide starts."""
        known = dict(state.guide.facts) if state.guide else {}
        guide_id = state.guide.id if state.guide else "hvilken_rett"
        told = self._guides[guide_id].read_facts(text, self._today())
        if not told:
            return state.guide
        return GuideState(guide_id, {**known, **told}, state.guide.asked if state.guide else None)

    def start(self, guide_id: str, heard: Understanding, state: State) -> Reply:
        """Begin a guide with what is known already."""
        facts = dict(state.guide.facts) if state.guide else {}
        guide = self._guides[guide_id]
        facts = {name: value for name, value in facts.items() if name in guide.facts}
        if not heard.pressed:
            facts.update(guide.read_facts(heard.text, self._today()))
        state = replace(state, guide=GuideState(guide_id, facts), tema=self._topic_of(guide_id, state))
        intro = self._voice.notice("guide_start", state.malform)
        reply = self._go_on(state)
        return replace(reply, messages=(intro, *reply.messages)) if reply.state.venter == "guide" else reply

    def pressed(self, entities: Mapping[str, Any], state: State) -> Reply:
        """A guide's button: start it, answer its question, or go on."""
        guide_id = str(entities.get("guide") or (state.guide.id if state.guide else "hvilken_rett"))
        if guide_id not in self._guides:
            return Reply((self._voice.notice("guide_fant_ikke", state.malform),), state)
        if "fakta" not in entities:
            if entities.get("fortsett") and state.guide:
                return self.resume(state)
            return self.start(guide_id, Understanding("", "dialog_guide", 1.0, pressed=True), state)
        if state.guide is None or state.guide.id != guide_id:
            state = replace(state, guide=GuideState(guide_id))
        return self._take(str(entities["fakta"]), entities.get("verdi"), state)

    def hear(self, heard: Understanding, state: State) -> Reply | State:
        """Free text while a question is open: an answer, a correction, why, stop – or another question."""
        assert state.guide is not None
        guide, asked, on = self._guides[state.guide.id], state.guide.asked, self._today()
        plain = standard(heard.text)
        if _STOP.search(plain):
            return self.leave(state)
        if _WHY.search(plain):
            return self.why(state)
        told = guide.read_facts(heard.text, on)
        if _CORRECTION.search(plain):
            corrected = self._correction(heard.text, told, state)
            if corrected is not None:
                return corrected
        value = guide.read_answer(asked, heard.text, on) if asked else None
        if value is not None and asked is not None:
            return self._take(asked, value, state, also=told)
        if told:
            state = replace(state, guide=replace(state.guide, facts={**state.guide.facts, **told}))
            return self._go_on(state)
        if certainty(heard) == "sure" and heard.intent not in ("ja", "nei", "utenfor_tema"):
            return replace(state, venter=None)
        reply = self._ask(state)
        again = self._voice.notice("guide_igjen", state.malform)
        return replace(reply, messages=(again, *reply.messages))

    def resume(self, state: State) -> Reply:
        """Go on with a guide that was left."""
        return self._go_on(state) if state.guide else Reply((self._voice.notice("guide_fant_ikke", state.malform),), state)

    def leave(self, state: State) -> Reply:
        """Stop; the facts stay in case the person comes back."""
        message = Message("notice", self._voice.say("guide_avbrutt", state.malform), malform=state.malform)
        if state.guide:
            message = replace(message, suggestions=(self._resume_button(state),))
        return Reply((message,), replace(state, venter=None))

    def why(self, state: State) -> Reply:
        """Why the open question is asked."""
        text = self._voice.say("guide_ingen_hvorfor", state.malform)
        if state.guide is None or state.guide.asked is None:
            return Reply((Message("notice", text, malform=state.malform),), state)
        question = self._evaluate(state).next_question
        if question is not None:
            text = _text(question.why, state.malform)
        reply = self._ask(state)
        return replace(reply, messages=(Message("notice", text, malform=state.malform), *reply.messages))

    def resume_offer(self, state: State) -> Message:
        """A button back to the open question, after another question was answered in between."""
        return Message(
            "question",
            self._voice.say("guide_fortsett", state.malform),
            suggestions=(self._resume_button(state),),
            malform=state.malform,
        )

    def service_for_result(self, state: State) -> str | None:
        """The service to contact when a guide has just been answered; None while it goes on or was left."""
        if state.guide is None or state.guide.asked is not None or state.venter == "guide":
            return None
        answer = self._evaluate(state)
        for outcome in answer.outcomes:
            service = self._voice.library[outcome.topic].service
            if service != "ingen":
                return service
        return SERVICE_OF_GUIDE.get(state.guide.id)

    # --- parts ------------------------------------------------------------------------------------

    def _correction(self, text: str, told: Mapping[str, Any], state: State) -> Reply | None:
        assert state.guide is not None
        guide, on = self._guides[state.guide.id], self._today()
        facts = dict(state.guide.facts)
        name: str | None
        if told:
            name, value = next(iter(told.items()))
        else:
            # The newest fact that the text can be an answer to: «nei, jeg mente 2004».
            readable = [(n, guide.read_answer(n, text, on)) for n in reversed(list(facts))]
            name, value = next(((n, v) for n, v in readable if v is not None and v != facts[n]), (None, None))
        if name is None or name not in facts:
            return None
        state = replace(state, guide=replace(state.guide, facts={**facts, **told, name: value}))
        noted = self._voice.notice("guide_rettet", state.malform, self._describe(guide, name, value, state.malform))
        reply = self._go_on(state)
        return replace(reply, messages=(noted, *reply.messages))

    def _take(self, fact: str, value: Any, state: State, also: Mapping[str, Any] | None = None) -> Reply:
        assert state.guide is not None
        guide = self._guides[state.guide.id]
        try:
            checked = guide.check_fact(fact, value)
        except FactError as error:
            reply = self._ask(state)
            wrong = Message("notice", _text(error.message, state.malform), malform=state.malform)
            return replace(reply, messages=(wrong, *reply.messages))
        facts = {**state.guide.facts, **(also or {}), fact: checked}
        return self._go_on(replace(state, guide=GuideState(state.guide.id, facts, None)))

    def _evaluate(self, state: State) -> Answer:
        assert state.guide is not None
        return self._guides[state.guide.id].evaluate(state.guide.facts, self._today())

    def _go_on(self, state: State) -> Reply:
        return self._ask(state) if self._evaluate(state).next_question is not None else self._result(state)

    def _ask(self, state: State) -> Reply:
        assert state.guide is not None
        question = self._evaluate(state).next_question
        if question is None:
            return self._result(state)
        malform = state.malform
        options = tuple(
            Suggestion(
                _text(label, malform),
                payload("dialog_guide", guide=state.guide.id, fakta=question.fact, verdi=value),
            )
            for value, label in question.options
        )
        steer = (
            Suggestion(self._voice.say("guide_hvorfor_knapp", malform), payload("dialog_hvorfor")),
            Suggestion(self._voice.say("guide_avbryt_knapp", malform), payload("dialog_avbryt")),
        )
        message = Message(
            "question",
            _text(question.text, malform),
            topic=self._topic_of(state.guide.id, state),
            suggestions=options + steer,
            malform=malform,
        )
        return Reply((message,), replace(state, venter="guide", guide=replace(state.guide, asked=question.fact)))

    def _result(self, state: State) -> Reply:
        assert state.guide is not None
        guide, malform, on = self._guides[state.guide.id], state.malform, self._today()
        answer = self._evaluate(state)
        state = replace(state, venter=None, guide=replace(state.guide, asked=None), uforstatt=0)
        because = "; ".join(
            dict.fromkeys(self._describe(guide, item.fact, item.value, malform) for item in answer.because if item.fact)
        )
        sources = tuple(
            {"title": source.title, "url": source.url, "checked": source.checked.isoformat()}
            for source in dict.fromkeys(item.source for item in answer.because)
        )
        if answer.outcomes:
            main, *others = answer.outcomes
            topic = self._voice.library.answer(main.topic, malform, on)
            known = {source["title"] for source in sources}
            checked = tuple(source.as_json() for source in topic.sources if source.title not in known)
            messages = [
                Message(
                    "answer",
                    _text(main.reason, malform),
                    topic=main.topic,
                    title=_text(main.title, malform),
                    advice=self._voice.say("guide_fordi", malform, because) if because else None,
                    sources=sources + checked,
                    suggestions=self._voice.topic_buttons(
                        dict.fromkeys([main.topic, *topic.next]), malform
                    ),
                    malform=malform,
                )
            ]
            messages += [
                Message(
                    "answer",
                    _text(outcome.reason, malform),
                    topic=outcome.topic,
                    title=_text(outcome.title, malform),
                    sources=tuple(s.as_json() for s in self._voice.library[outcome.topic].sources),
                    suggestions=self._voice.topic_buttons((outcome.topic,), malform),
                    malform=malform,
                )
                for outcome in others[:2]
            ]
            if len(others) > 2:
                messages[-1] = replace(
                    messages[-1],
                    suggestions=messages[-1].suggestions
                    + self._voice.topic_buttons((outcome.topic for outcome in others[2:6]), malform),
                )
            state = replace(state, tema=main.topic, fasett=None)
        else:
            messages = [self._voice.notice("guide_fant_ikke", malform)]
        if answer.advice:
            messages.append(Message("notice", _text(answer.advice, malform), malform=malform))
        return Reply(tuple(messages), state)

    def _describe(self, guide: Guide, fact: str, value: Any, malform: Malform) -> str:
        return guide.describe(fact, value, malform)

    def _resume_button(self, state: State) -> Suggestion:
        assert state.guide is not None
        return Suggestion(
            self._voice.say("guide_fortsett_knapp", state.malform),
            payload("dialog_guide", guide=state.guide.id, fortsett=1),
        )

    @staticmethod
    def _topic_of(guide_id: str, state: State) -> str | None:
        return guide_id if guide_id == "hvilken_rett" else state.tema


def _text(texts: Mapping[str, str], malform: Malform) -> str:
    return texts.get(malform) or texts["nb"]
