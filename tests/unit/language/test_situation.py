"""What else a message tells, that changes what helps."""

from __future__ import annotations

import pytest

from bot.content.help import PUPIL
from bot.language.situation import read_situations
from bot.language.utterance import Utterance


@pytest.mark.parametrize(
    ("text", "situation"),
    [
        ("Jeg er i Somalia nå og pappa har passet", "ute"),
        ("søsteren min sitter fast i Tyrkia", "ute"),
        ("i want to go back to norway but they say no", "ute"),
        ("æ får itj kom hjem te Norge", "ute"),
        ("foreldrene mine reiste hjem fra Somalia med passet mitt", "ute"),
        ("de dro til Norge uten meg", "ute"),
        ("jeg er født i Syria og bor i Oslo", None),
        ("har vært i Thailand på ferie", None),
        ("vi reiser til Pakistan i sommer", None),
        ("jeg vil tilbake til Norge etter ferien, vi reiser på fredag", "reiser_snart"),
        ("Lærling på kjøkken, sjefen kaster ting", "i_arbeid"),
        ("de på jobben ler av meg", "i_arbeid"),
        ("alle i klassen ler av meg", None),
        ("rektor gjør ingenting, og jeg jobber i butikk ved siden av", None),
        ("jeg er lesbisk og mamma vet det ikke", "skeiv"),
        ("menigheten ber for å få det ut av meg", "skeiv"),
        ("transport og logistikk", None),
        ("kjæresten leser meldingene mine", "overvaaket"),
        ("kan mamma se det jeg skriver her", "overvaaket"),
        ("he checks my phone every night", "overvaaket"),
        ("jeg leser meldinger fra skolen", None),
        ("faren min drikker og er sint", "foreldre_rus"),
        ("mamma har fått kreft", "syk_hjemme"),
        ("jeg har hatt influensa", None),
        ("han står utenfor døra og banker", "naa"),
        ("eg skal gjere det i natt", "naa"),
        ("he is outside my door", "naa"),
        ("i går kveld slo han meg, i kveld er han borte", None),
        ("vi har prøve i kveldsskolen", None),
        ("hun svimte av i dusjen", "besvimt"),
        ("har spart opp tabletter og nå er jeg klar", "naa"),
        ("spør fordi jeg har bestemt meg", "naa"),
        ("æ tok alle tablettan te mamma", "tatt_mye"),
        ("took way too many pills", "tatt_mye"),
        ("har tatt for mange fag", None),
        ("my sister fainted today", "besvimt"),
        ("fyller 18 om elleve dager, så barnevernet gidder vel ikke", "ung"),
        ("fyller 18 år i år", None),
        ("jeg gi katt til naboen. i morgen jeg er ikke mer problem", "snart"),
        ("han sparka meg i magen, er gravid i sjette", "gravid"),
        ("bestefar er ikke våken og jeg får ikke svar", "vekkes_ikke"),
        ("vi hadde grill inne i teltet og han er kvalm", "innaandet"),
        ("fullt av eksos i garasjen", "innaandet"),
        ("full gass på motorveien", None),
        ("han er blå rundt munnen og snorker rart", "vekkes_ikke"),
        ("they told me the door opens if i stop breathing", "stemmer_befaler"),
        ("kaster opp blod", "hjerte_blod"),
        ("hjertet hopper over slag", "hjerte_blod"),
        ("hjertet hopper av glede", None),
        ("hjertet hopper over når jeg går opp trappa", "hjerte_blod"),
        ("er det greit at man er i Lahore til jul", None),
        ("hva om vi er i Pakistan, får jeg vitnemål", None),
        ("ble voldtatt i går kveld", "nylig"),
        ("in the weekend, i woke up and he was on me yesterday", "nylig"),
        ("han kommer i natt og gjør det igjen", "naa"),
        ("kjenner ikke tærne lenger", "kald"),
        ("i cant feel my toes", "kald"),
        ("er ute og er iskald", "kald"),
        ("fryser på lønna", None),
        ("ongan sov ikke", "smaabarn"),
        ("who approves gas heaters in student rooms", "innaandet"),
        ("vi flyr på søndag", "reiser_snart"),
        ("han kom aldri hjem etter sommerferien", "ute"),
        ("our tickets were one way", "ute"),
        ("det er en i klassen som", "elev"),
        ("barna mine har klassefest", None),
        ("mor ligg på golvet sidan i går", "paa_gulvet"),
        ("vi ligger på gulvet på madrasser", None),
    ],
)
def test_situations_are_told(text: str, situation: str | None) -> None:
    found = read_situations(Utterance(text)) - ({PUPIL} if situation != PUPIL else set())  # beside any other
    assert found == ({situation} if situation else frozenset())
