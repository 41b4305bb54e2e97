// The summary to bring to a meeting: made here, sent to no one. Fetched only when it is asked for.

import { element, fold, icon, styled, telephone, webAddress } from "./dom.js";
import { linked } from "./text.js";
import { heading, sourceList } from "./view.js";

const TO_ASK = 3; // questions to bring: more is not asked in one meeting

await styled("summary.css");

/**
 * Opens the summary in place of the conversation; resolves to {close()}.
 * `turns`: what was said and answered. `draft`: {notes, out, ticked}, changed as the person writes, removes and ticks.
 * `page`: {asides, deadlines(message), wrote()}; `wrote` is called when the draft has changed.
 */
export async function openSummary(turns, words, draft, page) {
  await words.more();
  const main = document.getElementById("main");
  const [height, title] = [scrollY, document.title];
  history.scrollRestoration = "manual"; // where «back» leads is decided here
  const sheet = drawn(turns, words, draft, page);
  main.before(sheet);
  main.hidden = true;
  sheet.querySelector("h1").focus();
  scrollTo(0, 0);
  history.pushState({ read: true, sheet: true }, "");
  document.title = `${words.say("verktoy_ark_tittel")} – Veivalg`;
  return {
    close() {
      sheet.remove();
      main.hidden = false;
      document.title = title;
      scrollTo(0, height);
    },
  };
}

function drawn(turns, words, draft, page) {
  const told = element("p", { class: "no-print", role: "status" });
  const [before, after] = [element("div"), element("div")];
  const fill = () => {
    const found = gathered(turns, page.asides, draft.out);
    before.replaceChildren(...asked(found, words, remove));
    after.replaceChildren(...parts(found, words, page.deadlines, remove, tick));
    for (const part of after.querySelectorAll("details")) part.open = true;
  };
  /** Takes something out of the summary; it can be put back. */
  const remove = (key, text) => {
    const at = [...sheet.querySelectorAll(".remove")].indexOf(document.activeElement);
    draft.out.push(key);
    changed();
    const undo = element("button", { type: "button", class: "button" }, words.say("verktoy_ark_angre"));
    undo.addEventListener("click", () => {
      draft.out = draft.out.filter((other) => other !== key);
      changed();
      told.replaceChildren();
      [...sheet.querySelectorAll(".remove")][at]?.focus();
    });
    told.replaceChildren(words.say("verktoy_ark_borte", text), " ", undo);
    const left = sheet.querySelectorAll(".remove");
    (left[Math.min(at, left.length - 1)] ?? sheet.querySelector("h1")).focus();
  };
  const tick = {
    has: (text) => draft.ticked.includes(text),
    set(text, on) {
      draft.ticked = draft.ticked.filter((other) => other !== text).concat(on ? [text] : []);
      page.wrote();
    },
  };
  const changed = () => {
    fill();
    page.wrote();
  };
  const notes = element("textarea", { class: "notes", id: "notes", rows: 5, "aria-describedby": "notes-help" });
  const printed = element("div", { class: "notes-printed" });
  notes.value = printed.textContent = draft.notes;
  notes.addEventListener("input", () => {
    draft.notes = printed.textContent = notes.value;
    page.wrote();
  });
  const sheet = element(
    "main",
    { class: "page sheet", id: "sheet" },
    element("h1", { tabindex: "-1" }, words.say("verktoy_ark_tittel")),
    element("p", { class: "fresh" }, words.say("verktoy_ark_dato", words.day(words.today()))),
    element("p", { class: "no-print" }, words.say("verktoy_ark_ingress")),
    actions(words, () => [before, written(draft.notes, words), after]),
    before,
    told,
    element("h2", {}, element("label", { for: "notes" }, words.say("verktoy_notater"))),
    element("p", { class: "small no-print", id: "notes-help" }, words.say("verktoy_notater_hjelp")),
    notes,
    printed,
    after,
  );
  fill();
  return sheet;
}

/** What can be done with the whole of it; `content()` gives its parts, in their order. */
function actions(words, content) {
  const done = element("p", { class: "small", role: "status" });
  const button = (name, key, onclick, kind = "") => element("button", { type: "button", class: `button ${kind}`, onclick }, icon(name), words.say(key));
  const text = () => plain(content());
  const share = () => navigator.share({ title: "Veivalg", text: text() }).catch(() => {});
  const name = `veivalg-${words.say("verktoy_ark_tittel").toLowerCase()}-${words.today()}.html`;
  const copy = () => navigator.clipboard.writeText(text()).then(() => (done.textContent = words.say("del_kopiert")), () => getSelection().selectAllChildren(document.getElementById("sheet")));
  return element(
    "div",
    { class: "no-print" },
    element(
      "div",
      { class: "actions" },
      button("print", "ui_skriv_ut", () => print(), "primary"),
      navigator.share ? button("out", "verktoy_ark_del", share) : null,
      button("copy", "verktoy_ark_kopier", copy),
      button("save", "verktoy_lagre", () => {
        save(words, content(), name);
        done.textContent = words.say("verktoy_ark_lagret", name);
      }),
      button("talk", "verktoy_tilbake", () => history.back()),
    ),
    done,
  );
}

/** The parts as text, each on lines of its own; a part that is not on the page is read as it was written. */
const plain = (parts) => parts.map((part) => (part.isConnected ? part.innerText : [...part.children].map((one) => one.textContent).join("\n"))).filter(Boolean).join("\n\n").trim();

/** The notes, as they are saved and shared. */
const written = (notes, words) => (notes ? element("section", {}, element("h2", {}, words.say("verktoy_notater")), element("pre", {}, notes)) : element("section"));

const part = (words, key, ...content) => element("section", {}, element("h2", {}, words.say(key)), ...content);

/** A button that takes out what stands beside it; `key` is what it is known by. */
const removal = (key, text, words, remove) =>
  element("button", { type: "button", class: "remove no-print", "aria-label": words.say("verktoy_ark_fjern", text), title: words.say("verktoy_ark_fjern", text), onclick: () => remove(key, text) }, icon("close"));

const OWN = "?"; // a question and an answer may read the same
const named = ({ topic, facet, part, title }) => JSON.stringify([topic, facet, part, title]);

/** The person's own questions: nobody hands over what they would not have said. */
const asked = ({ asked, empty }, words, remove) => {
  if (empty) return [element("p", {}, words.say("verktoy_ark_tom"))];
  return asked.length ? [part(words, "verktoy_ark_spurt", element("ul", { class: "own" }, ...asked.map((line) => element("li", {}, element("span", {}, line), removal(OWN + line, line, words, remove)))))] : [];
};

/** The rest of the sheet, as far as there is something in it. */
function* parts({ results, answers, contacts, sources, toAsk }, words, deadlines, remove, tick) {
  const dates = [...new Map([...results, ...answers].flatMap(deadlines).map((date) => [date.url, date])).values()];
  const cards = (messages) => messages.map((message) => told(message, words, remove));
  if (results.length) yield part(words, "verktoy_ark_resultat", ...cards(results));
  if (answers.length) yield part(words, "verktoy_ark_svar", ...cards(answers));
  if (dates.length) yield part(words, "verktoy_ark_frister", element("ul", {}, ...dates.map(({ title, day }) => element("li", {}, `${title}: ${day}`))));
  if (contacts.length) yield part(words, "verktoy_ark_hvem", element("div", { class: "offices" }, ...contacts.map((contact) => office(contact, words))));
  if (toAsk.length) yield part(words, "verktoy_ark_spor", element("ul", { class: "own to-ask" }, ...toAsk.map((question) => toTick(question, words, remove, tick))));
  if (sources.length) yield element("section", { class: "small" }, element("h2", {}, words.say("ui_kilder")), sourceList(sources, words));
}

/** A question to bring, with a box for when it has been asked. */
function toTick(question, words, remove, tick) {
  const box = element("input", { type: "checkbox" });
  const show = () => box.toggleAttribute("checked", box.checked); // what is saved is ticked too
  box.checked = tick.has(question);
  show();
  box.addEventListener("change", () => {
    show();
    tick.set(question, box.checked);
  });
  return element("li", {}, element("label", {}, box, element("span", {}, question)), removal(question, question, words, remove));
}

/** An answer, without what is to be pressed. */
const told = (message, words, remove) =>
  element(
    "div",
    { class: "card", lang: message.language ?? message.malform },
    element("h3", {}, heading(message)),
    removal(named(message), heading(message), words, remove),
    element("p", { class: "text" }, ...linked(message.text, words)),
    message.because ? element("p", {}, ...linked(message.because, words)) : null,
  );

/** Whom to ring or write to, in two lines, and a text ready to send. */
function office({ name, phone, email, url, hours, address, message }, words) {
  const ways = [
    phone && element("a", { class: "tel", href: telephone(phone) }, phone),
    email && element("a", { href: `mailto:${email}` }, email),
    !phone && webAddress(url) && element("a", { href: url, rel: "noreferrer" }, url),
  ].filter(Boolean);
  const line = (...content) => (content.some(Boolean) ? element("p", {}, ...content.filter(Boolean).flatMap((one, index) => (index ? [" · ", one] : [one]))) : null);
  return element(
    "div",
    { class: "contact", lang: words.malform === "en" ? "nb" : null },
    element("h3", {}, name),
    line(...ways, hours),
    line(address),
    message ? fold(words.say("ui_skrive"), element("p", {}, message)) : null,
  );
}

/** What is worth bringing: questions in one's own words; answers, contacts and sources each once; of a guide only its last result. */
function gathered(turns, asides, out) {
  const done = turns.filter((turn) => turn.answers);
  const last = new Map(); // guide → the turn of its last result
  let guide = null;
  for (const turn of done) {
    guide = turn.answers.find(({ step }) => step)?.topic ?? guide;
    if (isResult(turn)) last.set(guide, turn);
  }
  const worth = ({ type, topic, facet, title }) => (type === "answer" && title && !asides.includes(topic)) || (type === "notice" && facet);
  const stays = (key) => !out.includes(key);
  const once = (items, key) => [...new Map(items.map((item) => [key(item), item])).values()];
  const told = (turns) => once(turns.flatMap((turn) => turn.answers).filter(worth), named);
  const results = told([...last.values()]);
  const answers = told(done.filter((turn) => !isResult(turn))).filter(({ title, facet, part }) => !results.some((result) => result.title === title && result.facet === facet && result.part === part));
  const kept = done.filter((turn) => !isResult(turn) || [...last.values()].includes(turn)).flatMap((turn) => turn.answers);
  const all = [...results, ...answers];
  const asks = (shown) => shown.trim().split(/\s+/).length > 3; // «narvik» only tells where one lives
  const asked = once(done.filter(({ message, shown, answers: given }) => message.text && given.some((answer) => all.includes(answer) || (answer.contacts.length && asks(shown)))).map(({ shown }) => shown), String);
  const left = all.filter((message) => stays(named(message)));
  const contacts = once(kept.flatMap((message) => message.contacts), ({ name }) => name);
  return {
    empty: !all.length && !contacts.length,
    asked: asked.filter((line) => stays(OWN + line)),
    results: results.filter((message) => left.includes(message)),
    answers: answers.filter((message) => left.includes(message)),
    contacts,
    sources: once(left.flatMap((message) => message.sources), ({ title }) => title),
    toAsk: questions(left, done, stays),
  };
}

/** What people ask of these topics and has not been answered here: the newest topic first, each in turn. */
function questions(messages, done, stays) {
  const known = new Set([...done.map(({ shown }) => shown), ...messages.map(({ question }) => question)]);
  const open = messages.map(({ suggestions }) => suggestions.filter(({ payload, title }) => payload.includes('"svar"') && !known.has(title) && stays(title)).map(({ title }) => title)).reverse();
  const inTurn = Array.from({ length: TO_ASK }, (_, index) => open.map((titles) => titles[index])).flat();
  return [...new Set(inTurn.filter(Boolean))].slice(0, TO_ASK);
}

/** Whether a turn ended a guide. */
const isResult = (turn) => turn.answers.some(({ because }) => because);

const STYLE = `body{font:1rem/1.5 sans-serif;max-width:42rem;margin:1rem auto;padding:0 1rem;color:#000}.card,.contact{border:1px solid #999;
border-radius:.5rem;padding:.5rem 1rem;margin:.8rem 0}h2{font-size:1.1rem}h3{font-size:1rem;margin:.2rem 0}pre{white-space:pre-wrap;font:inherit}.visually-hidden{display:none}a{margin-right:1rem}.small,.fresh{font-size:.9rem}`;

/** Saves the summary as a page that opens anywhere and asks for nothing. */
function save(words, parts, name) {
  const made = words.say("verktoy_ark_dato", words.day(words.today()));
  const body = element("main", {}, element("h1", {}, words.say("verktoy_ark_tittel")), element("p", {}, made), ...parts.map((part) => part.cloneNode(true)));
  for (const part of body.querySelectorAll(".icon, .no-print")) part.remove(); // nothing there can be pressed
  const page = `<!doctype html><html lang="${words.malform}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${words.say("verktoy_ark_tittel")} – Veivalg</title><style>${STYLE}</style>${body.outerHTML}</html>`;
  const link = element("a", { href: URL.createObjectURL(new Blob([page], { type: "text/html" })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
