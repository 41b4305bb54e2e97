"""Who to call and what to say when somebody is in danger or has it hard (data/help).

Every telephone is a figure, so that a number changes in one place. The wording is the editors';
what is chosen for whom – kind of danger, age, whether it is about somebody else – is decided here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from bot.content.figures import Figures
from bot.content.source import Source
from bot.language.lexicon import folded
from bot.language.normalise import fold
from bot.language.utterance import Utterance
from bot.settings import Malform
from bot.yaml_lines import YamlDocument

MOST = 6
"""Buttons that are shown at once: more are not read, and every number that is said is one."""
UNKNOWN = "ukjent"
"""The kind whose texts fit when it is not known what somebody is in danger of."""

PUPIL, CHILDREN, ADULTS = "elev", "alarmtelefonen", "mental_helse"
"""Who speaks of their class or their parents may well be under age: the line for children is among the first, though no age was told."""

LONGEST_ASKED = 12
"""Most words of a message that does no more than ask for a line."""
_ASKS_FOR = re.compile(folded(r"\b(?:nummer\w*|nr|tlf\w*|telefon\w*|ringe?|ringer|number|phone|call)\b"))
"""Words that ask for somebody's number."""
_IN_BRACKETS = re.compile(r" \(under \{myndig\.alder\}: [^)]*\)")
_SENTENCE = re.compile(
    r"(?:Er du under|Under|If you are under) \{myndig\.alder\}(?:[^.{]|\{[^}]*\})*\. ?"
    r"(?:(?:Ellers|Elles|Otherwise|Er du eldre,|If you are older,) )?(\w?)"
)
"""What is only for those under age: not said to somebody who is not."""
_IF_MINOR = re.compile(r"(?:Er du under|If you are under) \{myndig\.alder\}(?: no| nå)?[,:] (\w)")
"""The question whether somebody is under age, where it is known."""
_OR_ELSE = re.compile(
    r"((?:Er du under|If you are under) \{myndig\.alder\}(?:[^.{]|\{[^}]*\})*\.) (?:Ellers|Elles|Otherwise|Er du eldre|If you are older),?"
    r"(?:[^.{]|\{[^}]*\})*\.(?: |$)"
)
"""What is said to those who are older, right after it."""
Text = Mapping[Malform, str]
Way = Literal["call", "write"]


@dataclass(frozen=True)
class Line:
    """Somebody who answers: by telephone (the key of a figure) or on a page."""

    id: str
    name: Text
    when: Text
    phone: str | None
    page: str | None
    minors_only: bool
    always_open: bool
    source: Source | None
    """Where a page is known from; a telephone has its figure's source."""
    called: re.Pattern[str] | None = None
    """What people call it when they ask for it."""


@dataclass(frozen=True)
class Shown:
    """A line in one language as of one day, ready to be a button."""

    id: str
    way: Way
    name: str
    when: str
    phone: str | None
    url: str | None

    def as_json(self) -> dict[str, str | None]:
        """The line as the chat API gives it: `{"id", "way", "name", "when", "phone", "url"}`."""
        return {"id": self.id, "way": self.way, "name": self.name, "when": self.when, "phone": self.phone, "url": self.url}


@dataclass(frozen=True)
class Help:
    """What is said, and who answers, the fitting one first."""

    text: str
    lines: tuple[Shown, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Entry:
    """What is said of one kind, and who answers."""

    texts: Mapping[str, Text]
    """`selv`, and where the file has them `selv_under_18`, `annen`, `annen_under_18` and `igjen`."""
    lines: tuple[str, ...]
    minor_lines: tuple[str, ...]
    sources: tuple[Source, ...]
    at_once: bool = False
    """The question is answered in the first message too."""
    only_for: frozenset[str] = frozenset()
    """The kinds of danger after which the question makes sense; none for all: only who did harm asks what happens to them for it."""
    when: Mapping[str, Entry] = field(default_factory=dict)
    """What is said instead in a situation, the most pressing first: who does not wake needs no «if»."""
    meant_for: frozenset[str] = frozenset()
    """The dangers that share these words (data/help/instead.yml)."""

    def in_situation(self, situations: Collection[str], other: bool = False) -> Entry:
        """The entry for these situations: the first that has words for whom it is about, and what it leaves out as always."""
        who = "annen" if other else "selv"
        found = next((entry for name, entry in self.when.items() if name in situations and who in entry.texts), None)
        if found is None:
            return self
        texts = {**self.texts, **found.texts}
        for who in ("selv", "annen"):
            if who in found.texts and f"{who}_under_18" not in found.texts:  # the situation says more than the age
                texts.pop(f"{who}_under_18", None)
        return Entry(
            texts,
            found.lines or self.lines,
            found.minor_lines or found.lines or self.minor_lines,
            found.sources or self.sources,
            self.at_once,
            self.only_for,
            self.when,
        )


class HelpTexts:
    """Everything in data/help; immutable once loaded."""

    def __init__(
        self, lines: Mapping[str, Line], entries: Mapping[str, Mapping[str, Entry]], figures: Figures, documents: Iterable[YamlDocument]
    ) -> None:
        self._lines = dict(lines)
        self._entries = {name: dict(entry) for name, entry in entries.items()}
        self._figures = figures
        self.documents = tuple(documents)

    def kinds(self, level: str) -> tuple[str, ...]:
        """The kinds that have a text: `acute`, `heavy` or `after`."""
        return tuple(self._entries[level])

    def acute(
        self, kind: str, malform: Malform, on: date, minor: bool | None = None, other: bool = False, situations: Collection[str] = ()
    ) -> Help:
        """What to do in danger.

        Args:
            kind: a kind of data/help/acute.yml; one that is not there gets the general text.
            minor: whether the person is under 18; None when the age is not known.
            other: it is about somebody else.
            situations: what else was told (data/language/situations.tsv).
        """
        return self._in_situation("acute", kind, malform, on, minor, other, situations)

    def again(self, kind: str, malform: Malform, on: date, minor: bool | None = None, situations: Collection[str] = ()) -> str:
        """One sentence for the turns after, when a danger of this kind has not gone away."""
        return self._help(self._entry("acute", kind, situations), malform, on, minor, False, "igjen").text

    def for_minors(self, kind: str, other: bool = False, situations: Collection[str] = ()) -> bool:
        """Whether something else is said to, or of, somebody under 18 in this danger."""
        return ("annen_under_18" if other else "selv_under_18") in self._entry("acute", kind, situations, other).texts

    def heavy(
        self, kind: str, malform: Malform, on: date, minor: bool | None = None, other: bool = False, situations: Collection[str] = ()
    ) -> Help:
        """What to say to somebody who has it hard, and where they can talk; arguments as for `acute`."""
        return self._in_situation("heavy", kind, malform, on, minor, other, situations)

    def after(
        self, question: str, malform: Malform, on: date, minor: bool | None = None, other: bool = False, danger: str | None = None
    ) -> Help:
        """The answer to a question that people ask when help has been shown, about a danger of this kind.

        Raises:
            KeyError: no such question.
        """
        return self._help(self._entries["after"][question].in_situation({danger or UNKNOWN}), malform, on, minor, other)

    def answers(self, question: str, danger: str | None) -> bool:
        """Whether a question about the help has an answer after a danger of this kind."""
        entry = self._entries["after"].get(question)
        return entry is not None and (not entry.only_for or danger in entry.only_for)

    def answers_at_once(self, question: str | None, danger: str | None) -> bool:
        """Whether a question about the help is answered together with it."""
        return question is not None and self.answers(question, danger) and self._entries["after"][question].at_once

    def line(self, line: str, malform: Malform, on: date) -> Shown:
        """One line, by its id.

        Raises:
            KeyError: no such line.
        """
        return self._show(self._lines[line], malform, on)

    def named(self, said: Utterance, malform: Malform, on: date) -> tuple[Shown, ...]:
        """The lines that a message asks for by their names; those to ring first."""
        plain = fold(said.lower)
        if len(said.words) > LONGEST_ASKED or not _ASKS_FOR.search(plain):
            return ()
        return tuple(
            self._show(line, malform, on)
            for line in _in_order([line for line in self._lines.values() if line.called and line.called.search(plain)])
        )

    def talk(self, malform: Malform, on: date, minor: bool | None, maybe_minor: bool = False) -> str:
        """The number somebody of this age can always ring: «116 123 (under 18: 116 111)», the other way round to who may well be a minor."""
        grown, young = (self._figures.show(f"telefon.{name}", malform, on) for name in ("mental_helse", "alarmtelefonen"))
        if minor is None:
            age = self._figures.show("myndig.alder", malform, on)
            return f"{young} (over {age}: {grown})" if maybe_minor else f"{grown} (under {age}: {young})"
        return young if minor else grown

    def _entry(self, level: str, kind: str, situations: Collection[str], other: bool = False) -> Entry:
        entries = self._entries[level]
        return entries.get(kind, entries[UNKNOWN]).in_situation(situations, other)

    def _in_situation(
        self, level: str, kind: str, malform: Malform, on: date, minor: bool | None, other: bool, situations: Collection[str]
    ) -> Help:
        """The help, and after it what a situation calls for whatever the danger is, with the line of those who know it."""
        entry = self._entry(level, kind, situations, other)
        found, own = self._help(entry, malform, on, minor, other, maybe_minor=minor is None and PUPIL in situations), entry.when
        for name, entry in self._entries["situations"].items():
            if name in situations and name not in own:
                more = self._help(entry, malform, on, minor, other)
                lines = {line.id: line for line in (*found.lines[: MOST - len(more.lines)], *more.lines)}
                sources = dict.fromkeys((*found.sources, *more.sources))
                found = Help(f"{found.text}\n\n{more.text}", tuple(lines.values()), tuple(sources))
        return found

    def _help(
        self, entry: Entry, malform: Malform, on: date, minor: bool | None, other: bool, key: str | None = None, maybe_minor: bool = False
    ) -> Help:
        texts = entry.texts
        who = "annen" if other else "selv"
        wanted = (key,) if key else (f"{who}_under_18", who) if minor else (who,)
        text = next((texts[key] for key in (*wanted, "selv") if key in texts), texts["selv"])[malform]
        if minor is not None:
            text = _for_minors(text) if minor else _for_those_of_age(text)
        filled = self._figures.fill(text.replace("{snakk}", self.talk(malform, on, minor, maybe_minor)), malform, on)
        chosen = entry.minor_lines if minor and not other and entry.minor_lines else entry.lines
        if (maybe_minor and CHILDREN in chosen[1:]) or (minor and other and chosen and chosen[0] != CHILDREN):
            before = () if chosen[0] == ADULTS else chosen[:1]
            chosen = (*before, CHILDREN, *(name for name in chosen[len(before) :] if name != CHILDREN))
        lines = [self._lines[name] for name in chosen if not (self._lines[name].minors_only and minor is False)]
        named = self._named_in(text, minor)
        lines += [line for line in named if line not in lines]
        sources = [self._figures[line.phone].source if line.phone else line.source for line in lines]
        unique = dict.fromkeys((*entry.sources, *(source for source in sources if source)))
        return Help(filled, tuple(self._show(line, malform, on) for line in _in_order(lines, named)), tuple(unique))

    def _named_in(self, text: str, minor: bool | None) -> list[Line]:
        """The lines whose numbers a text says, figures still references."""
        talk = {None: ("mental_helse", "alarmtelefonen"), True: ("alarmtelefonen",), False: ("mental_helse",)}[minor]
        said = [f"{{{line.phone}}}" in text or ("{snakk}" in text and line.id in talk) for line in self._lines.values()]
        return [line for line, named in zip(self._lines.values(), said, strict=True) if named and line.phone]

    def _show(self, line: Line, malform: Malform, on: date) -> Shown:
        phone = self._figures.show(line.phone, malform, on) if line.phone else None
        when = self._figures.fill(line.when[malform], malform, on)
        return Shown(line.id, "call" if phone else "write", line.name[malform], when, phone, line.page)


def _for_those_of_age(text: str) -> str:
    """A text, figures still references, without what it says to those under age."""
    return _SENTENCE.sub(lambda found: found[1].upper(), _IN_BRACKETS.sub("", text)).strip()


def _for_minors(text: str) -> str:
    """A text, figures still references, without the question whether they are under age, and without what it says to others."""
    return _IF_MINOR.sub(lambda found: found[1].upper(), _OR_ELSE.sub(r"\1 ", text)).strip()


def _in_order(lines: list[Line], named: Collection[Line] = ()) -> list[Line]:
    """At most `MOST` of the lines: two to ring, one to write to – many dare no more than that –, those that are named, and the others."""
    calls, writes = [line for line in lines if line.phone], [line for line in lines if not line.phone]
    later = sorted(calls[2:], key=lambda line: line not in named)
    said = sum(line in named for line in later)
    return [*calls[:2], *writes[:1], *later[: max(2, said)], *writes[1:]][:MOST]
