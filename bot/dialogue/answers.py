"""Answers from the content, with the local contact: what more than one step says."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bot.content import Library
from bot.dialogue.certainty import candidates, certainty, close_rival
from bot.dialogue.guide_flow import GuideFlow
from bot.dialogue.guide_result import Result
from bot.dialogue.message import Message
from bot.dialogue.places import Place, Places, helping_services
from bot.dialogue.reply import Reply
from bot.dialogue.state import State
from bot.dialogue.understanding import FIRMLY, LEANS, Understanding
from bot.dialogue.voice import Voice
from bot.dialogue.writing import writes
from bot.language.normalise import standard

CONTACT_FACETS = frozenset({"kontakt", "soke"})
NEXT = 0.05
"""From this probability on something else is answered rather than the same words twice in a row."""
MOST_NEAR = 3
"""Questions offered where the one that was asked has no answer."""
NO_SERVICE = "ingen"
ANYBODY = "finn_kontakt"
"""The topic of whom to contact when no office is asked for."""


_I_REFUSE = re.compile(
    r"\b(?:jeg|man|vi|i|we) (?:\w+ )?(?:si nei|sier nei|takke nei|takker nei|nekte|nekter|avslå|refuse|say no|decline)\b"
)
_THEY_REFUSE = re.compile(r"\b(?!jeg\b|eg\b|man\b|vi\b)\w+ (?:si(?:er)? nei|nekter?|avslår?)\b")


def not_turned_round(heard: Understanding, library: Library) -> tuple[tuple[str, str, float], ...]:
    """The questions a message may ask, less those that turn it round: «kan jeg si nei» is not «kan Nav si nei»."""
    if heard.pressed or not _I_REFUSE.search(heard.said.plain):
        return heard.parts
    return tuple(item for item in heard.parts if not _theirs(item[0], item[1], library))


def _theirs(topic: str, part: str, library: Library) -> bool:
    passage = library[topic].passage(part) if topic in library else None
    return passage is not None and bool(_THEY_REFUSE.search(standard(passage.question["nb"])))


class Answers:
    """Content as replies."""

    def __init__(self, voice: Voice, places: Places, guides: GuideFlow, today: Callable[[], date]) -> None:
        self._voice = voice
        self._library = voice.library
        self._roles = voice.library.roles
        self._places = places
        self._guides = guides
        self._today = today

    def topic(self, topic: str, facet: str | None, state: State, part: str | None = None) -> Reply:
        """The answer to a topic, a facet of it or one of its questions, with whom to contact, or the question where the person lives."""
        on = self._today()
        message = self._voice.answer(topic, facet, state.malform, on, place=state.kommune, part=part, person=state.person(on))
        if topic not in self._roles.asides:
            state = state.about(topic, message.facet or facet, message.part)
        state = replace(state, uforstatt=0)
        reply = Reply((message,), state)
        service = self.service(topic)
        if service == NO_SERVICE or topic in self._roles.asides:
            return reply + self._places.offers(state, topic)
        if state.kommune and (service not in state.vist_kontakt or facet in CONTACT_FACETS):
            return reply + self._places.contacts(reply.state, (service,), self.say(topic, state), topic)
        if not state.kommune and not state.spurt_sted:
            return reply + self._places.ask(reply.state, service)
        return reply + self._places.offers(state, topic)

    def about(self, heard: Understanding, state: State) -> Reply:
        """The answer to what a message asks; a second topic, or one as likely, briefly; another offered."""
        heard = replace(heard, parts=not_turned_round(heard, self._library))
        facet = str(heard.entities["fasett"]) if "fasett" in heard.entities else heard.facet
        if self._just_answered(heard, state):
            return self._no_more(heard, state)
        if self._was_said(heard, facet, state):
            other = self._otherwise(heard)
            if other == heard and not heard.asks_what_it_is:  # «hva er KVP», asked again, is answered again
                return self._no_more(heard, state)
            heard = other
        state = replace(state, alternativer=candidates(heard, self._roles.not_offered | {heard.intent}))
        second = heard.second or (None if facet else close_rival(heard, self._roles.not_offered))
        if second and not heard.pressed:
            return self._two(heard, second, state)
        reply = self.topic(heard.intent, facet, state, self._part(heard.intent, heard))
        rivals = candidates(heard, self._roles.not_offered | {heard.intent}, 1)
        if certainty(heard) != "close" or not rivals or heard.intent in self._roles.asides:
            return reply
        buttons = self._voice.topic_buttons(rivals, state.malform)
        offer = Message("question", self._voice.say("kanskje_ogsaa", state.malform), suggestions=buttons, malform=state.malform)
        return replace(reply, messages=(*reply.messages, offer))

    def _just_answered(self, heard: Understanding, state: State) -> bool:
        """Whether the question it was heard as is the one that was answered last: what is asked now is another, or wants more."""
        part = self._part(heard.intent, heard)
        return not heard.pressed and heard.second is None and part is not None and (heard.intent, part) == (state.tema, state.svar)

    def _was_said(self, heard: Understanding, facet: str | None, state: State) -> bool:
        """Whether the outline of the topic would be said a second time in a row: the same words are no answer."""
        outline = (heard.intent, None, None)
        if heard.pressed or heard.second is not None or outline != (heard.intent, facet, self._part(heard.intent, heard)):
            return False
        if outline == (state.tema, state.fasett, state.svar):
            return True
        return state.given(*outline) and not heard.asks_what_it_is

    def _no_more(self, heard: Understanding, state: State) -> Reply:
        """That nothing more is known of what is asked than what was said: the nearest questions, and a person."""
        malform, topic = state.malform, heard.intent
        near = [part for of, part, _ in heard.parts if of == topic and part != state.svar][:MOST_NEAR]
        near += [passage.id for passage in self._library[topic].passages if passage.id not in (*near, state.svar)][: MOST_NEAR - len(near)]
        leave_out = self._roles.not_offered | self._roles.asides | {topic}
        another = tuple(other for other, share in heard.ranking if other not in leave_out and share >= NEXT)[:1]
        buttons = (
            *self._voice.part_buttons(topic, near, malform, self._today(), "choice"),
            *self._voice.topic_buttons(another, malform),
            *self._voice.person(malform),
        )
        state = replace(state, alternativer=candidates(heard, self._roles.not_offered | {topic}), venter=None, uforstatt=0)
        said, title = self._voice.say("ikke_mer", malform), self._library.title(topic, malform)
        return Reply((Message("answer", said, topic=topic, title=title, suggestions=buttons, malform=malform),), state)

    def _otherwise(self, heard: Understanding) -> Understanding:
        """The same message as asking the topic's likeliest question when it leans on the talk, and else as being about the next topic."""
        if heard.leans is not None and heard.leans >= LEANS:
            part = next(
                ((of, part, 1.0) for of, part, share in heard.parts if of == heard.intent and share >= NEXT and not self._firm(of, part)),
                None,
            )
            return replace(heard, confidence=1.0, parts=(part,)) if part else heard
        leave_out = self._roles.not_offered | self._roles.asides | {heard.intent}
        others = [(topic, share) for topic, share in heard.ranking if topic not in leave_out and share >= NEXT]
        every = sum(share for _, share in others)
        ranking = tuple((topic, share / every) for topic, share in others)
        return replace(heard, intent=ranking[0][0], confidence=ranking[0][1], ranking=ranking) if ranking else heard

    def _two(self, heard: Understanding, second: str, state: State) -> Reply:
        answers = [self._short(topic, heard, state) for topic in (heard.intent, second)]
        answers[1] = replace(answers[1], suggestions=self._voice.topic_buttons((heard.intent, second), state.malform))
        state = replace(state.about(heard.intent, None).about(second, None), uforstatt=0)
        reply = Reply(tuple(answers), state)
        services = tuple(dict.fromkeys(s for s in (self.service(heard.intent), self.service(second)) if s != NO_SERVICE))
        return reply + self._places.contacts(state, services) if state.kommune and services else reply

    def contact(self, heard: Understanding, state: State, place: Place) -> Reply:
        """Whom to contact, asking for the place first when it is not known."""
        topic = heard.intent if heard.intent in self._library else ANYBODY
        # Whoever owns the words on «whom shall I contact» is not the only one who can help.
        service = self.service(topic) if topic in self._roles.having("kontakt") - {ANYBODY} else None
        if service:
            services: tuple[str, ...] = (service,)
        elif heard.elliptical and state.tema and self.service(state.tema) != NO_SERVICE:
            services = (self.service(state.tema),)
        else:
            services = helping_services(state.age(self._today()))
        lead = self._voice.answer(topic, None, state.malform, self._today(), place=state.kommune)
        if topic == ANYBODY and heard.pressed and not state.kommune and not writes(state):  # «Hvem kan jeg ringe?»
            return self.number(services, state, None)
        if service is None:
            lead = replace(lead, suggestions=())
        leads = (lead,)
        if writes(state):
            leads = (
                self._places.writing(state, services, self.words(topic if service else state.tema, state)),
                *((lead,) if service else ()),
            )
        state = state.about(topic, None) if service else replace(state, fasett=None)
        say = self.say(topic if service else state.tema or topic, state)
        if not state.kommune and not state.spurt_sted:
            asked = ",".join(services)
            ask = self._places.ask_which(state, place.ambiguous, asked) if place.ambiguous else self._places.ask(state, asked)
            return Reply(leads, state) + ask
        return Reply(leads, state) + self._places.contacts(state, services, say, topic)

    def with_second(self, reply: Reply, heard: Understanding) -> Reply:
        """A reply and, after its first words, what the same message asks besides: an office, and «kven vurderer realkompetanse»."""
        topic = heard.second
        if topic is None or heard.pressed or topic in self._roles.contacts | self._roles.not_offered:
            return reply
        lead, *rest = reply.messages
        return replace(reply, messages=(lead, replace(self._short(topic, heard, reply.state), suggestions=()), *rest))

    def _short(self, topic: str, heard: Understanding, state: State) -> Message:
        """A topic's answer beside another one."""
        on, part = self._today(), self._part(topic, heard)
        return self._voice.answer(topic, None, state.malform, on, short=True, place=state.kommune, part=part, person=state.person(on))

    def _part(self, topic: str, heard: Understanding) -> str | None:
        """The question of the topic that is asked; one whose answer is «Ja» or «Nei» must be surer."""
        part = heard.part_of(topic)
        return heard.part_of(topic, FIRMLY) if part is not None and self._firm(topic, part) else part

    def _firm(self, topic: str, part: str) -> bool:
        """Whether the answer to a question is a plain «Ja» or «Nei»."""
        return topic in self._library and any(passage.says_yes_or_no for passage in self._library[topic].passages if passage.id == part)

    def whom_to_contact(self, heard: Understanding, state: State, place: Place) -> Reply:
        """Whom to contact about the topic under discussion: its own words first, then the card."""
        assert state.tema is not None
        service = self.service(state.tema)
        if service == NO_SERVICE or "kontakt" not in self._library[state.tema].facets:
            return self.contact(replace(heard, intent=ANYBODY), state, place)
        return self.with_whom(state.tema, state)

    def with_whom(self, topic: str, state: State) -> Reply:
        """Whom to contact about a topic, in its own words, and the card; or the question where the person lives, though it was asked before."""
        reply, service = self.topic(topic, "kontakt", state), self.service(topic)
        if len(reply.messages) > 1 or service == NO_SERVICE:
            return reply
        if not state.kommune:
            return reply + self._places.ask(reply.state, service)
        return reply + self._places.contacts(reply.state, (service,), self.say(topic, state), topic)

    def number(self, services: tuple[str, ...], state: State, topic: str | None, in_words: bool = False) -> Reply:
        """The number to ring, or the one of the whole country and the question where the person lives.

        Args:
            in_words: whom the topic says to contact is told first.
        """
        malform, messages = state.malform, []
        if in_words and topic and "kontakt" in self._library[topic].facets:
            messages.append(self._voice.answer(topic, "kontakt", malform, self._today(), short=True, place=state.kommune))
        if numbers := self._places.numbers(state, services, topic):  # where the place is known, there is always one
            messages.append(Message("notice", numbers, topic=topic or ANYBODY, malform=malform))
        told = Reply(tuple(messages), replace(state, uforstatt=0, venter=None))
        if not state.kommune:
            return told + self._places.ask(told.state, ",".join(services), "hvor_bor_du_nummer")
        return told + self._places.contacts(told.state, services, self.say(topic, state), topic)

    def school_number(self, state: State) -> Reply:
        """That we do not have the schools' numbers, where they stand, and who else answers."""
        told = Reply((self._voice.notice("nummer_skole", state.malform),), replace(state, uforstatt=0, venter=None))
        service = self.service(state.tema)
        if service == NO_SERVICE:
            return replace(told, messages=(replace(told.messages[0], suggestions=self._voice.person(state.malform)),))
        numbers = self._places.numbers(state, (service,), state.tema)
        return told + Reply((Message("notice", numbers, topic=state.tema, malform=state.malform),), told.state) if numbers else told

    def guide(self, topic: str, state: State) -> Reply:
        """A topic that is a guide: its answer in short, and the guide that answers it for this person."""
        reply = self._guides.start(topic, state)
        if reply.state.venter == "guide":
            lead = self._voice.answer(topic, None, state.malform, self._today(), short=True, place=state.kommune)
            reply = replace(reply, messages=(lead, *reply.messages))
        return self.after_guide(reply)

    def manners(self, intent: str, state: State) -> Reply:
        """Greeting, thanks, goodbye, yes, no: a short kind sentence; the topic at hand is kept."""
        if intent == "ja" and state.venter is None and (going_on := self._guides.resume(state)):
            return self.after_guide(going_on)
        return Reply((self._voice.answer(intent, None, state.malform, self._today(), place=state.kommune),), state)

    def again(self, state: State) -> Message | None:
        """The answer under discussion, in the language of now; None when there is none."""
        if not state.tema or state.tema not in self._library:
            return None
        on = self._today()
        return self._voice.answer(
            state.tema, state.fasett, state.malform, on, place=state.kommune, part=state.svar, person=state.person(on)
        )

    def after_guide(self, reply: Reply) -> Reply:
        """The end of a guide with the contact that helps; any other reply as it is."""
        if not isinstance(reply, Result) or reply.service is None:
            return reply
        state = reply.state
        if state.kommune:
            return reply + self._places.contacts(state, (reply.service,), self.say(state.tema, state))
        return reply + self._places.ask(state, reply.service)

    def service(self, topic: str | None) -> str:
        """Who owns a topic; `ingen` for nobody."""
        return self._library[topic].service if topic and topic in self._library else NO_SERVICE

    def words(self, topic: str | None, state: State) -> str | None:
        """A first sentence about a topic to whoever helps: «Hei, …»."""
        if topic is None or topic not in self._library:
            return None
        return self._library.answer(topic, state.malform, self._today(), place=state.kommune).say

    def say(self, topic: str | None, state: State) -> str | None:
        """What one can say when ringing about a topic."""
        said = self.words(topic, state)
        return self._voice.say("si_dette", state.malform, said) if said else None

    def noted(self, state: State) -> Message:
        """The place is told back."""
        assert state.kommune is not None
        return self._voice.notice("sted_notert", state.malform, self._places.directory.kommune(state.kommune).navn)
