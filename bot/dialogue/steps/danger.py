"""Danger, what is asked of the help that was shown, and what weighs: before anything else is answered."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.dialogue.care import STAYS
from bot.dialogue.certainty import certainty
from bot.dialogue.reply import Reply
from bot.dialogue.state import State
from bot.dialogue.turn import Toolkit, Turn
from bot.dialogue.understanding import CRISIS, Understanding
from bot.dialogue.writing import rather_writes
from bot.language.danger import NO_DANGER, Danger
from bot.language.delicate import delicate
from bot.language.person import Other, names_writer, read_alone
from bot.language.situation import read_situations
from bot.language.small_talk import only_small_talk

FOLLOW_UP = 15
"""Most words of a message that leans on what was said before it."""
SURELY_OURS = 0.9
"""From this probability on a topic that is the help itself relieves: «no money for food» does, «she vomits blood after lunj» did."""
FOR_CERTAIN = 0.91
"""From this probability on a topic is what a message is about, though it narrowly sounds like danger."""
BESIDE_HEAVY = 0.5
"""From this probability on a question is answered by itself beside something heavy."""
FAINT = 0.05
"""From this probability on a topic is offered beside that something heavy was heard."""
MOST_OFFERED = 2
GROWN = 20
_ONLY_AN_AGE = re.compile(
    r"(?:(?:nei|ja|og|men|ok|no|yes),? )*(?:han|hun|ho|hu|hen|he|she)(?: er| e| is|'s| blir| fyller)(?: bare| berre| nå| no| only)? \d{2}(?: år(?: gammel| gamal)?)?"
)
"""How old somebody is, and no more."""
SHORT_ANSWER = 6
"""Most words of a message that only tells an age."""


def danger(turn: Turn, tools: Toolkit) -> Reply | Turn:
    if turn.heard.pressed:
        return tools.care.acute(Danger("akutt", "ukjent"), turn.state) if turn.heard.intent == CRISIS else turn
    turn = replace(turn, heard=_without_false_alarm(turn, tools))
    if turn.heard.danger.heavy:
        turn = replace(turn, heard=_for_certain(turn.heard))
    turn = replace(turn, state=_with_situation(turn.state, turn))  # kept for what is said last, too
    return _taken(replace(turn, state=_knowing(turn, tools)), tools) or turn


def _with_situation(state: State, turn: Turn) -> State:
    """The state with what else is told and changes what helps; kept only where there is something to help with."""
    if turn.heard.danger.level == NO_DANGER.level and not state.varsom:
        return state
    return replace(state, situasjon=tuple(sorted({*state.situasjon, *read_situations(turn.heard.said), *turn.heard.danger.told})))


def _knowing(turn: Turn, tools: Toolkit) -> State:
    """The state with the age that picks the line to ring; «er 15», said of a friend in danger, is the friend's."""
    state, told = turn.state, turn.told
    alone = read_alone(turn.heard.said, tools.today()) if state.varsom else None
    if not state.om_annen or names_writer(turn.heard.said):
        return state.knowing({**turn.facts, **({"fodt": alone} if alone else {})})
    born = told.born or alone
    if born is None:  # what is told of them by name is kept already
        return state.knowing(turn.facts)
    own = {name: value for name, value in turn.facts.items() if name != "fodt"}
    return replace(state, annen=Other(state.annen.role if state.annen else "annen", born)).knowing(own)


def _without_false_alarm(turn: Turn, tools: Toolkit) -> Understanding:
    """What was heard; an answer we offered, or a place, is no alarm, whatever its words are like.

    Nor is an emergency that a topic of ours answers, unless another danger is told for certain; nor what is certainly about
    something else, or a follow-up, and only narrowly sounds like one (docs/decisions/0008-danger.md).
    """
    heard, state = turn.heard, turn.state
    if heard.danger == NO_DANGER:
        return heard
    if heard.danger.heavy and not heard.danger.sure and heard.intent in tools.roles.having("menneske") and heard.confidence >= SURELY_OURS:
        return replace(heard, danger=NO_DANGER)  # the answer itself says whom to talk to
    relieved = tools.roles.relieves(heard.intent, heard.danger.kind) and heard.confidence >= SURELY_OURS
    answered = relieved and not tools.care.minor(state.knowing(turn.facts))  # a child without food needs more than an office
    if heard.danger.acute and answered and (heard.danger.narrow or not heard.danger.sure) and not state.varsom:
        return replace(heard, danger=NO_DANGER)
    if heard.danger.narrow and not heard.danger.sure and not state.varsom and (turn.tongue or _plainly_asks(turn, tools)):
        return replace(heard, danger=Danger(suspicious=True))  # in another language the numbers are in what is said first
    if heard.danger.narrow and not heard.danger.sure and len(heard.said.words) == 1 and not state.varsom:
        return replace(heard, danger=Danger(suspicious=True))  # a name, most often; one line on whom to ring is kept all the same
    if heard.danger.narrow and state.tema and not state.varsom and len(heard.said.words) <= FOLLOW_UP:
        return replace(heard, danger=Danger(suspicious=True))  # answered, with one line on whom to ring if it is serious
    only_answers = tools.guides.offers(heard.said, state) or turn.place.alone or _is_the_age_of_a_young_one(turn, tools)
    return replace(heard, danger=NO_DANGER) if only_answers else heard


def _is_the_age_of_a_young_one(turn: Turn, tools: Toolkit) -> bool:
    """«Han er 17», and nothing else, answers how old the son is; of who is grown it may be about the one who writes to a child."""
    other = turn.told.other
    if turn.state.varsom or other is None or other.born is None or tools.today().year - other.born >= GROWN:
        return False
    return bool(_ONLY_AN_AGE.fullmatch(turn.heard.said.lower.strip(" .!")))


def _plainly_asks(turn: Turn, tools: Toolkit) -> bool:
    """The message is for certain about a topic that does not itself lie near danger: «no pay slip since March»."""
    near = tools.roles.weighing | tools.roles.having("menneske", "hoflighet", "om_oss", "utenfor")
    return turn.heard.confidence >= FOR_CERTAIN and turn.heard.intent not in near


def _taken(turn: Turn, tools: Toolkit) -> Reply | None:
    if reply := tools.care.afterwards(turn.heard, turn.state):
        return reply
    if turn.state.varsom and not turn.heard.danger.sure and _only_tells_age(turn, tools):
        return tools.care.with_age(turn.state)
    if turn.heard.danger.acute:
        # «er alene hjemme», said by who has no insulin, is no other danger.
        goes_on = turn.state.varsom and turn.state.fare in STAYS and len(turn.heard.said.words) <= SHORT_ANSWER
        return tools.care.acute(replace(turn.heard.danger, sure=False) if goes_on else turn.heard.danger, turn.state)
    return _after_help(turn, tools) if turn.state.varsom else _only_heard(turn, tools)


def _for_certain(heard: Understanding) -> Understanding:
    """What was heard, less the questions that are only likely: after «so sorry for your loss» a near one reads as a no.

    A second topic is left out that hurts when it is wrong: prison is for «han er dømt», and not for who was abused by him.
    """
    second = None if heard.second in delicate() else heard.second
    return replace(heard, second=second, parts=tuple(part for part in heard.parts if part[2] >= BESIDE_HEAVY))


def _only_tells_age(turn: Turn, tools: Toolkit) -> bool:
    told, said = turn.told, turn.heard.said
    born = told.born or (told.other and told.other.born) or read_alone(said, tools.today())
    return bool(born) and len(said.words) <= SHORT_ANSWER


def _after_help(turn: Turn, tools: Toolkit) -> Reply | None:
    """Thanks are met; what is surely another question goes on; the rest is not left alone."""
    heard, state = turn.heard, turn.state
    if heard.intent in tools.roles.manners and only_small_talk(heard.said):
        return tools.care.thanked(state)
    of_us = heard.intent in tools.roles.about_us and heard.confidence < SURELY_OURS
    fairly = heard.said.inquires and (certainty(heard) == "close" or bool(heard.part_of(heard.intent)))
    asks = (
        (certainty(heard) == "sure" or fairly) and heard.intent not in tools.roles.not_offered and not of_us and not heard.danger.suspicious
    )
    named = tools.care.named_lines(heard.said, state)
    goes_on = asks or heard.asked_malform or heard.steers or turn.place.alone or named
    return None if goes_on else tools.care.lost(state)


def _only_heard(turn: Turn, tools: Toolkit) -> Reply | None:
    """To something heavy that asks nothing of ours: that it was heard, and no more."""
    heard, state = turn.heard, turn.state
    if not heard.danger.heavy or state.venter == "guide" or heard.asked_malform or heard.follows(state.tema) or rather_writes(heard.said):
        return None
    asks = (certainty(heard) == "sure" or heard.second is not None) and heard.intent not in tools.roles.asides
    # What was heard answers a question about what weighs, or for somebody to talk to, unless something particular is asked.
    answered_by_it = heard.intent in tools.roles.weighing | tools.roles.having("menneske")
    ours = asks and (
        not answered_by_it or heard.facet in ("penger", "soke", "kontakt") or bool(heard.part_of(heard.intent)) or heard.second is not None
    )
    certain = heard.confidence >= SURELY_OURS or (certainty(heard) == "sure" and heard.intent in tools.roles.near_danger)
    if ours and (heard.said.inquires or certain):  # «jeg er så skolelei» is a topic's own word
        return None
    offered = tuple({heard.intent} - delicate()) if ours else _perhaps(heard, tools)
    said, state = tools.care.heavy(heard.danger, state)
    if said is None:
        return None
    said = replace(said, suggestions=(*said.suggestions, *tools.voice.topic_buttons(offered, state.malform)))
    return Reply((said, *tools.care.asked(heard.danger, state)), replace(state, uforstatt=0, venter=None))


def _perhaps(heard: Understanding, tools: Toolkit) -> tuple[str, ...]:
    """What it may ask besides, to choose; nothing where nothing is asked: «alle ler når jeg leser høyt»."""
    if not heard.said.inquires:
        return ()
    leave_out = tools.roles.not_offered | tools.roles.weighing | delicate()  # no prison beside a story of abuse
    return tuple(topic for topic, share in heard.ranking if topic not in leave_out and share >= FAINT)[:MOST_OFFERED]
