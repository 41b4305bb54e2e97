"""A message that only tells of the writer – «16. bor i bodø», «jeg er 19», «2006» – is told back, and the talk goes on."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.dialogue.message import Message
from bot.dialogue.places import says_nothing
from bot.dialogue.reply import Reply
from bot.dialogue.turn import Toolkit, Turn
from bot.language.person import read_alone, read_birth_correction
from bot.language.utterance import Utterance

WHO = "hvem"
ABOUT_ONESELF = frozenset(
    "år gammel gamal gamle årig jente gutt gut mann dame kvinne født fødd fyller fylte fylt snart nettopp akkurat bare og blir ble blei vart alder "
    "hei hallo da då year years old born and just turned hvis om hva kva når gjelder gjeld det for meg what if im i'm m k f j g "
    "nei ikke ikkje hadde bursdag går dag i januar februar mars april mai juni juli august september oktober november desember "
    "haha hahaha hehe lol btw forresten oi sorry også òg at på jeg eg skulle skulde sku stå stått mente meinte meant "
    "vært vore var were was same samme likt gjeld gjelder blir hadde would it be den man dersom viss hvis is".split()
)
"""Words that may stand around an age without asking anything of their own."""
_NUMBER = re.compile(r"\d+")
_SUPPOSED = re.compile(
    r"(?:(?:hadde|ville|blir|er|gjelder|gjeld|would|is) (?:det|it) (?:\w+ ){0,4}?)?(?:hva|kva|ka|og|enn|men|what)? ?(?:hvis|om|viss|dersom|når|if) "
    r"(?:jeg|eg|æ|i|man) (?:(?:hadde|had) (?:vært|vore|vorte|vart|been)|er|e|am|var|was|were)?'?m? ?(\d{2})\b"
)


def told_only(turn: Turn, tools: Toolkit) -> Reply | Turn:
    heard, voice = turn.heard, tools.voice
    on = tools.today()
    born = turn.told.born or read_alone(heard.said, on) or read_birth_correction(heard.said, on) or _supposed(turn, tools)
    if heard.pressed or not born or not says_nothing(_NUMBER.sub(" ", turn.place.beside), ABOUT_ONESELF):
        return turn
    state = replace(turn.state.knowing({"fodt": born}), venter=None, uforstatt=0)
    if state.hort:  # «har det ikke bra» and then «jeg er 16»
        return tools.care.heavy_with_age(state)
    noted = ", ".join(_told_back(turn, born, state.kommune, tools))
    if state.tema and state.tema in voice.library:
        if WHO in voice.library[state.tema].facets and state.fasett != WHO:  # «gjelder det meg?»: who it is for tells
            answer = tools.answers.topic(state.tema, WHO, state)
            return replace(answer, messages=(voice.notice("notert_kort", state.malform, noted), *answer.messages))
        topics: tuple[str, ...] = (state.tema, *(topic for topic in state.alternativer if topic != state.tema))[:2]
        text = voice.say("notert_tema", state.malform, noted, voice.library.title(state.tema, state.malform))
    else:
        topics = voice.library.start.front
        text = voice.say("notert", state.malform, noted)
    buttons = voice.topic_buttons(topics, state.malform) + voice.person(state.malform)
    return Reply((Message("question", text, suggestions=buttons, malform=state.malform),), state)


def _supposed(turn: Turn, tools: Toolkit) -> int | None:
    """The year of birth in «hva hvis jeg er 17»: the same question for another age."""
    found = _SUPPOSED.fullmatch(turn.heard.said.lower.rstrip(" ?.!"))
    return read_alone(Utterance(found.group(1)), tools.today()) if found else None


def _told_back(turn: Turn, born: int, kommune: str | None, tools: Toolkit) -> list[str]:
    """What was told, as it was told: an age as an age, a year as a year."""
    malform = turn.state.malform
    as_year = str(born) in turn.heard.text
    told = [
        tools.voice.say("notert_fodt", malform, str(born))
        if as_year
        else tools.voice.say("notert_alder", malform, str(tools.today().year - born))
    ]
    return told + ([tools.places.directory.kommune(kommune).navn] if kommune else [])
