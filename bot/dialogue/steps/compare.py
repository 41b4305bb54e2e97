"""Two things named beside each other, «hva er forskjellen på AAP og dagpenger», are both answered, one line each.

One of them may be what the talk is about: «og det mot tiltakspenger?». What the two pay is compared where that is asked.
"""

from __future__ import annotations

import re

from bot.dialogue.reply import Reply
from bot.dialogue.turn import Toolkit, Turn
from bot.settings import MALFORMER

MOST_WORDS = 25
FEW_WORDS = 12
"""Of a message that may mean what is talked of as the other of the two."""
MONEY = "penger"

_COMPARES = re.compile(
    r"\b(?:forskjell\w*|lønner (?:det )?seg (?:mest|best)|hva er (?:best|lurest|smartest)|(?:er det )?best å (?:ta|gå|velge|søke)|bedre enn"
    r"|mer enn|(?:gir|betaler|tjener)\b.{0,25}\b(?:mest|best|mer)|difference between|better than|pays? (?:more|better|best)|versus|vs)\b"
)
_PAYS = re.compile(r"\b(?:lønner|gir|betaler|tjener|penger|lønn|utbetalt|kroner|pays?|money|earn)\b")


def compare(turn: Turn, tools: Toolkit) -> Reply | Turn:
    heard, state = turn.heard, turn.state
    if heard.pressed or len(heard.said.words) > MOST_WORDS or not _COMPARES.search(heard.said.standard):
        return turn
    library = tools.voice.library
    named = list(dict.fromkeys(topic for malform in MALFORMER for topic in library.named(heard.said.text, malform)))
    if not named and state.pair:  # «hva lønner seg mest», after the two
        named = list(state.pair)
    if len(named) == 1 and state.tema and state.tema != named[0] and len(heard.said.words) <= FEW_WORDS:
        named = [state.tema, *named]
    if len(named) != 2 or _already_written(turn, tools, named):
        return turn
    pays = MONEY if _PAYS.search(heard.said.standard) else None
    reply = tools.acts.compare(tuple(named), state, pays) or tools.acts.compare(tuple(named), state)
    return reply or turn


def _already_written(turn: Turn, tools: Toolkit, named: list[str]) -> bool:
    """Whether one of the two has a question that names the other, and it is what is asked."""
    library = tools.voice.library
    for topic in named:
        part = next((part for of, part, _ in turn.heard.parts if of == topic), None)
        passage = next((passage for passage in library[topic].passages if passage.id == part), None)
        if passage and set(named) - {topic} <= set(library.named(passage.question["nb"], "nb")):
            return True
    return False
