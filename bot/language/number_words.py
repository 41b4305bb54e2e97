"""Numbers written as words – «atten», «tjueto», «toogtyve», «twenty-one» – as digits."""

from __future__ import annotations

import re

_NUMBER_WORDS = {
    word: str(number)
    for number, words in enumerate(
        "ti|elleve|tolv twelve|tretten thirteen|fjorten fjortan fourteen|femten fifteen|seksten sekstan sixteen|sytten syttan søtten sjutten seventeen"
        "|atten attan eighteen|nitten nittan nineteen".split("|"),
        10,
    )
    for word in words.split()
}
for _ten, _names in ((20, "tjue tyve tjuge twenty"), (30, "tretti tredve thirty"), (40, "førti forty"), (50, "femti fifty")):
    for _name in _names.split():
        _NUMBER_WORDS[_name] = str(_ten)
        for _one, _ones in enumerate(
            "en ein én one|to two|tre three|fire four|fem five|seks six|sju syv seven|åtte eight|ni nine".split("|"), 1
        ):
            _NUMBER_WORDS |= {f"{_name}{joint}{one}": str(_ten + _one) for one in _ones.split() for joint in ("", "-", " ")}
for _ten, _names in ((20, "tyve tjue"), (30, "tretti tredve"), (40, "førti"), (50, "femti")):
    for _name in _names.split():
        for _one, _ones in enumerate("en|to|tre|fire|fem|seks|syv sju|åtte|ni".split("|"), 1):
            _NUMBER_WORDS |= {f"{one}{joint}{_name}": str(_ten + _one) for one in _ones.split() for joint in ("og", " og ")}
_NUMBER_WORD = re.compile(rf"\b({'|'.join(sorted(_NUMBER_WORDS, key=len, reverse=True))})(?=år|-?åring|\b)")


def in_digits(text: str) -> str:
    """A text in lower case with the numbers from ten to fifty-nine in digits, where they can be somebody's age."""
    return _NUMBER_WORD.sub(lambda found: _NUMBER_WORDS[found[0]], text)
