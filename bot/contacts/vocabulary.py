"""Words that tell a place from an ordinary word. Lower case; names as `normalise.key` gives them."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


LIVE = _set("""bor bodde bodd budd budde bur budt buet boende bosatt busett busatt buande flytta flytter flyttet flytte
    flyttar flytt flytja flyttan kommer kjem kjæm kjemm kæm kommær oppvokst oppvaksen vokst vaks vokser holder held
    hører høyrer tilhører bostedskommune hjemkommune heimkommune live living bu bo busette stammer vokste leier leiger
    leige""")
DWELLING = _set("leilighet leiligheten leilegheit leilegheita kjellerleilighet hybel hybelen husvære kollektiv kollektivet")
"""«Har fått leilighet i Skien»: likely home, if no verb says where somebody lives."""
"""Verbs and words that say where someone lives or is from, when a preposition and a name follow."""

NOW_LIVING = _set("bor bur bosatt busett busatt boende buande holder held hører høyrer live living bo bu tilhører")
ONCE_LIVED = _set("bodde bodd budd budde budt oppvokst oppvaksen vokst vokste vaks")
WILL = _set("å skal vil må kan skulle ville bør burde kunne to")
"""«Uten å flytte til Stavanger», «må flytte»: it is yet to come."""
HAS_LIVED, HAS = _set("bodd budd budt"), _set("har ha hev")
"""«Har bodd i Sandnes i fire måneder»: still there."""
MOVE = _set("flytta flytter flyttet flytte flyttar flytt flytja flyttan")
IS = _set("er e æ erre va var am im m")

MYSELF = _set("jeg eg æ e jæ jei i im vi me mæ")
THINGS = _set("det dette den de dei dæ noe noko alt som svaret brevet meldinga papirene pengene")

IN = _set("i på pao pa in at oppi nedi uti borti nedpå oppå utpå innpå innafor")
FROM = _set("fra frå ifra ifrå fre ifrå frao from")
TO = _set("til te tel to mot")
NEAR = _set("ved utenfor utafor utanfor nær nære rundt omkring ve nord sør øst vest like")
PREPOSITIONS = IN | FROM | TO | NEAR

BETWEEN = _set("""jo nå no nå for tida tiden tia her ute oppe nede borte inne oppi ikke ikkje itj itte inte ikkj egentlig eigentleg
    fortsatt fremdeles framleis alene aleine aleina hjemme heime hos mamma pappa foreldrene mine og med min mi kjæreste
    kjæresten samboer nettopp nylig nyleg akkurat litt langt midt sammen saman da va nyss straks snart altså liksom
    jeg eg æ e i vi meg dit her hit opp ned ut inn currently now jæ jei bare berre vel også au og først fått fekk fikk egen
    eigen hjem heim igjen att tilbake attende""")
"""Words that may stand between «bor» and the preposition."""

MUNICIPALITY = _set("kommune kommuna kommunen kommunes")
JOINING = _set("men og for nå no egentlig eigentleg")
GENUINE = _set("ekte ekta stolt født fødd en ein")
GREETINGS = _set("hei hallo heisann hey hi halla heia hallå god dag morn")
HERE = _set("her herfra herifrå herifra herover hær")
ADDRESS = _set("adresse adressa adressen adressa posten")
POSTCODE = _set("post postnummer postnummeret postnr postkode postnummeret mitt postnumret postal zip postadresse poststed")
NAV = frozenset({"nav", "navkontoret"})
OFFICES = NAV | _set("""ot oppfølgingstjenesten oppfølgingstenesta karrieresenter karrieresenteret kontoret ombudet ppt
    fagopplæringa fagopplæringen""")
ONLY_HOME = _set("stad heim os time fjord strand")
"""Common names for which «Nav i …» is not enough: «Nav i stad», and «det er fra os» needs «bor»."""
CALLED = _set("heter heiter hete het hette heitte")
PLACE_WORDS = _set("sted stad plass by bygd tettsted kommune øy stedet staden plassen byen bygda øya")
AROUND = ("sområdet", "området", "somradet", "omradet", "sregionen", "regionen", "sdistriktet", "distriktet")
"""Endings of «i osloområdet», «bergensregionen»."""
PERSON = ("jente", "jenta", "jenten", "gutt", "gutten", "gut", "guten", "guttn")
"""Endings of «oslogutt», «sortlandsjente»."""
NEGATIONS = _set("ikke ikkje itj itte ikkj inte itje")
CORRECTIONS = _set("mente meinte meine mener meiner meinar unnskyld orsak sorry beklager feil rettelse nei nææ")
WORKPLACE = _set("""jobb jobber jobba jobbe jobbar arbeider arbeidar skole skolen skule skulen vgs gikk gjekk går praksis lærling lære
    læreplass læreplassen kjæresten kjæreste mamma pappa mor far bror søster søstra broren venn venner kompis kompisen
    hadde ferie hytte hytta sommerjobb utdanning studerer studere studerte""")
"""Words that say the place after them is somewhere else than home."""

FILLER = PREPOSITIONS | BETWEEN | LIVE | MUNICIPALITY | POSTCODE | IS | CORRECTIONS | _set("det ja nei hei sa sier norge noreg")
"""Words that add nothing to an answer to «hvor bor du?»."""

RELATIVES = _set(
    """mor mora moren mamma far faren pappa bror broren brødrene søster søstera søstra søsteren kjæresten kjæreste
    dama samboeren kona mannen bestemor bestefar besteforeldrene foreldrene tante onkel venn venner vennen kompisen
    kompis venninna venninne dattera sønnen familien sjefen"""
)
MINE = _set("min mi mine din di vår våres hans hennes")
UPPER = _set("videregående vidaregåande vidregående vidergående videregåande")
SCHOOL = _set("skole skolen skule skulen")

UNITS = _set("""kr kroner krone kron nok lapper mnd måned månad måneden månaden timer tima dager dagar prosent år
    uker veker stykk stk meter km poeng euro dollar spenn husleie skatt brutto netto utbetalt lønn mann elever folk
    personer plasser søkere søkarar""")
MONEY = _set("""lønn lønna lønnen løn tjener tener tjente husleie husleia betaler betalte betala får fekk fikk stipend stipendet
    lån lånet gjeld gjelda kostar koster kostet utgifter skylder penger pengar utbetalt beløp sum dagpenger sykepenger
    sats satsen aap kontoen inntekt siden sidan rundt ca cirka omtrent over under minst maks trekk skatt""")

GENERIC = _set("""bru bryggja dal dalen fjell hell jordet kjeller midtbyen plassen sentrum sletta åsen østbyen""")
"""Names that need a capital even after «bor i»: «bor i kjeller», «bor på fjell»."""

COMMON = _set("""ask barmen brekke bud byre dokka drag duken eide eiken engan enger fall fet finnås fjord flekke
    fosser gan garten grendi grinder halsa heim hennes herre his hol hole hov hovet husby ise jar kana kapp
    kinn kleive knapper korgen lena ler loppa lote lye løken malm mo moen moi myre napp nyborg nå ona orre
    os oteren otteid paradis passebekk pasvik rasta re reine reinli roa rud runde sand seim sekken selje sem
    seter silda skare ski skjold skoppum sola son stad steinberg strand stranda straumen strømmen stø støtt
    svelgen slagen selen bulken krokane løren vålerenga sylte tasta tau time tomter torp torsken tretten tro utne valen vestsida voll øye""")
"""Everyday words that are also places: only after «bor i …», or after a preposition and with a capital."""

MILD = _set("""alver hvaler arna aure berg berger birkeland bjerke blaker borgen bø eid fana fister flora flå frosta fusa
    giske gjerstad gol gran grotli grue hagan hauge haus helle hinna hof holter hovden hvam hå karlstad
    klepp kurland kvam kvelde landegode leka lier loen lom lund lunde luster marker maura meland nes nome
    nordberg nordby nordli nore nykirke olden osen otta ramberg rana rauma rena roan rogne rong rosendal
    rovde rygge råde sande sander saura sel skui slinda stange stokke storhaug straume støren sula sund
    sætre tana tangen tiller tinn tofte tokke tolga tveit valle vang vega vik vinje vollen våler ål årstad
    ås østby øyer""")
"""Surnames and rare words that are also places: any preposition will do («jobb i lier»)."""

NEVER_TYPO = _set("""norge noreg norden sverige polen ukraina syria europa afrika danmark verden verda naver staten stortinget
    skolen skulen skogen jobben kommunen fylket bunnen bånn toppen sommeren vinteren høsten hausten
    våren haugen stranda stranden sanden sønnen moren broren mannen hjemme senter sentrum slutten starten midten
    bransjen vakter banken butikken barnehagen planen listen lista gangen veien vegen været tanken timen hånden handa
    tiden stedet staden staen stand siden sida arbeid arbeide hjelpe lærere lærling kontor kontoret vidaregåande
    videregående utlandet utlandar bestemor fosterhjem folkehøgskole folkehøyskole sykehus sykehuset verksted
    verkstedet lageret larvene hybelen leiligheten byggfag helsefag bygger bygget dagene dagens kvelden morgenen
    natten natta mellom utdanning ungdom ungdommen voksne vaksne hverdagen helgene sosialen tiltak tiltaket vurdering
    nordnorge vestlandet østlandet sørlandet hamaren trygden systemet søndag søndagen mandag mandagen lørdag torsdag
    fredag onsdag tirsdag januar februar april august september oktober november desember vinter sommer trenger treng
    bagen liten utleir halen halde fordi baren utsia tjena vafler vaflar fjerde sandal sander lander landet bondegård gården garden""")
"""Ordinary words one letter away from a place."""

NOT_A_PLACE = _set("nå å hennes tro her rett nord sør øst vest land sto")
"""Names that are no place even as all of an answer to «hvor bor du?» («nå»)."""

NEVER_AN_ANSWER = NOT_A_PLACE | _set("dokka his re son fall hell ler lye ona hagen tretten lote runde reine brekke")
"""Names too ordinary to be one with anything beside them («ikke re»)."""

SHORT_NAMES = {
    "mo": "mo i rana",
    "hovden": "hovden i setesdal",
    "hauge": "hauge i dalane",
    "skage": "skage i namdalen",
}
"""Places of two parts that people call by the first. Only those without a rival: «Leirvik» is not here."""

REGIONS: dict[str, tuple[str, ...]] = {
    "hedmark": ("34",),
    "oppland": ("34",),
    "hordaland": ("46",),
    "sogn og fjordane": ("46",),
    "sør trøndelag": ("50",),
    "nord trøndelag": ("50",),
    "aust agder": ("42",),
    "vest agder": ("42",),
    "viken": ("31", "32", "33"),
    "vestfold og telemark": ("39", "40"),
    "troms og finnmark": ("55", "56"),
    "nord norge": ("18", "55", "56"),
    "vestlandet": ("46", "15", "11"),
    "sørlandet": ("42",),
}
"""Former counties and parts of the country, and the counties of today they lie in (fylkesnummer)."""
