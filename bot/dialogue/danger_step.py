"""The first step of a turn: danger, what is asked of the help that was shown, and what weighs."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.care import Care
from bot.dialogue.certainty import certainty
from bot.dialogue.guide_flow import GuideFlow
from bot.dialogue.places import Places
from bot.dialogue.reply import Reply
from bot.dialogue.small_talk import MANNERS, SMALL_TALK
from bot.dialogue.state import State
from bot.dialogue.understanding import CRISIS, Understanding
from bot.language.danger import NO_DANGER, Danger
from bot.language.small_talk import only_small_talk

SHORT_ANSWER = 6
"""Most words of a message that only tells an age."""
EMERGENCIES = {"okonomi_akutt": frozenset({"spise"})}
"""Topics whose answer is the help that is needed now, and the danger they are mistaken for: hunger without money is no eating disorder."""
ABOUT_ITSELF = frozenset({CRISIS, "psykisk_helse", "rus"})
"""Topics that what weighs is about: what was heard answers them, unless a fact is asked for."""


class DangerStep:
    """Takes the messages that are about danger, or about the help just shown; leaves the others."""

    def __init__(self, care: Care, guides: GuideFlow, places: Places) -> None:
        self._care = care
        self._guides = guides
        self._places = places

    def without_false_alarm(self, heard: Understanding, state: State) -> Understanding:
        """What was heard; an answer we offered, or a place, is no alarm, whatever its words are like.

        Nor is an emergency that a topic of ours answers, unless another danger is told for certain.
        """
        if heard.pressed or heard.danger == NO_DANGER:
            return heard
        danger = heard.danger
        answered = danger.kind in EMERGENCIES.get(heard.intent, ()) and certainty(heard) == "sure"
        if danger.acute and answered and not danger.sure and not state.varsom:
            return replace(heard, danger=NO_DANGER)
        only_answers = self._guides.offers(heard.text, state) or self._places.is_only_place(heard.text)
        return replace(heard, danger=NO_DANGER) if only_answers else heard

    def take(self, heard: Understanding, state: State) -> Reply | None:
        """Help when somebody is in danger, and the answers to what is asked of it; None when neither is so."""
        if heard.pressed:
            return self._care.acute(Danger("akutt", "ukjent"), state) if heard.intent == CRISIS else None
        if reply := self._care.afterwards(heard, state):
            return reply
        if heard.danger.acute:
            return self._care.acute(heard.danger, state)
        return self._after_help(heard, state) if state.varsom else self._only_heard(heard, state)

    def _after_help(self, heard: Understanding, state: State) -> Reply | None:
        """An age is used and thanks are met; what is surely another question goes on; the rest is not left alone."""
        if heard.age is not None and len(heard.text.split()) <= SHORT_ANSWER:
            return self._care.with_age(state)
        if heard.intent in MANNERS and only_small_talk(heard.text):
            return self._care.thanked(state)
        asks = certainty(heard) == "sure" and heard.intent not in SMALL_TALK and not heard.danger.suspicious
        goes_on = asks or heard.asked_malform or heard.steers or self._places.is_only_place(heard.text)
        return None if goes_on else self._care.lost(state)

    def _only_heard(self, heard: Understanding, state: State) -> Reply | None:
        """To something heavy that asks nothing of ours: that it was heard, and no more."""
        if not heard.danger.heavy or state.venter == "guide" or heard.asked_malform:
            return None
        asks = (certainty(heard) in ("sure", "close") or heard.second is not None) and heard.intent not in SMALL_TALK
        if asks and (heard.intent not in ABOUT_ITSELF or heard.facet in ("penger", "soke", "kontakt")):
            return None
        said, state = self._care.heavy(heard.danger, state)
        return Reply((said,), replace(state, uforstatt=0, venter=None)) if said is not None else None
