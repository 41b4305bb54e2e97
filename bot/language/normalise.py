"""Chat Norwegian brought nearer to standard bokmål, for comparison only.

The original text is never changed: what is made here is only ever compared with other texts made
the same way. Three forms are offered, from gentle to rough:

- `tidy`: Unicode NFKC, invisible characters gone, one space, no runs of the same letter;
- `standard`: also lower case, with dialect, nynorsk and chat forms replaced (data/language/forms.tsv);
- `fold`: also without æøå, accents and doubled vowels, so that «fa», «faa» and «få» meet.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from functools import lru_cache
from pathlib import Path

from bot.settings import ROOT

FORMS = ROOT / "data" / "language" / "forms.tsv"

_INVISIBLE = re.compile(r"[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_VOWEL_RUN = re.compile(r"([aeiouyæøå])\1{2,}", re.IGNORECASE)
_RUN = re.compile(r"(\w)\1{2,}")
_PUNCTUATION_RUN = re.compile(r"([!?.,…])\1+")
_TOKEN = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_FOLD = str.maketrans(
    {"å": "a", "ä": "e", "æ": "e", "ø": "o", "ö": "o", "é": "e", "è": "e", "ê": "e", "ò": "o", "ó": "o", "ô": "o", "ü": "y"}
)


def tidy(text: str) -> str:
    """The text in NFKC, without invisible or control characters, runs of letters or spaces.

    Lone surrogates, which no real message has, become a space.
    """
    text = text.encode("utf-8", "replace").decode("utf-8")
    text = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text))
    text = "".join(" " if unicodedata.category(char) in ("Cc", "Cs", "Co", "Cn") else char for char in text)
    text = _RUN.sub(_double_letter, _VOWEL_RUN.sub(r"\1", text))
    text = _PUNCTUATION_RUN.sub(r"\1", text)
    return " ".join(text.split())


def _double_letter(match: re.Match[str]) -> str:
    run = match.group(0)
    return run if run.isdigit() else run[:2]  # «1000» is a number, not an elongated word


@lru_cache(maxsize=4)
def load_forms(path: Path = FORMS) -> dict[str, str]:
    """The table of chat, dialect and nynorsk forms: form → standard bokmål."""
    with path.open(encoding="utf-8", newline="") as file:
        return {row["form"]: row["standard"] for row in csv.DictReader(file, delimiter="\t")}


def standard_words(lower: str) -> list[str]:
    """The words of a tidied lower-case text, in standard bokmål forms where the table knows them."""
    forms = load_forms()
    return [_shorten(token, forms) for token in _TOKEN.findall(lower)]


def standard(text: str) -> str:
    """The words of a text in standard bokmål forms where the table knows them; `?` is kept.

    For what is prepared at load; a message is read as an `Utterance`, once.
    """
    return " ".join(standard_words(tidy(text).lower())) + (" ?" if "?" in text else "")


def _shorten(token: str, forms: dict[str, str]) -> str:
    if token in forms:
        return forms[token]
    single = re.sub(r"(\w)\1+$", r"\1", token)  # «jaa», «heii», «sååå»
    return forms.get(single, token)


def fold(text: str) -> str:
    """The text with æøå and accents folded to plain letters and doubled vowels made single."""
    folded = text.lower().translate(_FOLD)
    return folded.replace("aa", "a").replace("ae", "e").replace("oe", "o")
