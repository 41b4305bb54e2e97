"""What can be done with an answer: simpler, read aloud, whether it helped, hard words, copy and share, a list where there are many choices."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Talk, Visitor, check_accessible, no_sideways_scrolling, shot

SMALL = {"width": 360, "height": 740}

VOICES = """(voices) => {
    globalThis.spoken = [];
    globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    speechSynthesis.getVoices = () => voices;
    speechSynthesis.speak = (said) => { spoken.push({ text: said.text, lang: said.lang }); talking = true; };
    speechSynthesis.cancel = () => { talking = false; };
    let talking = false;
    Object.defineProperty(speechSynthesis, 'speaking', { get: () => talking });
}"""
"""A device with these voices: where the tests run there is no sound."""


def own(lang: str, here: bool = True) -> dict[str, Any]:
    return {"lang": lang, "localService": here, "name": lang}


def asked(visit: Visitor, question: str = "hva er dagpenger?", path: str = "/?k=1806", **profile: Any) -> tuple[Page, Talk]:
    page = visit(viewport=SMALL, reduced_motion="reduce", **profile).open(path)
    talk = Talk(page)
    talk.ask(question)
    page.locator("#tools .tool-row").wait_for()
    return page, talk


def test_the_newest_answer_is_explained_more_simply_with_one_press(visit: Visitor) -> None:
    page, talk = asked(visit)
    tools = page.get_by_role("group", name="Om dette svaret")
    expect(tools).to_have_count(1)
    for button in tools.get_by_role("button").all():
        box = button.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44
    check_accessible(page)
    shot(page, "tools-360")
    long = talk.newest.first.locator(".text").inner_text()
    talk._after(lambda: tools.get_by_role("button", name="Forklar enklere").press("Enter"))
    expect(talk.log.locator(".me").last).to_contain_text("Forklar enklere")
    simpler = talk.newest.first.locator(".text").inner_text()
    assert simpler.startswith("Det viktigste er dette: ")
    assert len(simpler) < len(long)


@pytest.mark.parametrize(
    ("malform", "question", "simpler"),
    [("nn", "kva er dagpengar?", "Forklar enklare"), ("en", "what is dagpenger?", "Explain more simply")],
)
def test_it_is_said_in_the_language_of_the_talk(visit: Visitor, malform: str, question: str, simpler: str) -> None:
    page, talk = asked(visit, question, f"/?k=1806&m={malform}")
    talk._after(lambda: page.locator("#tools").get_by_role("button", name=simpler).press("Enter"))
    expect(talk.newest.first.locator(".text")).to_contain_text(
        {"nn": "Det viktigaste er dette", "en": "What matters most is this"}[malform]
    )


def test_that_it_helped_is_counted_and_nothing_of_what_was_said(visit: Visitor) -> None:
    page, talk = asked(visit)
    with page.expect_response("**/api/ratings") as answer:
        page.get_by_role("button", name="Dette hjalp", exact=True).press("Enter")
    assert answer.value.request.post_data_json == {"topic": "dagpenger", "rating": "helped"}
    assert answer.value.json() == {"counted": True}
    thanks = page.locator("#tools").get_by_text("Takk for at du sa fra.")
    expect(thanks).to_be_focused()
    expect(page.get_by_role("button", name="Dette hjalp", exact=True)).to_have_count(0)
    check_accessible(page)
    talk.ask("hva er kvp?")
    expect(page.get_by_role("button", name="Dette hjalp", exact=True)).to_have_count(1)


def test_why_it_did_not_help_is_chosen_and_answered(visit: Visitor) -> None:
    page, talk = asked(visit)
    down = page.get_by_role("button", name="Dette hjalp ikke")
    for key, open_ in (("Enter", "true"), ("Space", "false"), ("Enter", "true")):
        down.press(key)
        expect(down).to_have_attribute("aria-expanded", open_)
    reasons = page.get_by_role("list", name="Hva var galt?")
    expect(reasons.get_by_role("button")).to_have_count(4)
    no_sideways_scrolling(page)
    check_accessible(page)
    shot(page, "tools-reasons-360")
    with page.expect_request("**/api/ratings") as sent:
        talk._after(lambda: reasons.get_by_role("button", name="Ikke det jeg spurte om").press("Enter"))
    assert sent.value.post_data_json == {"topic": "dagpenger", "rating": "not_asked"}
    expect(talk.newest.first).to_contain_text("Beklager, da bommet jeg")
    assert talk.newest.first.get_by_role("button").count() >= 2, "the next-best answers, and somebody to talk to"
    expect(page.locator("#tools")).to_be_hidden()  # it asks back: there is nothing to rate


def test_what_is_missing_is_written_where_one_writes(visit: Visitor) -> None:
    page, talk = asked(visit)
    page.get_by_role("button", name="Dette hjalp ikke").press("Enter")
    page.get_by_role("button", name="Noe mangler").press("Enter")
    expect(talk.box).to_be_focused()
    expect(page.locator("#tools")).to_contain_text("Skriv det du mangler")


@pytest.mark.parametrize("question", ["jeg orker ikke leve mer", "hei"])
def test_whom_to_reach_in_danger_and_a_greeting_are_not_rated(visit: Visitor, question: str) -> None:
    page = visit().open("/")
    talk = Talk(page)
    talk.ask(question)
    page.wait_for_timeout(800)
    assert not talk.log.locator(".card.help").count() or page.locator("#tools").is_hidden()
    if question == "hei":
        expect(page.get_by_role("button", name="Forklar enklere")).to_have_count(0)


def test_a_hard_word_is_one_press_away(visit: Visitor) -> None:
    page, talk = asked(visit, "hva er en lærling?")
    word = talk.newest.first.locator("a.term").first
    said = word.inner_text()
    expect(word).to_have_attribute("aria-expanded", "false")
    expect(word).to_have_attribute("href", "/ord")
    talk.listen()
    word.press("Enter")
    meaning = talk.newest.first.locator(".meaning")
    expect(meaning).to_have_count(1)
    assert said.lower()[:4] in meaning.inner_text().lower()
    expect(word).to_have_attribute("aria-expanded", "true")
    expect(word).to_be_focused()
    assert any(meaning.inner_text() in heard for heard in talk.heard())
    no_sideways_scrolling(page)
    check_accessible(page)
    shot(page, "tools-word-360")
    word.press("Enter")
    expect(meaning).to_have_count(0)
    assert "Fagbrev" in talk.newest.first.locator(".text").inner_text()


COPIED = ["Dagpenger", "Kilder:", "§", "sjekket", "https://lovdata.no/", "Hentet fra Veivalg", "/t/dagpenger?k=1806"]


def test_the_answer_is_copied_with_its_sources_and_the_day(visit: Visitor) -> None:
    page, talk = asked(visit, permissions=["clipboard-read", "clipboard-write"])
    talk.unfold()
    copy = talk.newest.first.get_by_role("button", name="Kopier svaret med kilder")
    copy.press("Enter")
    expect(copy.locator("xpath=following-sibling::*[@role='status']")).to_have_text("Kopiert")
    text = page.evaluate("navigator.clipboard.readText()")
    for part in COPIED:
        assert part in text, text
    assert re.search(r"Hentet fra Veivalg \d+\. \w+ 20\d\d: http", text)
    expect(talk.newest.first.get_by_role("button", name="Del svaret")).to_have_count(int(page.evaluate("Boolean(navigator.share)")))


def test_the_answer_is_handed_to_the_device_where_it_shares(visit: Visitor) -> None:
    visitor = visit(viewport=SMALL)
    visitor.context.add_init_script("navigator.share = (what) => (globalThis.shared = what, Promise.resolve())")
    page = visitor.open("/?k=1806")
    talk = Talk(page)
    talk.ask("hva er dagpenger?")
    page.locator("#tools .tool-row").wait_for()
    talk.unfold()
    talk.newest.first.get_by_role("button", name="Del svaret").press("Enter")
    shared = page.evaluate("shared")
    assert shared["title"] == "Dagpenger"
    for part in COPIED:
        assert part in shared["text"]
    check_accessible(page)


@pytest.mark.parametrize(
    ("voices", "path", "question", "lang"),
    [
        ([own("nb-NO"), own("en-US")], "/", "hva er kvp?", "nb-NO"),
        ([own("nb-NO"), own("nn-NO")], "/?m=nn", "kva er kvp?", "nn-NO"),
        ([own("no-NO")], "/?m=nn", "kva er kvp?", "no-NO"),
        ([own("en-US"), own("da-DK")], "/", "hva er kvp?", None),
        ([own("nb-NO", here=False)], "/", "hva er kvp?", None),
        ([own("nb-NO"), own("en-US")], "/?m=en", "what is kvp?", None),
        ([], "/", "hva er kvp?", None),
    ],
    ids=["bokmål", "nynorsk", "norwegian", "no norwegian", "sends the text away", "english", "none"],
)
def test_it_is_read_aloud_by_a_norwegian_voice_of_the_device(
    visit: Visitor, voices: list[dict[str, Any]], path: str, question: str, lang: str | None
) -> None:
    page = visit().open(path)
    page.evaluate(VOICES, voices)
    talk = Talk(page)
    talk.ask(question)
    page.locator("#tools .tool-row").wait_for()
    button = page.get_by_role("button", name=re.compile("^Les h"))
    if lang is None:
        expect(button).to_have_count(0)
        return
    button.press("Enter")
    (said,) = page.evaluate("spoken")
    assert said["lang"] == lang
    assert "KVP" in said["text"]
    stop = page.get_by_role("button", name=re.compile("^Stopp opplesing"))
    check_accessible(page)
    stop.press("Enter")
    assert not page.evaluate("speechSynthesis.speaking")


def test_reading_stops_when_the_page_is_left_fast(visit: Visitor) -> None:
    page = visit().open("/")
    page.evaluate(VOICES, [own("nb-NO")])
    Talk(page).ask("hva er kvp?")
    page.get_by_role("button", name="Les høyt").press("Enter")
    page.evaluate("speechSynthesis.cancel = () => sessionStorage.setItem('quiet', 'yes')")
    stopped = page.evaluate("(document.getElementById('leave').click(), sessionStorage.getItem('quiet'))")
    assert stopped == "yes"


@pytest.mark.parametrize("city", ["0301", "4601", "1103"])
def test_many_districts_are_a_list_to_choose_in(visit: Visitor, city: str) -> None:
    page = visit(viewport=SMALL, reduced_motion="reduce").open(f"/?k={city}")
    talk = Talk(page)
    talk.ask("hva er kvp?")
    question = talk.newest.last
    expect(question.locator("[data-kind=choice]")).to_have_count(1)
    districts = question.get_by_role("combobox", name=re.compile("Hvilken bydel"))
    assert districts.locator("option").count() > 9
    expect(districts).to_have_value("")
    question.get_by_role("button", name="Velg", exact=True).press("Enter")
    expect(districts).to_be_visible()  # nothing was chosen: the browser says so, and nothing is sent
    check_accessible(page)
    shot(page, f"districts-{city}-360")
    chosen = districts.locator("option").nth(2).inner_text()
    districts.select_option(label=chosen)
    talk._after(lambda: question.get_by_role("button", name="Velg", exact=True).press("Enter"))
    expect(talk.log.locator(".me").last).to_contain_text(chosen)
    expect(districts).to_have_count(0)
    expect(talk.newest.first).to_contain_text("Nav")
