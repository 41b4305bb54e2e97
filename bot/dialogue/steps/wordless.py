"""A message of signs alone: thanks and nothing else are met, of anything else the words are asked for. What cries for help was heard before."""

from __future__ import annotations

from dataclasses import replace
from unicodedata import category

from bot.dialogue.message import Message
from bot.dialogue.reply import Reply
from bot.dialogue.turn import Toolkit, Turn

THANKS = frozenset("👍🙏❤💪👌😊🙂🥰☺💯🎉✨👏🤝😄😁🤗💚💙")
SKIN = frozenset("🏻🏼🏽🏾🏿")
"""The colour of a hand, which says nothing by itself."""


def wordless(turn: Turn, tools: Toolkit) -> Reply | Turn:
    heard, state = turn.heard, turn.state
    signs = {character for character in heard.text if category(character) in ("So", "Sk")} - SKIN
    if heard.pressed or state.venter == "guide" or not signs or any(character.isalnum() for character in heard.text):
        return turn
    if signs <= THANKS and "?" not in heard.text and "❓" not in heard.text:
        return tools.answers.manners("takk", state)
    topics = tools.voice.library.start.in_doubt
    buttons = tools.voice.topic_buttons(topics, state.malform) + tools.voice.person(state.malform)
    text = f"{tools.voice.say('uten_ord', state.malform)}\n{tools.care.safety_line(state)}"
    return Reply((Message("question", text, suggestions=buttons, malform=state.malform),), replace(state, venter=None))
