"""A message that tells how old somebody is and nothing else: «Han er 17», «sonen min er fødd i 2009», «snart 18».

Nothing in it can be danger, whatever a classifier thinks of so few words.
"""

from __future__ import annotations

import re

WORDS = frozenset(
    "jeg eg æ æg ej i im i'm han hun ho hu he she hen vi ei en et ein eit den det "
    "sønn sønnen son sonen sonn gutt gutten gut guten jente jenta datter datteren dattera dotter dottera elev eleven barn barnet barnebarn "
    "barnebarnet lærlingen søster søstera bror broren lillebror lillesøster venn vennen venninna kompis kompisen sønnens my son daughter "
    "min mi mitt mine vår hans hennes "
    "er e æ am is are blir bli blei ble vart vert fyller fyll fylte fylt turns turned turning soon snart nettopp akkurat bare berre just only "
    "år årig åring åringen gammel gammal gamal gamel gamle year years old aged ca omtrent "
    "født fødd fød føtt born in januar februar mars april mai juni juli august september oktober november desember "
    "hei hallo hi hello ja yes ok og and altså da".split()
)
"""What may stand around a number without telling anything of its own."""
_AGE = re.compile(r"(?:[1-9]?\d|(?:19|20)\d\d)")


def tells_an_age_alone(text: str) -> bool:
    """Whether a message is an age or a year of birth, whosever, with words around it that tell nothing more.

    >>> tells_an_age_alone("Han er 17"), tells_an_age_alone("han er 17 og borte"), tells_an_age_alone("113")
    (True, False, False)
    """
    words = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+", text.lower())
    numbers = [word for word in words if word.isdigit()]
    return len(numbers) == 1 and bool(_AGE.fullmatch(numbers[0])) and WORDS.issuperset(word for word in words if not word.isdigit())
