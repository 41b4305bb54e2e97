"""The conversation: what to say to one understood message, given what is remembered.

Knows nothing of Rasa. `turn` is the way of a message: danger first, then everything that does not depend
on the topic (`gate`: a language, an awaited answer, a follow-up, doubt), then the topic (`respond`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from bot import clock
from bot.contacts.directory import Directory
from bot.content import Library
from bot.content.help import HelpTexts
from bot.content.phrases import Phrases
from bot.dialogue import places as places_
from bot.dialogue.care import Care
from bot.dialogue.certainty import candidates, certainty
from bot.dialogue.danger_step import DangerStep
from bot.dialogue.guide_flow import GuideFlow
from bot.dialogue.guide_result import Result
from bot.dialogue.guide_words import asks_why
from bot.dialogue.message import Message, Suggestion, payload
from bot.dialogue.places import SERVICE_OF_CONTACT_TOPIC, Places, helping_services
from bot.dialogue.reply import Reply
from bot.dialogue.small_talk import MANNERS, SMALL_TALK, without_small_talk
from bot.dialogue.state import State
from bot.dialogue.understanding import CRISIS, OFF_TOPIC, Understanding
from bot.dialogue.voice import FALLBACK_TOPICS, Voice
from bot.guides import Guide
from bot.language.abuse import is_insult
from bot.language.danger import NO_DANGER
from bot.language.malform import in_other_script
from bot.settings import MALFORMER

NOT_OFFERED = frozenset({"hilsen", "farvel", "takk", "ja", "nei", OFF_TOPIC, CRISIS})
RIGHTS = "hvilken_rett"
"""The topic that is a guide, and the guide of the same name."""
CONTACT_FACETS = frozenset({"kontakt", "soke"})
CONTACT_TOPICS = frozenset({*SERVICE_OF_CONTACT_TOPIC, "finn_kontakt", "snakk_med_menneske"})


class Assistant:
    """Replies to understood messages; holds no conversation itself."""

    def __init__(
        self,
        library: Library,
        phrases: Phrases,
        directory: Directory,
        guides: Mapping[str, Guide],
        help_texts: HelpTexts,
        today: Callable[[], date] = clock.today,
    ) -> None:
        self._voice = Voice(library, phrases)
        self._library = library
        self._places = Places(self._voice, directory)
        self._guides = GuideFlow(self._voice, guides, today)
        self._care = Care(self._voice, help_texts, today)
        self._danger = DangerStep(self._care, self._guides, self._places)
        self._today = today

    def turn(self, heard: Understanding, state: State) -> Reply:
        """The whole reply to a message, and what is remembered afterwards."""
        heard = without_small_talk(self._danger.without_false_alarm(heard, state))
        state = self.listen(heard, state)
        reply = self._danger.take(heard, state)
        if reply is None:
            gated = self.gate(heard, state)
            reply = gated if isinstance(gated, Reply) else self.respond(heard, gated)
            reply = self._care.close(heard, self._guides.offer_to_go_on(reply))
        return reply

    # --- before the topic ---------------------------------------------------------------------

    def listen(self, heard: Understanding, state: State) -> State:
        """The state with what the message tells besides its question: language, age, place."""
        if heard.asked_malform:
            state = replace(state, malform=heard.asked_malform, malform_valgt=True)
        elif heard.malform and not state.malform_valgt and not heard.pressed:
            state = replace(state, malform=heard.malform)
        elif heard.danger != NO_DANGER and not state.malform_valgt and in_other_script(heard.text):
            state = replace(state, malform="en")
        if heard.age is not None:
            state = replace(state, alder=heard.age)
        left = max(0, state.varsom - 1)
        # What somebody told of danger is remembered no longer than it takes to answer what follows.
        hort = state.hort if heard.danger.heavy or left else None
        return replace(state, varsom=left, fare=state.fare if left else None, om_annen=state.om_annen and left > 0, hort=hort)

    def gate(self, heard: Understanding, state: State) -> Reply | State:
        """A reply when the message needs none of the handlers; else the state to hand on."""
        if heard.steers:
            return self._steer(heard, state)
        if heard.pressed:
            return replace(state, venter=None, uforstatt=0)
        if is_insult(heard.text) and (heard.intent in SMALL_TALK or certainty(heard) not in ("sure", "close")):
            return Reply((self._voice.notice("vaer_hoflig", state.malform),), state)  # what was asked for is still awaited
        if state.venter == "guide" and state.guide:
            reply = self._guides.hear(heard, state, names_place=self._places.is_only_place(heard.text))
            if isinstance(reply, Reply):
                return self._with_contact_after_guide(reply)
            state = reply
        elif asks_why(heard.text):
            return self._why(state)
        elif later := self._guides.hear_later(heard, state):
            return self._with_contact_after_guide(later)
        else:
            state = replace(state, guide=self._guides.volunteer(heard.text, state))
        state, ambiguous = self._places.notice_place(heard.text, state)
        if state.venter == "guide" and (again := self._guides.resume(state)):  # the place is wanted when the guide ends
            return replace(again, messages=(self._noted(state), *again.messages)) if state.kommune else again
        reply_or_state = self._awaited_place(heard, state, ambiguous)
        if isinstance(reply_or_state, Reply):
            return reply_or_state
        state = reply_or_state
        if heard.asked_malform and (certainty(heard) != "sure" or heard.intent in SMALL_TALK):
            return self._confirm_malform(state)
        if heard.elliptical and state.tema and (heard.facet or heard.carry):
            return self._follow_up(heard, state)
        if certainty(heard) in ("maybe", "lost"):
            return self._unsure(heard, state)
        return replace(state, venter=None, uforstatt=0)

    def _awaited_place(self, heard: Understanding, state: State, ambiguous: places_.PlaceResult | None) -> Reply | State:
        services = tuple((state.venter_tjeneste or "").split(",")) if state.venter_tjeneste else helping_services(state.alder)
        only_place = self._places.is_only_place(heard.text)
        if ambiguous and (state.venter == "kommune" or only_place):
            return self._places.ask_which(state, ambiguous, ",".join(services))
        if state.venter == "kommune":
            if state.kommune and self._places.directory.find(heard.text, expecting_place=True).status == "found":
                if only_place or certainty(heard) != "sure":
                    return self._places.contacts(state, services, self._say(state.tema, state), state.tema)
                return replace(state, venter=None)
            if certainty(heard) not in ("sure", "close") and not heard.elliptical and len(heard.text.split()) <= 4:
                return self._places.ask(state, ",".join(services), "hvor_bor_du_igjen")
        if state.venter == "bydel" and certainty(heard) not in ("sure", "close"):
            return self._places.contacts(replace(state, bydel=state.bydel or "-"), services, self._say(state.tema, state), state.tema)
        if only_place and state.kommune:
            services = (self._service(state.tema),) if state.tema and self._service(state.tema) != "ingen" else services
            return Reply((self._noted(state),), state) + self._places.contacts(state, services, self._say(state.tema, state), state.tema)
        return state

    def _follow_up(self, heard: Understanding, state: State) -> Reply:
        assert state.tema is not None
        if heard.carry and certainty(heard) in ("sure", "close") and heard.intent not in SMALL_TALK:
            return self._answer_topic(heard.intent, heard.facet or state.fasett, state)
        if heard.facet is None:
            return self._unsure(heard, state)
        if heard.facet == "kontakt":
            return self._whom_to_contact(heard, replace(state, venter=None))
        return self._answer_topic(state.tema, heard.facet, state)

    def _whom_to_contact(self, heard: Understanding, state: State) -> Reply:
        """Whom to contact about the topic under discussion: its own words first, then the card."""
        assert state.tema is not None
        service = self._service(state.tema)
        if service == "ingen" or "kontakt" not in self._library[state.tema].facets:
            return self.contact(replace(heard, intent="finn_kontakt"), state)
        reply = self._answer_topic(state.tema, "kontakt", state)
        if len(reply.messages) > 1:
            return reply
        return reply + self._places.contacts(reply.state, (service,), self._say(state.tema, state), state.tema)

    def _unsure(self, heard: Understanding, state: State) -> Reply:
        malform = state.malform
        topics = candidates(heard, NOT_OFFERED)
        missed = state.uforstatt + 1
        state = replace(state, uforstatt=missed, venter=None)
        person = (Suggestion(self._voice.say("snakk_med_menneske", malform), payload("snakk_med_menneske")),)
        if state.varsom:
            return self._care.lost(state)
        serious = self._care.safety_line(state)
        if missed >= 3:
            message = Message(
                "notice", f"{self._voice.say('ikke_forstatt_igjen', malform)}\n{serious}", topic=OFF_TOPIC, suggestions=person, malform=malform
            )
            return Reply((message,), state)
        if certainty(heard) == "maybe":
            buttons = self._voice.topic_buttons(topics, malform)
            asked = f"{self._voice.say('mente_du', malform)}\n{serious}"
            message = Message("question", asked, suggestions=buttons + person, malform=malform)
            return Reply((message,), state)
        if heard.intent == OFF_TOPIC:
            return self._off_topic(state)
        message = Message(
            "notice",
            f"{self._voice.say('ikke_forstatt', malform)}\n{serious}",
            topic=OFF_TOPIC,
            suggestions=self._voice.topic_buttons(topics or FALLBACK_TOPICS, malform) + person,
            malform=malform,
        )
        return Reply((message,), state)

    # --- the topic ------------------------------------------------------------------------------------

    def respond(self, heard: Understanding, state: State) -> Reply:
        """The reply to a message that is about its topic and nothing else."""
        if heard.danger.suspicious and heard.intent in SMALL_TALK and not heard.pressed:
            return self._unsure(heard, state)
        if heard.intent == RIGHTS and not heard.second:
            return self.guide(heard, state)
        if heard.intent in MANNERS:
            return self.manners(heard, state)
        if heard.intent in CONTACT_TOPICS:
            return self.contact(heard, state)
        return self.answer(heard, state)

    def answer(self, heard: Understanding, state: State) -> Reply:
        """Answer the topic (and a second one, briefly), with the local contact."""
        facet = str(heard.entities["fasett"]) if "fasett" in heard.entities else heard.facet
        if heard.intent == OFF_TOPIC and not heard.pressed:
            return self._off_topic(state)
        if heard.second and not heard.pressed:
            return self._answer_two(heard, state)
        reply = self._answer_topic(heard.intent, facet, state)
        if certainty(heard) == "close":
            rivals = candidates(heard, NOT_OFFERED | {heard.intent}, 1)
            if rivals and heard.intent not in SMALL_TALK:
                buttons = self._voice.topic_buttons(rivals, state.malform)
                offer = Message(
                    "question", self._voice.say("kanskje_ogsaa", state.malform), suggestions=buttons, malform=state.malform
                )
                reply = replace(reply, messages=(*reply.messages, offer))
        return reply

    def contact(self, heard: Understanding, state: State) -> Reply:
        """Show whom to contact, asking for the place first when it is not known."""
        topic = heard.intent if heard.intent in self._library else "finn_kontakt"
        service = SERVICE_OF_CONTACT_TOPIC.get(topic)
        if service:
            services: tuple[str, ...] = (service,)
        elif heard.elliptical and state.tema and self._service(state.tema) != "ingen":
            services = (self._service(state.tema),)
        else:
            services = helping_services(state.alder)
        lead = self._voice.answer(topic, None, state.malform, self._today(), place=state.kommune)
        if service is None:
            lead = replace(lead, suggestions=())
        state = replace(state, tema=topic if service else state.tema, fasett=None)
        say = self._say(topic if service else state.tema or topic, state)
        if not state.kommune and not state.spurt_sted:
            _, ambiguous = self._places.notice_place(heard.text, state)
            ask = (
                self._places.ask_which(state, ambiguous, ",".join(services))
                if ambiguous
                else self._places.ask(state, ",".join(services))
            )
            return Reply((lead,), state) + ask
        shown = self._places.contacts(state, services, say, topic)
        offers = () if shown.state.venter else self._places.offers(state, topic)  # a question stands last
        return Reply((lead, *shown.messages, *offers), shown.state)

    def guide(self, heard: Understanding, state: State) -> Reply:
        """Start the rights guide for the person's own situation."""
        reply = self._guides.start(RIGHTS, heard, state)
        if reply.state.venter == "guide":  # the question is answered in short before it is answered for this person
            lead = self._voice.answer(RIGHTS, None, state.malform, self._today(), short=True, place=state.kommune)
            reply = replace(reply, messages=(lead, *reply.messages))
        return self._with_contact_after_guide(reply)

    def manners(self, heard: Understanding, state: State) -> Reply:
        """Greeting, thanks, goodbye, yes, no: a short kind sentence; the topic at hand is kept."""
        if heard.intent == "ja" and state.venter is None and (going_on := self._guides.resume(state)):
            return self._with_contact_after_guide(going_on)
        return Reply((self._voice.answer(heard.intent, None, state.malform, self._today(), place=state.kommune),), state)

    def explained(self, reply: Reply) -> tuple[Message, ...]:
        """The messages of a reply with their hard words explained, each word once: where it is first used."""
        seen: set[str | None] = set()
        messages = []
        for message in map(self._voice.explained, reply.messages):
            words = tuple(word for word in message.words if word["word"] not in seen)
            seen |= {word["word"] for word in words}
            messages.append(replace(message, words=words))
        return tuple(messages)

    # --- parts ----------------------------------------------------------------------------------------

    def _answer_topic(self, topic: str, facet: str | None, state: State) -> Reply:
        message = self._voice.answer(topic, facet, state.malform, self._today(), place=state.kommune)
        if topic not in SMALL_TALK:
            state = replace(state, tema=topic, fasett=message.facet or facet)
        state = replace(state, uforstatt=0)
        reply = Reply((message, *self._places.offers(state, topic)), state)
        if len(reply.messages) > 1:
            reply = replace(reply, state=replace(state, vist_kontakt=(*state.vist_kontakt, "tilbud")))
        service = self._service(topic)
        if service == "ingen" or topic in SMALL_TALK:
            return reply
        if state.kommune and (service not in state.vist_kontakt or facet in CONTACT_FACETS):
            return reply + self._places.contacts(reply.state, (service,), self._say(topic, state), topic)
        if not state.kommune and not state.spurt_sted:
            return reply + self._places.ask(reply.state, service)
        return reply

    def _off_topic(self, state: State) -> Reply:
        reply = self._answer_topic(OFF_TOPIC, None, state)
        first = replace(reply.messages[0], text=f"{reply.messages[0].text}\n{self._care.safety_line(state)}")
        return replace(reply, messages=(first, *reply.messages[1:]))

    def _answer_two(self, heard: Understanding, state: State) -> Reply:
        assert heard.second is not None
        on, malform = self._today(), state.malform
        first = self._voice.answer(heard.intent, None, malform, on, short=True, place=state.kommune)
        second = self._voice.answer(heard.second, None, malform, on, short=True, place=state.kommune)
        buttons = self._voice.topic_buttons((heard.intent, heard.second), malform)
        second = replace(second, suggestions=buttons)
        state = replace(state, tema=heard.second, fasett=None, uforstatt=0)
        reply = Reply((first, second), state)
        services = tuple(
            dict.fromkeys(s for s in (self._service(heard.intent), self._service(heard.second)) if s != "ingen")
        )
        if state.kommune and services:
            return reply + self._places.contacts(state, services)
        return reply

    def _confirm_malform(self, state: State) -> Reply:
        reply = Reply((self._voice.notice(f"malform_{state.malform}", state.malform),), state)
        if state.venter == "guide" and (question := self._guides.resume(state)):
            return reply + question
        if state.tema and state.tema in self._library:
            return reply + Reply((self._voice.answer(state.tema, state.fasett, state.malform, self._today(), place=state.kommune),), state)
        return reply

    def _steer(self, heard: Understanding, state: State) -> Reply:
        entities = heard.entities
        if heard.intent == "dialog_malform" and entities.get("malform") in MALFORMER:
            return self._confirm_malform(replace(state, malform=entities["malform"], malform_valgt=True))
        if heard.intent == "dialog_sted":
            services = tuple((state.venter_tjeneste or "").split(",")) if state.venter_tjeneste else ()
            services = services or ((self._service(state.tema),) if state.tema else ())
            services = tuple(s for s in services if s and s != "ingen") or helping_services(state.alder)
            if "nummer" in entities:
                state = self._places.move(state, str(entities["nummer"]))
            elif "bydel" in entities:
                state = replace(state, bydel=str(entities["bydel"]))
            else:
                return self._places.ask(replace(state, kommune=None, bydel=None), ",".join(services))
            return self._places.contacts(state, services, self._say(state.tema, state), state.tema)
        if heard.intent == "dialog_guide":
            return self._with_contact_after_guide(self._guides.pressed(entities, state))
        if heard.intent == "dialog_avbryt":
            return self._guides.leave(state)
        if heard.intent == "dialog_hvorfor":
            return self._why(state)
        return self._answer_topic("hilsen", None, state)

    def _why(self, state: State) -> Reply:
        """Why the last question was asked; what was asked for is still awaited."""
        if state.venter in ("kommune", "bydel"):
            return Reply((self._voice.notice("hvorfor_sted", state.malform),), state)
        return self._guides.why(state)

    def _with_contact_after_guide(self, reply: Reply) -> Reply:
        if not isinstance(reply, Result) or reply.service is None:
            return reply
        state = reply.state
        if state.kommune:
            return reply + self._places.contacts(state, (reply.service,), self._say(state.tema, state))
        return reply + self._places.ask(state, reply.service)

    def _service(self, topic: str | None) -> str:
        return self._library[topic].service if topic and topic in self._library else "ingen"

    def _say(self, topic: str | None, state: State) -> str | None:
        if topic is None or topic not in self._library:
            return None
        said = self._library.answer(topic, state.malform, self._today(), place=state.kommune).say
        return self._voice.say("si_dette", state.malform, said) if said else None

    def _noted(self, state: State) -> Message:
        """The place is told back."""
        assert state.kommune is not None
        return self._voice.notice("sted_notert", state.malform, self._places.directory.kommune(state.kommune).navn)
