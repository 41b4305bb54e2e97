"""The steps of a turn, in the order a message passes them. Each answers, or hands the message on.

A message is never answered before danger was looked for; what the person steers or presses comes before what they
might mean; an open question before a new one; a place and a language before a guess.
"""

from bot.dialogue.steps.act import act
from bot.dialogue.steps.answer import answer
from bot.dialogue.steps.beside import beside
from bot.dialogue.steps.close import closed
from bot.dialogue.steps.compare import compare
from bot.dialogue.steps.context import context
from bot.dialogue.steps.danger import danger
from bot.dialogue.steps.doubt import doubt
from bot.dialogue.steps.facts import facts
from bot.dialogue.steps.follow_up import follow_up
from bot.dialogue.steps.guide_at_hand import guide_at_hand
from bot.dialogue.steps.help_line import help_line
from bot.dialogue.steps.here import here
from bot.dialogue.steps.insult import insult
from bot.dialogue.steps.language import language
from bot.dialogue.steps.listen import listen
from bot.dialogue.steps.number import number
from bot.dialogue.steps.place import place
from bot.dialogue.steps.steer import pressed, steer
from bot.dialogue.steps.told_only import told_only
from bot.dialogue.steps.wordless import wordless
from bot.dialogue.turn import Step

STEPS: tuple[Step, ...] = (
    listen,
    danger,
    wordless,
    help_line,
    steer,
    pressed,
    insult,
    guide_at_hand,
    facts,
    compare,
    number,
    act,
    place,
    told_only,
    language,
    beside,
    here,
    context,
    follow_up,
    doubt,
    answer,
)

__all__ = ["STEPS", "closed"]
