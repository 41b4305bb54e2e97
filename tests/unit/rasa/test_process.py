"""What Rasa makes by itself shares the parts of the process."""

from __future__ import annotations

from actions.answer import AnswerAction
from bot.rasa import process
from bot.rasa.input import VeivalgInput
from bot.rasa.rest import MaskedRestInput


def test_channels_that_rasa_makes_share_the_parts_of_the_process() -> None:
    made = [channel.from_credentials({}) for channel in (VeivalgInput, MaskedRestInput)]
    assert [channel._parts for channel in made] == [process.parts()] * 2


def test_rasas_action_server_makes_the_action_by_itself() -> None:
    assert AnswerAction()._parts.assistant is not None
