"""The chat, by keyboard, as a young person uses it."""

from __future__ import annotations

import re
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Talk, Visitor, check_accessible, shot


def test_a_question_gets_a_card_with_everything_on_it(visit: Visitor) -> None:
    page = visit().open("/?k=1806")
    talk = Talk(page)
    check_accessible(page)
    shot(page, "chat-start-phone")
    talk.ask("hva er kvp?")
    answer = talk.newest.first
    expect(answer.get_by_role("heading", level=2)).to_have_text("Kvalifiseringsprogrammet (KVP)")
    expect(answer.get_by_role("button", name="Penger", exact=True)).to_be_hidden()
    expect(answer.get_by_role("link", name="Ring 55 55 33 33 – Nav Narvik")).to_have_attribute("href", "tel:55553333")
    talk.unfold()
    for facet in ("Hvem kan få?", "Hvor lenge?", "Penger", "Slik søker du"):
        expect(answer.get_by_role("button", name=facet, exact=True)).to_be_visible()
    sources = answer.locator("details details", has_text="Hvor vet vi dette fra?")
    expect(sources.get_by_role("listitem").first).to_be_hidden()
    sources.locator("summary").press("Enter")
    expect(sources.get_by_role("listitem").first).to_contain_text(re.compile(r"§.*sjekket \d+\. \w+ 20\d\d"))
    expect(answer).to_contain_text("Kontakt for deg i Narvik")
    expect(answer.get_by_role("link", name=re.compile("Nettside – Nav Narvik"))).to_have_attribute("href", re.compile("nav-narvik"))
    say = answer.locator("details details", has_text="Hva kan jeg si når jeg ringer?")
    expect(say).to_have_count(1)
    say.locator("summary").press("Space")
    expect(say).to_contain_text("«Hei,")
    check_accessible(page)
    shot(page, "chat-answer-phone")


def test_who_would_rather_write_sees_where_and_copies_what(visit: Visitor) -> None:
    page = visit().open("/?k=1806")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    talk = Talk(page)
    talk.ask("hva er kvp?")
    talk.log.get_by_text("Mer om dette").last.click()
    contact = talk.log.locator("details .contact").first
    expect(contact.get_by_role("link", name="Skriv til veilederen din")).to_have_attribute("href", "https://www.nav.no/arbeid/dialog")
    ready = contact.locator("details", has_text="Hva kan jeg skrive?")
    ready.locator("summary").press("Enter")
    expect(ready).to_contain_text("Du har rett til å ha med en som hjelper deg")
    ready.get_by_role("button", name="Kopier").press("Enter")
    expect(ready.get_by_role("status")).to_have_text("Kopiert")
    assert page.evaluate("navigator.clipboard.readText()").startswith("Hei, jeg heter … og er … år.")


def test_an_office_with_an_address_by_mail_can_be_written_to(visit: Visitor) -> None:
    page = visit().open("/?k=1806")
    talk = Talk(page)
    talk.ask("hvem er oppfølgingstjenesten, og hvordan får jeg tak i dem?")
    talk.newest.first.locator("> details > summary").press("Enter")
    expect(page.locator("#log a[href^='mailto:']").first).to_be_visible()


def test_a_facet_is_chosen_by_key_and_announced(chat_page: Page) -> None:
    talk = Talk(chat_page)
    talk.ask("hva er kvp?")
    talk.unfold()
    chosen = talk.log.get_by_role("button", name="Penger", exact=True).last
    talk.listen()
    talk.press("Penger", "Space")
    expect(chosen).to_have_attribute("aria-pressed", "true")
    expect(chosen).to_have_attribute("aria-disabled", "true")
    assert chat_page.evaluate("document.activeElement.textContent") == "Du skrev: Penger", (
        "focus goes with what was said, and stays in view"
    )
    expect(talk.newest.get_by_role("heading", level=2)).to_have_text("Kvalifiseringsprogrammet (KVP): Penger")
    said = " ".join(talk.heard())
    assert said.index("Du valgte Penger. ") < said.index("Kvalifiseringsprogrammet (KVP): Penger. "), said
    before = talk.log.locator("*").count()
    chosen.press("Enter")
    chat_page.wait_for_timeout(400)
    assert talk.log.locator("*").count() == before, "a frozen button does nothing"
    expect(talk.log.get_by_role("button", name="Hvor lenge?").first).not_to_have_attribute("aria-disabled", "true")


def test_the_log_is_silent_and_the_live_region_says_things_once(chat_page: Page) -> None:
    talk = Talk(chat_page)
    expect(chat_page.get_by_role("log", name="Samtale")).to_have_attribute("aria-live", "off")
    talk.listen()
    talk.ask("hva er kvp?")
    talk.ask("hva er kvp?")
    said = talk.heard()
    assert sum(text.count("Kvalifiseringsprogrammet (KVP). ") for text in said) == 2, said


def test_nothing_written_is_lost_when_the_network_fails(visit: Visitor) -> None:
    visitor = visit()
    visitor.expected = ["Failed to load resource"]
    page = visitor.open("/")
    talk = Talk(page)
    page.route("**/api/chat", lambda route: route.abort())
    talk.ask("hva er kvp?")
    expect(talk.newest.first).to_contain_text("Den er ikke borte")
    expect(talk.log.locator(".me")).to_contain_text("hva er kvp?")
    check_accessible(page)
    shot(page, "chat-failed-phone")
    talk.box.fill("noe jeg holder på å skrive")
    page.unroute("**/api/chat")
    talk._after(lambda: page.get_by_role("button", name="Prøv igjen").press("Enter"))
    expect(talk.log.locator(".me")).to_have_count(1)
    expect(talk.newest.first).to_contain_text("KVP")
    expect(talk.box).to_have_value("noe jeg holder på å skrive")
    assert page.evaluate("document.activeElement.id") == "text"


def test_typing_is_shown_while_waiting(chat_page: Page) -> None:
    talk = Talk(chat_page)
    chat_page.route("**/api/chat", lambda route: (chat_page.wait_for_timeout(2600), route.continue_())[1])
    talk.listen()
    talk.box.fill("hva er kvp?")
    talk.box.press("Enter")
    expect(chat_page.locator("#typing")).to_be_visible()
    expect(talk.newest.first).to_contain_text("KVP", timeout=15000)
    expect(chat_page.locator("#typing")).to_be_hidden()
    assert " ".join(talk.heard()).count("Finner svar") == 1, "said once when it takes long"


def test_an_expired_conversation_goes_on(visit: Visitor) -> None:
    visitor = visit()
    visitor.expected = ["404 (Not Found)"]
    page = visitor.open("/")
    talk = Talk(page)
    with page.expect_response("**/api/chat") as first:
        talk.ask("hva er kvp?")
    assert page.request.delete(f"{page.url}api/chat/{first.value.json()['session']}").ok
    talk.ask("hva er en lærling?")
    expect(talk.newest.first.get_by_role("heading")).to_contain_text("Lærling")


def test_a_conversation_is_deleted_and_another_begun(chat_page: Page) -> None:
    talk = Talk(chat_page)
    talk.listen()
    for _ in range(2):
        talk.box.fill("")
        with chat_page.expect_response(lambda r: r.url.endswith("/api/chat")) as sent:
            talk.ask("hva er kvp?")
        session = sent.value.json()["session"]
        chat_page.locator("#menu > summary").press("Enter")
        check_accessible(chat_page)
        with chat_page.expect_response(lambda r: r.request.method == "DELETE"):
            chat_page.get_by_role("button", name="Slett samtalen").press("Enter")
        expect(talk.log).to_be_empty()
        assert chat_page.evaluate("document.activeElement.id") == "text"
        again = chat_page.request.post(f"{chat_page.url}api/chat", data={"session": session, "text": "hei"})
        assert again.status == 404, "it is gone on the server too"
    assert "slettet" in talk.heard()[-1]


def test_deleted_is_said_when_it_is_so_and_not_before(visit: Visitor) -> None:
    visitor = visit()
    visitor.expected = ["Failed to load resource"]
    page = visitor.open("/")
    talk = Talk(page)
    talk.ask("hva er kvp?")
    page.route("**/api/chat/*", lambda route: route.abort())
    talk.listen()
    page.locator("#menu > summary").press("Enter")
    page.get_by_role("button", name="Slett samtalen").press("Enter")
    expect(talk.newest.last).to_contain_text("fikk ikke slettet")
    check_accessible(page)
    assert not any("er slettet" in text for text in talk.heard())
    page.unroute("**/api/chat/*")
    page.get_by_role("button", name="Prøv igjen").press("Enter")
    expect(talk.log).to_be_empty()


def test_a_conversation_is_deleted_while_its_first_answer_is_on_its_way(visit: Visitor) -> None:
    visitor = visit()
    visitor.expected = ["Failed to load resource"]
    page = visitor.open("/")
    talk = Talk(page)
    page.route("**/api/chat", lambda route: (page.wait_for_timeout(1500), route.continue_())[1])
    with page.expect_request("**/api/chat") as sent:
        talk.box.fill("hva er kvp?")
        talk.box.press("Enter")
    begun = sent.value.post_data_json["begin"]
    page.locator("#menu > summary").press("Enter")
    page.get_by_role("button", name="Slett samtalen").press("Enter")
    expect(talk.log).to_be_empty()
    page.wait_for_timeout(2500)
    expect(talk.log).to_be_empty()
    assert page.request.post(f"{page.url}api/chat", data={"session": begun, "text": "hei"}).status == 404


def test_what_is_chosen_while_an_answer_is_on_its_way_is_told_afterwards(chat_page: Page) -> None:
    talk = Talk(chat_page)
    chat_page.route("**/api/chat", lambda route: (chat_page.wait_for_timeout(1500), route.continue_())[1])
    talk.box.fill("hva er kvp?")
    talk.box.press("Enter")
    chat_page.locator("#language").select_option("nn")
    expect(talk.newest.first).to_contain_text("nynorsk", timeout=15000)
    chat_page.unroute("**/api/chat")
    talk.ask("hva er arbeidstrening?")
    expect(talk.newest.first).to_have_attribute("lang", "nn")


def test_the_language_is_switched_and_the_answer_given_anew(chat_page: Page) -> None:
    talk = Talk(chat_page)
    talk.ask("hva er kvp?")
    replies = talk.log.locator(".card").count()
    chat_page.get_by_label("Språk").select_option("nn")
    assert chat_page.evaluate("document.documentElement.lang") == "nn"
    expect(chat_page.get_by_role("heading", level=1)).to_have_text("Hei! Kva lurer du på?")
    talk.log.locator(".card").nth(replies).wait_for()
    expect(talk.newest.last).to_contain_text("treng")
    expect(talk.newest.last).to_have_attribute("lang", "nn")
    check_accessible(chat_page)


def test_the_page_follows_the_language_a_person_writes(chat_page: Page) -> None:
    talk = Talk(chat_page)
    talk.ask("kva er ein lærling, og korleis søkjer eg?")
    assert chat_page.evaluate("document.documentElement.lang") == "nn"
    expect(chat_page.get_by_label("Språk")).to_have_value("nn")


def test_english_marks_what_is_norwegian(visit: Visitor) -> None:
    page = visit().open("/?m=en&k=1806")
    talk = Talk(page)
    page.locator("#start a").last.press("Enter")
    talk.log.locator(".contact").first.wait_for()
    talk.unfold()
    expect(talk.log.locator(".contact .fresh").first).to_have_attribute("lang", "nb")
    check_accessible(page)


def test_the_municipality_is_seen_and_changed(chat_page: Page) -> None:
    talk = Talk(chat_page)
    chip = chat_page.locator("#place")
    expect(chip).to_have_text("Velg kommune")
    talk.ask("jeg bor i Bodø. hva er kvp?")
    expect(chip).to_contain_text("Bodø")
    chip.press("Enter")
    dialog = chat_page.get_by_role("dialog", name="Hvor bor du?")
    expect(dialog).to_be_visible()
    check_accessible(chat_page)
    field = dialog.get_by_label("Kommune eller postnummer")
    expect(field).to_be_focused()
    field.fill("xyzzy")
    field.press("Enter")
    expect(dialog.get_by_role("status")).to_contain_text("kjenner ikke")
    expect(field).to_have_attribute("aria-invalid", "true")
    field.fill("sandnessjøen")
    field.press("Enter")
    expect(dialog.get_by_role("button", name="Alstahaug (Nordland)")).to_be_visible()  # a guess is shown before it is used
    field.fill("våler")
    field.press("Enter")
    expect(dialog.get_by_role("status")).to_have_text("2 steder passer. Velg ett.")
    shot(chat_page, "place-phone")
    dialog.get_by_role("button", name="Våler (Innlandet)").press("Enter")
    expect(chip).to_contain_text("Våler")
    expect(chip).to_be_focused()
    expect(talk.newest.last).to_contain_text("Våler")
    chip.press("Enter")
    expect(dialog).to_be_visible()  # on a busy machine it is fetched first
    chat_page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(chip).to_be_focused()


def test_what_the_person_says_outweighs_what_the_page_set(visit: Visitor) -> None:
    page = visit().open("/?k=1806")
    talk = Talk(page)
    talk.ask("hva er kvp?")
    talk.ask("nei, jeg mente at jeg bor i Bodø")
    talk.ask("hvem kan jeg snakke med om det?")
    expect(talk.newest.last).to_contain_text("Bodø")
    expect(page.locator("#place")).to_contain_text("Bodø")


def test_a_deadline_can_be_put_in_the_calendar(visit: Visitor) -> None:
    page = visit().open("/?tema=laerling")
    talk = Talk(page)
    talk.log.locator(".card").first.wait_for()
    if talk.log.get_by_role("link", name=re.compile("Legg i kalenderen")).count() == 0:
        talk.press("Frist")
    link = talk.log.get_by_role("link", name=re.compile("Legg i kalenderen: frist for å søke læreplass, 1. mars 20")).first
    expect(link).to_be_visible()
    file = page.request.get(page.url.split("/?")[0] + str(link.get_attribute("href"))).text()
    today = date.today()
    year = today.year if (today.month, today.day) <= (3, 1) else today.year + 1
    assert f"DTSTART;VALUE=DATE:{year}0301" in file
    check_accessible(page)


def test_a_crisis_is_seen_and_can_be_called(chat_page: Page) -> None:
    talk = Talk(chat_page)
    talk.ask("jeg orker ikke leve mer")
    for number in ("113", "116123", "116111", "22400040"):
        expect(talk.log.locator(f"a[href='tel:{number}']").first).to_be_visible()
    expect(talk.log.get_by_role("link", name="Skriv til Mental Helse")).to_be_visible()
    first = talk.log.locator(".lines a").first.bounding_box()
    assert first is not None
    assert first["height"] >= 44
    check_accessible(chat_page)
    shot(chat_page, "chat-crisis-phone")


def test_the_start_works_with_one_press(chat_page: Page) -> None:
    talk = Talk(chat_page)
    chat_page.keyboard.press("Tab")
    assert chat_page.evaluate("document.activeElement.textContent") == "Hopp til skrivefeltet"
    chat_page.keyboard.press("Enter")
    assert chat_page.evaluate("document.activeElement.id") == "text"
    chat_page.get_by_role("link", name="Jeg vil ha fagbrev").press("Enter")
    expect(talk.newest.first.get_by_role("heading")).to_contain_text("fagbrev")


def test_nothing_that_is_pasted_is_cut(chat_page: Page) -> None:
    """Neither by the field, which would say nothing, nor by the end of what the assistant takes: a cry for help may come last."""
    talk = Talk(chat_page)
    expect(talk.box).not_to_have_attribute("maxlength", re.compile("."))
    long = "jeg har det ikke så bra om dagen og vet ikke hva jeg skal gjøre. " * 20 + "jeg vil ikke leve mer"
    talk.ask(long)
    expect(talk.newest.first).to_contain_text("113")
    too_long = "hei " * 1400
    talk.box.fill(too_long)
    talk.box.press("Enter")
    expect(talk.newest.last).to_contain_text("Teksten er for lang (5599 tegn). Jeg kan ta imot 5000 om gangen.")
    expect(talk.box).to_have_value(too_long)
    talk.box.press("Enter")
    expect(talk.log.locator(".failed")).to_have_count(1)


COMPOSING = "(box, how) => box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...how }))"


@pytest.mark.parametrize("how", [{"isComposing": True}, {"keyCode": 229}])
def test_enter_that_ends_a_composed_word_sends_nothing(chat_page: Page, how: dict[str, object]) -> None:
    """As Chrome and as Safari tell of it, with a Chinese, Japanese or Korean keyboard."""
    talk = Talk(chat_page)
    talk.box.fill("学校")
    talk.box.evaluate(COMPOSING, how)
    expect(talk.log.locator(".me")).to_have_count(0)
    expect(talk.box).to_have_value("学校")
    talk.box.evaluate(COMPOSING, {"keyCode": 13})
    expect(talk.log.locator(".me")).to_have_count(1)
