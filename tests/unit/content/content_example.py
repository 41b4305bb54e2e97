"""A small content folder in which every rule is kept, for tests that break one rule at a time."""

from __future__ import annotations

from datetime import date
from pathlib import Path

TODAY = date(2026, 11, 23)


SOURCE = '{tittel: "Loven § 1", url: "https://lovdata.no/x", sjekket: 2026-11-01}'


FILES = {
    "nav/kvp.yml": f"""
id: kvp
tjeneste: nav
tittel: {{nb: KVP, nn: KVP, en: KVP}}
kort:
  nb: Du kan få hjelp i {{kvp.aar}} år. Nav avgjør i et vedtak. Du får en plan og en fast person.
  nn: Du kan få hjelp i {{kvp.aar}} år. Nav avgjer i eit vedtak. Du får ein plan og ein fast person.
  en: You can get help for {{kvp.aar}} years. Nav decides.
fasetter:
  penger:
    nb: Du får {{kvp.kroner}} kroner i måneden.
    nn: Du får {{kvp.kroner}} kroner i månaden.
    en: You get {{kvp.kroner}} kroner a month.
sporsmal:
  - id: jobbe
    spor: {{nb: Kan jeg jobbe ved siden av?, nn: Kan eg jobbe ved sida av?, en: May I work too?}}
    svar:
      nb: Ja, du kan jobbe litt i de {{kvp.aar}} årene. Si fra til Nav først.
      nn: Ja, du kan jobbe litt i dei {{kvp.aar}} åra. Sei frå til Nav først.
      en: Yes, a little in those {{kvp.aar}} years. Tell Nav first.
    for_deg:
      - {{naar: {{alder: [15, 17]}}, nb: Du må ha lov hjemmefra., nn: Du må ha lov heimanfrå., en: You need leave from home.}}
      - {{naar: {{for: annen}}, nb: Hjelp til med å spørre., nn: Hjelp til med å spørje., en: Help them ask.}}
    kilder:
      - {{tittel: "Loven § 3", url: "https://lovdata.no/x/§3", sjekket: 2026-11-01, ord: deltakeren kan arbeide}}
rad: {{nb: Spør tidlig., nn: Spør tidleg.}}
si_naar_du_ringer: {{nb: «Hei.», nn: «Hei.»}}
neste: [hilsen]
slekt: [hilsen]
kilder:
  - {SOURCE}
gjelder_fra: 2019-01-01
sjekkes_innen: 2027-05-01
""",
    "om/hilsen.yml": """
id: hilsen
rolle: hoflighet
tjeneste: ingen
tittel: {nb: Hilsen, nn: Helsing, en: Greeting}
kort: {nb: Hei., nn: Hei., en: Hi.}
neste: [kvp]
slekt: []
kilder:
  - {tittel: "Om oss", url: null, sjekket: 2026-11-01}
gjelder_fra: 2026-01-01
sjekkes_innen: 2027-05-01
""",
    "figures.yml": f"""
kvp.aar:
  navn: Varighet
  enhet: år
  kilde: {SOURCE}
  rader:
    - {{fra: 2019-01-01, verdi: 2}}
g.belop:
  navn: G
  enhet: kr
  kilde: {SOURCE}
  rader:
    - {{fra: 2026-05-01, verdi: 136549}}
kvp.kroner:
  navn: Stønad
  enhet: kr
  kilde: {SOURCE}
  rader:
    - {{fra: 2019-01-01, formel: 2 * g.belop / 12}}
""",
    "glossary.yml": """
ord:
  vedtak:
    former: {nb: [vedtak, vedtaket], nn: [vedtak, vedtaket]}
    forklaring: {nb: Et svar du kan klage på., nn: Eit svar du kan klage på., en: A decision.}
  kvp:
    former: {nb: [KVP], nn: [KVP]}
    forklaring: {nb: Et program., nn: Eit program., en: A programme.}
    tema: kvp
vanlige: [arbeidsplassen]
""",
    "unsaid.yml": """
to_g:
  monster: 'KVP[^.]*2 G'
  grunn: Stønaden er ikke 2 G lenger.
  eksempel: I KVP får du 2 G.
""",
    "unlinked.yml": """
Om oss: {grunn: Det er vi selv som vet det., sted: false}
Rapporten: {grunn: Rapporten er lest på papir., sted: true}
""",
    "changes.yml": """
- {dato: 2026-11-20, tema: kvp, nb: Ny sats., nn: Ny sats.}
- {dato: 2026-11-01, tema: null, nb: Først., nn: Først.}
""",
    "sites.yml": "- vigo.no\n",
    "addresses.yml": "kvalifisering: kvp\n",
    "phrases.yml": 'hei: {nb: "Hva lurer du på?", nn: "Kva lurer du på?", en: "What?"}\n',
}
"""Each file of the folder, by its path."""


def write(folder: Path, file: str = "", old: str = "", new: str = "") -> Path:
    """Write the folder, one text of one file replaced; returns the folder."""
    for name, text in FILES.items():
        if name == file:
            assert old in text, f"«{old}» is not in {name}"
            text = text.replace(old, new)
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.lstrip(), encoding="utf-8")
    return folder


NEW_ROW = "- {fra: 2019-01-01, verdi: 2}\n    - {fra: 2027-01-01, verdi: 3}"
"""The rows of kvp.aar with one to come."""


NARVIK, BODO, OSLO = "1806", "1804", "0301"


TOPIC = f"""
id: kvp
gjelder: {{kommuner: ["{NARVIK}"]}}
kort:
  nb: I Narvik møter du Kari hver uke. Nav avgjør i et vedtak.
  nn: I Narvik møter du Kari kvar veke. Nav avgjer i eit vedtak.
  en: In Narvik you meet Kari every week. Nav decides.
kilder:
  - {{tittel: "Narvik kommune", url: "https://www.narvik.kommune.no/kvp", sjekket: 2026-11-01}}
sjekkes_innen: 2027-05-01
"""
"""What differs in Narvik."""


def local_folder(folder: Path, **files: str) -> Path:
    """Write a local folder; in a name, `__` stands for a slash and `_yml` for the ending."""
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_yml", ".yml").replace("_csv", ".csv")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.lstrip(), encoding="utf-8")
    return folder


COUNTY = """
id: kvp
gjelder: {fylker: ["18"]}
kort: {nb: I Nordland er det slik., nn: I Nordland er det slik., en: In Nordland it is so.}
rad: {nb: Ring fylket., nn: Ring fylket.}
fasetter:
  frist: {nb: Søk når du vil., nn: Søk når du vil., en: Apply any time.}
kilder:
  - {tittel: "Nordland fylke", url: "https://www.nfk.no/kvp", sjekket: 2026-11-01}
sjekkes_innen: 2027-05-01
"""


FIGURES = f"""
kvp.aar:
  gjelder: {{kommuner: ["{NARVIK}"]}}
  navn: Lenger hos oss
  enhet: år
  kilde: {SOURCE}
  rader: [{{fra: 2026-01-01, verdi: 4}}]
"""


OFFICE = "kommune,bydelsnummer,bydel,enhetsnummer,navn,status,kan_vaere_endret,sett,url,url_sett,telefon,adresse,apningstid,adresse_sett,finner_url\n"


NARVIK_OFFICE = "1806,,,1805,Nav Narvik ungdom,bekreftet_kommuneside,,2026-11-01,https://www.narvik.kommune.no/nav,2026-11-01,55 55 33 33,,,,https://www.nav.no/sok-nav-kontor\n"


OFFER = (
    "navn,omrade_type,omrade,ansvarlig,hva_nb,hva_nn,rapportside,status,kjent_aar,belegg,kilde_url\n"
    "Jobbhuset,kommune,1806,Narvik kommune,Et sted å møte opp,Ein stad å møte opp,,bekreftet,2026,Kommunens side,https://www.narvik.kommune.no/jobbhuset\n"
)
