"""Masks what reaches a person on the net: e-mail addresses, user names, profile links, passwords."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.privacy.words import ordinary_words

_WORD = r"[\w\-]"
_AT = r"(?:@|\s@\s|\s?[(\[{]\s?(?:at|a|krøllalfa|alfakrøll)\s?[)\]}]\s?|\s(?:krøllalfa|alfakrøll|snabel-?a)\s)"
_DOT = r"(?:\s?\.\s?|\s?[(\[{]\s?(?:dot|punktum|punkt|prikk)\s?[)\]}]\s?|\s(?:punktum|prikk|dot)\s)"
_EMAIL = re.compile(
    rf"[\w.+%'\-]{{1,64}}{_AT}{_WORD}{{1,63}}(?:{_DOT}{_WORD}{{2,63}}){{1,4}}"
    r"|(?<![\w.])[\w.+%\-]{2,64}\s(?:at|@)\s(?:gmail|hotmail|outlook|live|yahoo|icloud|online|msn|proton|protonmail)\s?(?:\.|dot|punktum)\s?(?:com|no|net|me)\b",
    re.IGNORECASE,
)
_PROFILE = re.compile(
    r"(?<![\w.@-])(?:https?://)?(?:(?:www|m|no-no|nb-no|web)\.)?(?:"
    r"(?:(?:instagram|facebook|fb|snapchat|tiktok|twitter|x|threads|linkedin|pinterest|twitch|vsco|onlyfans|reddit|soundcloud|vk)\.(?:com|net|tv|co)"
    r"|bere\.al|t\.me|wa\.me|fb\.me|linktr\.ee|discord\.gg|discord\.com/users)/(?:add/|in/|u/|user/|users/|profile\.php\?id=|@)?"
    r"|(?:youtube\.com/(?:@|(?:c|user|channel)/)|steamcommunity\.com/(?:id|profiles)/|open\.spotify\.com/user/))"
    r"[\w.\-@%]{2,60}/?(?:\?[\w=&%\-.]{0,80})?",
    re.IGNORECASE,
)
_NO_PROFILE = re.compile(
    r"/(?:watch|explore|p|reel|reels|stories|groups|events|hashtag|search|help|about|privacy|legal|jobs|company|school|learning|marketplace|login|policies|navnorge|nav|direct|feed|shorts|playlist)\b/?",
    re.IGNORECASE,
)
_SERVICE = (
    r"(?:snap(?:chat)?(?:en|an|pen)?|insta(?:gram)?(?:en|men)?|ig|tiktok(?:en)?|tik tok|discord(?:en)?|telegram|kik|skype|steam|psn|gamertag|twitch|reddit|"
    r"face(?:book)?|fb|messenger|bereal|twitter|xbox|wechat|viber|whatsapp|roblox|minecraft|epic|fortnite)"
)
_USER = r"(?:bruker-?navn(?:et)?|brukar-?namn(?:et)?|nick(?:name)?(?:t|et)?|user ?name|handle|profil(?:en|navn|navnet)?|kallenavn(?:et)? på \w+)"
_TOKEN = r"@?(?P<{0}>[\w][\w.\-]{{1,30}}(?:#\d{{4}})?)"  # noqa: S105
_NAMED = re.compile(
    rf"\b{_SERVICE}(?:-?(?:bruker(?:en|navn(?:et)?)?|brukar(?:en|namn(?:et)?)?|konto(?:en)?|profil(?:en)?|navn(?:et)?|user(?:name)?))?(?:\s+(?P<mine>min|mi|mitt|hans|hennes|vår))?"
    rf"\s*(?P<verb>:|=|->|\s(?:er|heter|heiter|hete|e|is)\s)\s*{_TOKEN.format('a')}"
    rf"|\b(?P<whose>min|mi|mitt|my)\s+{_SERVICE}\s*(?P<verb2>:|=|\s(?:er|heter|heiter|e|is)\s)\s*{_TOKEN.format('b')}"
    rf"|\b{_USER}(?:\s+(?:min|mi|mitt|på\s+\w+))*\s*(?:(?::|=)|\s(?:er|heter|heiter|e|is)\s)\s*{_TOKEN.format('c')}"
    rf"|\b(?:add|adde|adda|legg|følg|follow|finn|find|søk)\s+(?:meg|mæ|me|opp|up|etter)(?:\s+(?:til|gjerne))?\s+(?:på|på|on)\s+{_SERVICE}\s*(?:[:,=]|\s(?:som|as|er|under)\s|\s-\s|\s)\s*{_TOKEN.format('d')}"
    rf"|\b(?:heter|heiter|hete|er|is|am)\s+{_TOKEN.format('e')}\s+(?:på|on)\s+{_SERVICE}\b",
    re.IGNORECASE,
)
_ORDINARY = frozenset(
    """på ikke ikkje itj dum dumt dumme teit teite kjipt bra best bedre dårlig grusomt gøy kult fint helt heilt så alt bare berre også
    borte vekk hacka hacket stengt stengd sperret sperra slettet sletta låst privat åpen offentlig ny nytt gammel ødelagt nede tom full død
    det den dette noe noko en ein ei et eit å og som til for fra frå med uten av i hele tida for jeg eg du han hun vi ofte aldri alltid nesten
    avhengig avhengighetsskapende skadelig farlig viktig slitsomt stress tull bortkasta bullshit gratis forbudt lov ulovlig not the a so too very
    bad good great gone down hacked private public deleted blocked blokkert blokka fortsatt ennå egentlig faktisk sikkert kanskje jo nok veldig sykt
    nesten litt mer meir mye aktiv passiv deaktivert utlogget min mitt her der hva kva hvor glemt utgått ugyldig feil rett riktig vanskelig lett elev lærling under over år kjent stor liten
    og men eller når hvis fordi da så sånn slik please takk""".split()
)
_AT_HANDLE = re.compile(r"(?<![\w.@/\[])@(?=[\w.]{0,30}[^\W_])([\w][\w.]{1,29})")
_PUBLIC = frozenset(
    """nav nav_no navno navnorge udir utdanning utdanning_no lånekassen lanekassen regjeringen stortinget folk skolen skole jobb jobben
    hjemme heime trening nrk vg tv2 dagbladet røde_kors rodekors korspahalsen kommune kommunen alle everyone here""".split()
)
_PASSWORD = re.compile(
    r"\b(?P<what>passord(?:et)?|pass ?word|pin-?kode(?:n)?|pin|kode(?:n)?\s+(?:min|til bankid|til vipps))(?:\s+(?:mitt|min|er|is|på\s+\w+|til\s+\w+|my))*\s*(?:\s(?:er|is)\s|:|=)\s*(?P<secret>\S{4,40})",
    re.IGNORECASE,
)


def mask_accounts(text: str, found: list[str]) -> str:
    """The text with `[e-post]`, `[brukernavn]` and `[passord]`; the kinds are added to `found`."""
    text = _PROFILE.sub(lambda match: match.group(0) if _NO_PROFILE.search(match.group(0)) else _put("brukernavn", found), text)
    text = _EMAIL.sub(lambda match: _put("e-post", found), text)
    text = _NAMED.sub(_named(found), text)
    text = _AT_HANDLE.sub(
        lambda match: match.group(0) if match.group(1).lower().rstrip(".") in _PUBLIC else _put("brukernavn", found), text
    )
    return _PASSWORD.sub(_secret(found), text)


def _put(kind: str, found: list[str]) -> str:
    found.append(kind)
    return f"[{kind}]"


def _named(found: list[str]) -> Callable[[re.Match[str]], str]:
    def replace(match: re.Match[str]) -> str:
        group = next(name for name in "abcde" if match.group(name))
        token = match.group(group)
        if not _is_user_name(token, match, group):
            return match.group(0)
        start, end = match.span(group)
        at = match.start()
        whole = match.group(0)
        return whole[: start - at] + _put("brukernavn", found) + whole[end - at :]

    return replace


def _is_user_name(token: str, match: re.Match[str], group: str) -> bool:
    """Whether what stands after «snap:» or «insta er» is a user name and not a word about it."""
    if token.lower().rstrip(".") in _ORDINARY | ordinary_words():
        return False
    marked = bool(re.search(r"[\d_#]|\w\.\w", token))
    if group == "a":
        introduced = match.group("mine") or (match.group("verb") or "").strip().lower() in (":", "=", "->", "heter", "heiter", "hete")
        return bool(introduced) or marked
    if group in "de":
        return marked or not token.islower() or len(token) > 5
    return True


def _secret(found: list[str]) -> Callable[[re.Match[str]], str]:
    def replace(match: re.Match[str]) -> str:
        secret = match.group("secret")
        if secret.lower().strip(".,!?") in _ORDINARY | ordinary_words() or secret.startswith("["):
            return match.group(0)
        return match.group(0)[: match.start("secret") - match.start()] + _put("passord", found)

    return replace
