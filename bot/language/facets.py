"""What is asked of a topic – who, how long, money … – and whether the message names the topic at all."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.language.utterance import Utterance

# The cues are read in the standard form, so nynorsk, dialect and chat spellings are covered by the table.
# Order decides when several match: the more specific question first.
_CUES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (facet, re.compile(rf"\b(?:{pattern})"))
    for facet, pattern in (
        (
            "frist",
            r"søknadsfrist\w*|frist\w*|deadline|siste (?:dag|dato)|innen når|(?:før )?når må (?:jeg|man|vi) (?:søke|ha søkt|melde)|når (?:kan|skal|må) (?:jeg|man) søke|når søker",
        ),
        (
            "varighet",
            r"hvor (?:lenge|lang tid|langt tid|langvarig)|hvor mange (?:år|måneder|uker|dager)\b(?! gammel)|kor lenge|varer|vare\b|varighet|lengden?\b|how long|hvor lenge til",
        ),
        (
            "penger",
            r"(?:får|fikk|tjener|tener|blir|er|betale[rt]?) .{0,25}\b(?:betalt|penger|lønn)\b|penger\b|lønn(?!stil|støt)\w*|betalt|hva tjener|tjener (?:en|man|jeg|du)\b|hva koster|hvor mye koster|koster det|koste\b|pris(?:en)?\b|hvor mye (?:får|tjener|er|utbetales|betaler|kan)|hvor mange kroner|utbetal\w+|i måneden|satse[nr]?\b|sats\b|how much|cost|paid|money|salary|økonomi\w*",
        ),
        (
            "soke",
            r"hvordan (?:søker?|søkes|melder?|får (?:jeg|man|en)|kommer (?:jeg|man)|starter|begynner|skaffer|går (?:jeg|man) fram)|hvor søker|hvor kan (?:jeg|man) søke|hva må (?:jeg|man) gjøre for å|søk(?:e|er)\b|søknad\w*|melde (?:jeg )?(?:meg )?på|how (?:do|can) i (?:apply|get|start)|apply",
        ),
        (
            "kontakt",
            r"hvem (?:kan )?(?:skal )?(?:må )?(?:kontakter?|ringer?|snakker?|spør|hjelper|tar)|hvem (?:kan |skal |må )?(?:jeg|man|vi) (?:kontakter?|ringer?|snakker?|spør\w*|går|prate?r?)|ringe|telefon\w*|kontakt(?:e|er|en|info\w*|person\w*)?\b|hvor går jeg|who (?:do|can) i (?:call|contact|talk)",
        ),
        (
            "hvem",
            r"hvem (?:kan|får|har|er det for|gjelder)|kan alle|krav(?:et|ene|a)?\b|vilkår\w*|aldersgrense\w*|hvor gammel|kan jeg få|får jeg det|gjelder det (?:meg|for meg|også)|har jeg rett|passer det for|who can|who is it for|eligible|kan jeg være med",
        ),
        ("gratis", r"(?:er|blir) det(?:te)? gratis|gratis\b|free of charge|for free"),
        (
            "hva",
            r"hva (?:er|betyr|går|vil det si|innebærer|gjør|inneholder)|forklar\w*|fortell\w*|mer om|hvordan (?:fungerer|virker|er)|what is|what does|what do (?:you|i|we|they) do|how does",
        ),
    )
)
_CARRY = re.compile(
    r"^(?:(?:og|men|ok|okei|ja|nei) )*(?:hva med|hva så med|enn|what about|how about|og hva med|hvordan er det med|gjelder det(?:te)? også (?:for)?)\b"
)

_FUNCTION = frozenset(
    """jeg meg du deg han hun vi oss dere de den det dette denne disse min mitt mine sin sitt noe noen ingen man en et ei
    som at om å og men eller så da nå her der hit dit i på for til av med fra ved under etter før hos uten mot mellom
    er var være vært blir ble bli blitt har hadde ha kan kunne skal skulle vil ville må måtte bør får fikk få fått
    ikke bare også jo vel altså liksom egentlig kanskje sånn slik akkurat ganske veldig litt mye mer mest alle alt
    hva hvem hvor når hvordan hvorfor hvilken hvilket hvilke hver ok okei ja nei jo hei takk please vær snill si
    gjør gjøre gjort gå går gikk kommer komme ta tar tatt se ser gi gir vet tror lurer lurte spør spørre mener
    egen selv samme annen andre annet hele sånne ting greia greie enn dersom hvis ut inn opp ned igjen ennå enda
    månedlig dagen måneden året år måned måneder uke uker dag dager time timer kroner tid
    i the a an is are do does can it that this to of and or how what who when where my me you get for so much many
    does last long take do there dekket hjelp isåfall tilfelle heller først samtidig ca cirka omtrent totalt maks minst gang lenge lang langt videre ?""".split()
)


@dataclass(frozen=True)
class FacetReading:
    """The facet a message asks for, and how much of a topic it names.

    Attributes:
        facet: one of `bot.content.FACETS`, or None.
        elliptical: besides the facet there are only small words: the topic is the one under discussion.
        carry: the message moves the same question to another topic («hva med lærekandidat da?»).
    """

    facet: str | None
    elliptical: bool
    carry: bool


def read_facet(said: Utterance) -> FacetReading:
    """Read one message.

    «hva» and «gratis» count only when the message is elliptical: «hva er KVP?» and «kan jeg ta vgs gratis?» want the
    short answer.
    """
    plain = said.standard
    carry = bool(_CARRY.search(plain))
    facet: str | None = None
    rest = _CARRY.sub(" ", plain)
    for name, pattern in _CUES:
        if pattern.search(rest):
            facet = facet or name
            rest = pattern.sub(" ", rest)
    left = [word for word in rest.split() if word not in _FUNCTION]
    elliptical = not left and (facet is not None or carry)
    if facet in ("hva", "gratis") and not elliptical:
        facet = None
    if facet == "gratis":
        facet = "penger"
    return FacetReading(facet, elliptical or carry, carry)
