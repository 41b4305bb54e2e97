"""Finds a crisis in a message by a reviewed lexicon (data/language/crisis.tsv), whatever else it says.

One vote among others in `bot.nlu.danger_model`; it also keeps the right part of a message that must be shortened. Messages
are compared in the standard form without æøå, so spelling, dialect and nynorsk meet the same patterns;
English is compared as written, and a spaced-out or disguised word in a squeezed form.

Rows of the lexicon whose kind begins with `=` define a word group, `{GROUP}` in the patterns below; rows
of the kind `ufarlig` are figures of speech that are taken out before the rest is searched.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bot.language.normalise import fold, standard_words
from bot.language.utterance import Utterance
from bot.settings import ROOT

LEXICON = ROOT / "data" / "language" / "crisis.tsv"
HARMLESS = "ufarlig"
DECIDING = ("kropp", "forgiftning")
"""Kinds that words tell by themselves – no insulin, drain cleaner swallowed – looked for before the others, the body first."""
MAX_CHARS = 5000

_LEET = str.maketrans({"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i"})
_SPACED = re.compile(r"(?<!\w)\w(?:[\W_]{1,3}\w(?!\w))+")
_VOWELS = frozenset("aeiouyæøå")
_CENSORED = re.compile(r"(?<=[^\W\d_])\*+(?=\w)")
_SQUEEZED = re.compile(
    r"vilikkeleve|vilikkjeleve|orkerikkeleve|talivetavmeg|talivetmitt$|^(?:jeg)?vil(?:bare)?do[de]*$|"
    r"lysttilado|killmyself|wanttodie|kuttermeg$|^ikkeleve"
)


@dataclass(frozen=True)
class _Lexicon:
    harmless: re.Pattern[str]
    kinds: tuple[tuple[str, re.Pattern[str]], ...]


@lru_cache(maxsize=2)
def _lexicon(path: Path = LEXICON) -> _Lexicon:
    groups: dict[str, str] = {}
    patterns: dict[str, list[str]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            pattern = re.sub(r"\{([A-Z]+)\}", lambda name: f"(?:{groups[name.group(1)]})", _folded(row["pattern"]))
            if row["kind"].startswith("="):
                groups[row["kind"][1:]] = pattern
            else:
                patterns.setdefault(row["kind"], []).append(pattern)
    compiled = {kind: re.compile(rf"\b(?:{'|'.join(rows)})") for kind, rows in patterns.items()}
    harmless, decided = compiled.pop(HARMLESS), {kind: compiled.pop(kind) for kind in DECIDING}
    return _Lexicon(harmless, tuple({**decided, **compiled}.items()))


def _folded(pattern: str) -> str:
    """The pattern in the letters that messages are compared in; escapes and group names stay."""
    return re.sub(r"\\.|[a-zæøå]+", lambda part: part.group(0) if part.group(0)[0] == "\\" else _plain(part.group(0)), pattern)


def read_crisis(said: Utterance) -> str | None:
    """The kind of crisis a message tells of, or None.

    Args:
        said: one message; its first 5000 characters are read.

    Returns:
        `selvmord`, `selvskading`, `vold`, `overgrep`, `akutt`, or one of `DECIDING`.
    """
    lexicon = _lexicon()
    lower = said.lower[:MAX_CHARS]
    for form in dict.fromkeys(_forms(lower)):
        clean = lexicon.harmless.sub(" ", form)
        for kind, pattern in lexicon.kinds:
            if pattern.search(clean):
                return kind
    squeezed = fold(_SPACED.sub(_join, lower)).split()
    return "selvmord" if any(map(_SQUEEZED.search, squeezed)) else None


def _forms(written: str) -> Iterator[str]:
    """The message in each form that is searched."""
    lower = _CENSORED.sub("", re.sub(r"\bd\*+", "dø", written))
    for form in (lower, lower.translate(_LEET), _SPACED.sub(_join, lower), lower.replace(".", " ")):
        yield _plain(" ".join(standard_words(form)) + (" ?" if "?" in form else ""))
    yield _plain(" ".join(re.findall(r"[\w']+", lower)))


def _join(match: re.Match[str]) -> str:
    """«d ø» as one word; «i å» stays, for vowels are words of their own."""
    letters = re.sub(r"[\W_]+", "", match.group(0))
    return match.group(0) if set(letters) <= _VOWELS else letters


def _plain(text: str) -> str:
    folded = fold(text).replace("-", " ").replace("'", "").replace("hverandre", "kverandre")
    return re.sub(r"([eiouy])\1+", r"\1", folded)  # «døø», «need»
