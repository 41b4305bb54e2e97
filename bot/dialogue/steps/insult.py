"""An insult thrown at the assistant is met calmly, and is no answer to what was asked."""

from __future__ import annotations

from bot.dialogue.certainty import certainty
from bot.dialogue.reply import Reply
from bot.dialogue.turn import Toolkit, Turn
from bot.language.abuse import is_insult


def insult(turn: Turn, tools: Toolkit) -> Reply | Turn:
    asks = turn.heard.intent not in tools.roles.asides and certainty(turn.heard) in ("sure", "close")
    if asks or not is_insult(turn.heard.said):
        return turn
    return Reply((tools.voice.notice("vaer_hoflig", turn.state.malform),), turn.state)  # what was asked for is still awaited
