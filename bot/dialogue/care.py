"""Danger and what weighs: help first, then the questions that follow, and somebody to talk to always in view.

The assistant gives no advice of its own on self-harm, violence or drugs: it shows the lines that do, and what
they would have one do meanwhile. All wording stands in data/help.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bot.content.help import MOST, PUPIL, UNKNOWN, Help, HelpTexts, Shown
from bot.dialogue.message import Message
from bot.dialogue.reply import Reply
from bot.dialogue.state import State
from bot.dialogue.understanding import CRISIS, OFF_TOPIC, Understanding
from bot.dialogue.voice import Voice
from bot.dialogue.writing import writes
from bot.language.danger import Danger
from bot.language.utterance import Utterance

TURNS = 5
"""Turns after an acute danger in which questions about the help are expected, and a line stays in view."""

HEAVY = "tungt"
"""The topic under which it is said that something heavy was heard."""
NOT_YET = "ung"
"""The situation of who tells that they are about to come of age."""
CHILD = "barn"
"""The circumstance that it is about a child."""
IN_A_HURRY = "kort"
"""The situation of who asks for a short answer: nothing is said but what to do."""
LETS_GO = {"avkreft": 0, "trygg": 1}
"""Answers after which the care ends, and the turns that are left then."""
STAYS = frozenset({"forgiftning", "psykose", "kropp", "spise"})
"""Dangers that are not over because somebody says so."""
TALK = frozenset({"alarmtelefonen", "mental_helse"})
"""Lines for talking, before the emergency numbers where it is not known that anything is wrong."""
WORSE, THANKS = "mer_fare", "takk"
NOT_ASKED = frozenset({"annet", WORSE})
"""What the classifier of questions after help knows besides questions that have an answer of their own."""


class Care:
    """What is said in danger, after it, and to somebody who has it hard."""

    def __init__(self, voice: Voice, help_texts: HelpTexts, today: Callable[[], date]) -> None:
        self._voice = voice
        self._help = help_texts
        self._today = today

    def acute(self, danger: Danger, state: State) -> Reply:
        """Help, and nothing but help: what to do now and who answers, the fitting one first.

        What follows in the same conversation is about the same danger, unless another is told for certain.
        """
        ongoing = state.varsom > 0 and state.fare is not None
        if ongoing and (not danger.sure or danger.kind == state.fare) and state.fare != UNKNOWN:
            return self._goes_on(state, danger.question == WORSE)
        state = replace(state, om_annen=danger.other)
        found = self._acute(danger.kind, state)
        # Each turn counts down before it is answered.
        kept = replace(state, varsom=TURNS + 1, fare=danger.kind, venter=None, tema=CRISIS, fasett=None, guide=None, uforstatt=0)
        shown = self._shown(found, CRISIS, state)
        if IN_A_HURRY in state.situasjon:  # somebody may come in
            return Reply((shown,), kept)
        answers = self.asked(danger, state)
        machine = () if ongoing else (self._voice.notice("krise_maskin", state.malform),)
        return Reply((shown, *answers, *machine), kept)

    def _people(self, state: State) -> str:
        """The number somebody of this age can always ring."""
        return self._help.talk(state.malform, self._today(), self.minor(state), PUPIL in state.situasjon)

    def perhaps(self, state: State) -> Reply:
        """Not understood, and not to be taken lightly: whom to ring, as buttons, and a wish to hear more; no guess at a topic."""
        on, malform = self._today(), state.malform
        police, doctor = (self._help.line(line, malform, on).phone or "" for line in ("politi", "ambulanse"))
        text = self._voice.say("kanskje_alvorlig", malform, police, doctor, self._people(state))
        young = replace(state, situasjon=tuple({*state.situasjon, PUPIL}))
        lines = sorted(self._acute(UNKNOWN, young).lines, key=lambda line: line.id not in TALK)
        help_lines = tuple(line.as_json() for line in lines)
        return Reply(
            (Message("notice", text, topic=OFF_TOPIC, help=help_lines, suggestions=self._voice.person(malform), malform=malform),), state
        )

    def _acute(self, kind: str | None, state: State) -> Help:
        return self._help.acute(kind or UNKNOWN, state.malform, self._today(), self.minor(state), state.om_annen, state.situasjon)

    def asked(self, danger: Danger, state: State) -> tuple[Message, ...]:
        """The answer to what the same message asks about the help: «ikke si det til noen», «får foreldrene mine vite det»."""
        if not self._help.answers_at_once(danger.asked, danger.kind):
            return ()
        found = self._help.after(danger.asked or "", state.malform, self._today(), self.minor(state), danger.other, danger.kind)
        sources = tuple(source.as_json() for source in found.sources)
        return (Message("answer", found.text, topic=CRISIS, sources=sources, malform=state.malform),)

    def _goes_on(self, state: State, worse: bool) -> Reply:
        """The danger goes on, or grows: what to do now in other words, for the same words are not sent twice in a row."""
        other = (
            self._help.after(WORSE, state.malform, self._today(), self.minor(state)).text if worse else self._acute(state.fare, state).text
        )
        text = (self._again(state), other)[(state.uforstatt + worse) % 2]
        state = replace(state, varsom=TURNS + 1, venter=None, uforstatt=state.uforstatt + 1)
        return Reply((replace(self._lines(state), text=text),), state)

    def heavy(self, danger: Danger, state: State) -> tuple[Message | None, State]:
        """That it was heard and where to talk; None when that was just said."""
        if state.hort == danger.kind or state.varsom:
            return None, state
        minor = None if danger.other else self.minor(state)
        found = self._help.heavy(danger.kind, state.malform, self._today(), minor, danger.other, state.situasjon)
        return self._shown(found, HEAVY, state), replace(state, hort=danger.kind)

    def heavy_with_age(self, state: State) -> Reply:
        """Whom somebody of the age that was just told can talk to about what weighs."""
        minor = self.minor(state)
        found = self._help.heavy(state.hort or UNKNOWN, state.malform, self._today(), minor, False, state.situasjon)
        text = self._voice.say("tungt_alder", state.malform, self._help.talk(state.malform, self._today(), minor))
        return Reply((self._shown(replace(found, text=text), HEAVY, state),), state)

    def afterwards(self, heard: Understanding, state: State) -> Reply | None:
        """The answer to what is asked once help has been shown; None when the message asks something else."""
        question, danger = heard.danger.question, heard.danger
        if not state.varsom or heard.pressed or question is None or question in NOT_ASKED:
            return None
        if not self._help.answers(question, state.fare):
            return None
        if question in LETS_GO and (danger.suspicious or (danger.acute and danger.sure)):
            return None
        if question in (*LETS_GO, THANKS) and state.fare in STAYS:  # being fine is part of it
            return self._still(state)
        found = self._help.after(question, state.malform, self._today(), self.minor(state), state.om_annen, state.fare)
        left = LETS_GO.get(question, state.varsom)
        if question not in LETS_GO:
            found = replace(found, lines=self._kept(found, state))
        state = replace(state, varsom=left, uforstatt=0, venter=None)
        return Reply((self._shown(found, CRISIS if left > 1 else HEAVY, state),), state)

    def with_age(self, state: State) -> Reply:
        """The lines again, for the age that was just told."""
        found = self._acute(state.fare, state)
        if self.minor(state) and self._help.for_minors(state.fare or UNKNOWN, state.om_annen, state.situasjon):
            text = self._voice.say("krise_alder", state.malform, found.text)
            return Reply((replace(self._shown(found, CRISIS, state), text=text),), state)
        young = self._help.talk(state.malform, self._today(), True) if self.minor(state) else None
        again = self._again(state)
        told = young and young not in again and not state.om_annen
        text = (
            self._voice.say("krise_alder_ung", state.malform, again, young or "")
            if told
            else self._voice.say("krise_alder", state.malform, again)
        )
        return Reply((replace(self._shown(found, CRISIS, state), text=text),), state)

    def lost(self, state: State) -> Reply:
        """Not understood, after help was shown: the danger is not forgotten for that."""
        text = self._voice.say("varsom_ikke_forstatt", state.malform, self._again(state))
        return Reply((replace(self._lines(state), text=text),), state)

    def thanked(self, state: State) -> Reply:
        """The answer to small talk after help was shown; a danger that is not over because of it is named again."""
        if state.fare in STAYS:
            return self._still(state)
        found = self._help.after(THANKS, state.malform, self._today(), self.minor(state))
        return Reply((self._shown(replace(found, lines=self._kept(found, state)), CRISIS, state),), state)

    def _still(self, state: State) -> Reply:
        """Thanks or a denial, and what to do all the same."""
        text = self._voice.say("krise_likevel", state.malform, self._again(state))
        return Reply((replace(self._lines(state), text=text),), state)

    def _kept(self, found: Help, state: State) -> tuple[Shown, ...]:
        """The lines of an answer, and with them the two that matter most for this danger: they do not go away for a question."""
        own = self._acute(state.fare, state).lines
        first = [line for line in own if line.way == "call"][:2]
        lines = {line.id: line for line in (*found.lines[:1], *first, *found.lines[1:])}
        return tuple(lines.values())[:MOST]

    def _again(self, state: State) -> str:
        return self._help.again(state.fare or UNKNOWN, state.malform, self._today(), self.minor(state), state.situasjon)

    def _lines(self, state: State) -> Message:
        found = self._acute(state.fare, state)
        return self._shown(found, CRISIS, state)

    def close(self, heard: Understanding, reply: Reply) -> Reply:
        """The reply as it is sent: what weighs is heard first, and after a danger one line stays in view."""
        state = reply.state
        if any(message.topic in (CRISIS, HEAVY) for message in reply.messages):
            return reply
        if heard.danger.heavy and not heard.pressed:
            said, state = self.heavy(heard.danger, state)
            if said is not None and writes(state):  # where one can write comes first, and numbers last
                said = replace(said, help=tuple(sorted(said.help, key=lambda line: line["way"] != "write")))
                return Reply((*reply.messages, said), state)
            if said is not None:
                return Reply((said, *reply.messages), state)
        if heard.danger.suspicious and not heard.pressed and not state.varsom:
            return self._with_line(reply)
        if state.varsom:
            talk = self._people(state)
            line = self._again(state) if state.fare in STAYS else self._voice.say("etter_krise", state.malform, talk)
            return Reply((*reply.messages, Message("notice", line, malform=state.malform)), state)
        return reply

    def _with_line(self, reply: Reply) -> Reply:
        """A reply to what may hide something serious: it names somebody to talk to, once; to who dares not ring, without alarm."""
        line, malform = self.safety_line(reply.state, short=writes(reply.state)), reply.state.malform
        if any(line in message.text or message.help for message in reply.messages):
            return reply
        return Reply((*reply.messages, Message("notice", line, malform=malform)), reply.state)

    def named_lines(self, said: Utterance, state: State) -> Message | None:
        """The lines a message asks for by name; None when it names none."""
        found = self._help.named(said, state.malform, self._today())
        if not found:
            return None
        sayings = [self._voice.say("hjelpelinje", state.malform, line.name, line.phone, line.when) for line in found if line.phone]
        sayings += [self._voice.say("hjelpeside", state.malform, line.name, line.when) for line in found if not line.phone]
        return Message("answer", " ".join(sayings), topic=HEAVY, help=tuple(line.as_json() for line in found), malform=state.malform)

    def safety_line(self, state: State, short: bool = False) -> str:
        """For every reply that did not understand: whom to ring if it is serious.

        Args:
            short: nothing in the message sounds like it.
        """
        if short:
            return self._voice.say("hvis_alvorlig_kort", state.malform, self._people(state))
        ambulance = self._help.line("ambulanse", state.malform, self._today()).phone or ""
        return self._voice.say("hvis_alvorlig", state.malform, self._people(state), ambulance)

    def minor(self, state: State) -> bool | None:
        """Whether the person in danger is under age; None when the age is not known."""
        today = self._today()
        age = (today.year - state.annen.born if state.annen and state.annen.born else None) if state.om_annen else state.age(today)
        if CHILD in state.situasjon:  # «søstera mi på ti»; a child who writes of itself
            return True
        if not state.om_annen and NOT_YET in state.situasjon:  # «fyller 18 om elleve dager»
            return True
        return None if age is None else age < self._voice.library.figures.number("myndig.alder", today)

    def _shown(self, found: Help, topic: str, state: State) -> Message:
        return Message(
            "answer" if topic == CRISIS else "notice",
            found.text,
            topic=topic,
            help=tuple(line.as_json() for line in found.lines),
            sources=tuple(source.as_json() for source in found.sources),
            suggestions=self._voice.person(state.malform) if topic == CRISIS else (),
            malform=state.malform,
        )
