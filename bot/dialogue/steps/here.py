"""A few words that name another topic are about both, where one of the two has that very question.

«og dagpenger da», said by a student without money; «gjelder det på fagprøven også?», after extra time at an exam.
"""

from __future__ import annotations

from bot.dialogue.certainty import certainty
from bot.dialogue.reply import Reply
from bot.dialogue.turn import Toolkit, Turn
from bot.dialogue.understanding import FEW, LEANS

OF_THIS, LEANS_A_LITTLE = 0.9, 0.2
"""From these probabilities on a question of the topic at hand is asked that names the other topic too, in a message that may lean on the talk."""
NAME = 6
"""Letters from which on the first word of a title names the topic by itself."""


def here(turn: Turn, tools: Toolkit) -> Reply | Turn:
    heard, tema = turn.heard, turn.state.tema
    library = tools.voice.library
    named, ordinary = heard.intent, tools.roles.having("emne")
    if heard.pressed or heard.second or heard.asks_what_it_is or len(heard.said.words) > FEW or tema == named:
        return turn
    if tema not in ordinary or named not in ordinary or certainty(heard) != "sure":
        return turn
    shares, leans = {(of, part): share for of, part, share in heard.parts}, heard.leans or 0.0

    def asked(of: str, about: str, least: float) -> str | None:
        """The likeliest question of a topic that names the other one."""
        both = [passage.id for passage in library[of].passages if passage.id == about or _names(passage.question["nb"], about, tools)]
        best = max(both, key=lambda part: shares.get((of, part), 0.0), default=None)
        return best if best is not None and shares.get((of, best), 0.0) >= least else None

    if tema in tools.roles.situations and leans >= LEANS_A_LITTLE and (part := asked(tema, named, OF_THIS)) is not None:
        return tools.answers.topic(tema, None, turn.state, part)
    if leans >= LEANS and (part := asked(named, tema, 0.0)) is not None:
        return tools.answers.topic(named, None, turn.state, part)
    return turn


def _names(question: str, topic: str, tools: Toolkit) -> bool:
    first = tools.voice.library.title(topic, "nb").split()[0].lower()
    return topic in tools.voice.library.named(question, "nb") or (len(first) >= NAME and first in question.lower())
