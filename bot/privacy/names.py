"""Masks names where someone introduces one: «jeg heter …», «mvh …», «my name is …»."""

from __future__ import annotations

import re

_INTRODUCED = re.compile(
    r"(\b(?:jeg|eg|æ|je|jæ|e|i)\s+(?:heter|heiter|hete|heite|hette|het|hetter|kalles|blir kalt)(?:\s+(?:da|forresten|bare))?"
    r"|\bnavnet? mitt(?:\s+er)?|\bnamnet? mitt(?:\s+er)?|\bmitt navn er|\bmitt namn er|\bnavn\s*:|\bnamn\s*:"
    r"|\bmy name(?:'s| is)|\bi'?m called|\b(?:han|ho|hun|sønnen min|dattera mi|datteren min|kjæresten min|broren min|søstera mi|kompisen min)\s+(?:heter|heiter|hete))"
    r"\s+((?:[^\W\d_][\w'’\-]{1,30})(?:\s+[^\W\d_][\w'’\-]{1,30}){0,3})",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"((?:\bmvh\.?|\bm\.?v\.?h\.?|\bvennlig hilsen|\bmed vennlig hilsen|\bvenleg helsing|\bhilsen|\bhelsing|\bhils(?:e)?n?|\bregards|\bbest),?\s*(?:fra\s+)?)"
    r"([A-ZÆØÅ][\w'’\-]{1,30}(?:\s+[A-ZÆØÅ][\w'’\-]{1,30}){0,3})\s*[.!]?\s*$"
)
_KIN = re.compile(
    r"(\b(?:sønnen min|sonen min|dattera mi|datteren min|broren min|søsteren min|søstera mi|mamma|pappa|læreren min|rådgiveren min|veilederen min|sjefen min|kjæresten min|kompisen min|venninna mi),?\s+)"
    r"([A-ZÆØÅ][a-zæøå'’\-]{1,30}\s+[A-ZÆØÅ][a-zæøå'’\-]{1,30})"
)
_ME = re.compile(r"(\b(?:jeg er|eg er|this is|dette er|det er|her er)\s+)([A-ZÆØÅ][a-zæøå'’\-]{1,30}\s+[A-ZÆØÅ][a-zæøå'’\-]{1,30})(?=[\s.,!?]|$)")

_STOP = frozenset(
    """og men så fordi som er e i på fra til med jeg eg æ du vi det den de en ei et har hadde vil kan skal må bor bur på
    går jobber jobba lurer trenger treng søker søkjer ønsker ikke ikkje itj bare berre noe noko det samme same sånn
    hva kva hvor kor når hvordan korleis nå no da då her and but from i'm im live want need the a an with years""".split()
)
_ORDINARY = frozenset(
    """ikke ikkje itj noe noko det samme same ingenting egentlig hva kva det-samme bare lærling elev praksiskandidat
    nav hvis som sånn så""".split()
)
_PLACES = frozenset("norge oslo bergen trondheim nav nordland norsk svensk".split())


def mask_names(text: str) -> tuple[str, bool]:
    """The text with introduced names as `[navn]`, and whether there was one."""
    hidden = False

    def introduced(match: re.Match[str]) -> str:
        nonlocal hidden
        words = match.group(2).split()
        if words[0].lower().strip("'’-") in _ORDINARY or words[0].startswith("["):
            return match.group(0)
        taken = 1
        while taken < len(words) and words[taken].lower() not in _STOP and (words[taken][0].isupper() or (taken < 2 and not words[0][0].isupper())):
            taken += 1
        hidden = True
        return " ".join([f"{match.group(1)} [navn]", *words[taken:]])

    def named(match: re.Match[str]) -> str:
        nonlocal hidden
        if match.group(2).split()[0].lower() in _PLACES:
            return match.group(0)
        hidden = True
        return f"{match.group(1)}[navn]"

    text = _INTRODUCED.sub(introduced, text)
    for pattern in (_SIGNED, _KIN, _ME):
        text = pattern.sub(named, text)
    return text, hidden
