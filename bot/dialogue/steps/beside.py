"""A follow-up after two topics were compared is about the two: «kan jeg si nei», «hva får jeg betalt»."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.answers import not_turned_round
from bot.dialogue.certainty import certainty
from bot.dialogue.message import Message
from bot.dialogue.reply import Reply
from bot.dialogue.turn import Toolkit, Turn
from bot.dialogue.understanding import FIRMLY, LEANS
from bot.settings import MALFORMER


def beside(turn: Turn, tools: Toolkit) -> Reply | Turn:
    heard, state, pair = turn.heard, turn.state, turn.state.pair
    if pair is None or heard.pressed or heard.steers or heard.facet == "kontakt" or _starts_anew(turn, tools, pair):
        return turn
    if heard.elliptical and heard.facet:
        having = [topic for topic in pair if heard.facet in tools.voice.library[topic].facets]
        if len(having) == 1:
            return _one(tools.answers.topic(having[0], heard.facet, state), having[0], pair, tools)
        return tools.acts.compare(pair, state, heard.facet) or turn
    likely = not_turned_round(heard, tools.voice.library)
    asked = {topic: part for topic in pair if (part := next((p for of, p, odds in likely if of == topic and odds >= FIRMLY), None))}
    if not asked:
        return turn
    if len(asked) == 1:
        ((topic, part),) = asked.items()
        return _one(tools.answers.topic(topic, None, state, part), topic, pair, tools)
    return Reply(
        tuple(tools.acts.one_of_two(topic, state, part) for topic, part in asked.items()), replace(state, venter=None, uforstatt=0)
    )


def _one(reply: Reply, topic: str, pair: tuple[str, str], tools: Toolkit) -> Reply:
    """The answer of the one topic that has it, the other offered; the talk is still about both."""
    other, malform = pair[0] if topic == pair[1] else pair[1], reply.state.malform
    buttons = tools.voice.topic_buttons((other,), malform)
    offer = Message("question", tools.voice.say("kanskje_ogsaa", malform), suggestions=buttons, malform=malform)
    return Reply((*reply.messages, offer), replace(reply.state, alternativer=(other,), uforstatt=0))


def _starts_anew(turn: Turn, tools: Toolkit, pair: tuple[str, str]) -> bool:
    """Whether a message names a topic, or is plainly about another than the two."""
    heard, library = turn.heard, tools.voice.library
    if any(heard.follows(topic) for topic in pair):
        return False
    if any(set(library.named(heard.said.text, malform)) - tools.roles.asides for malform in MALFORMER):  # «nei» is a title, too
        return True
    other = heard.intent not in pair and heard.intent not in tools.roles.asides and certainty(heard) == "sure"
    return heard.second is not None or (heard.leans is None or heard.leans < LEANS) or (other and not heard.elliptical)
