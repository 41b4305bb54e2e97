// The summary to bring to a meeting: made here, sent to no one. Fetched only when it is asked for.

import { element, fold, icon, styled, telephone, webAddress } from "./dom.js";
import { linked } from "./text.js";
import { heading, sourceList } from "./view.js";

const TO_ASK = 3; // questions to bring: more is not asked in one meeting

await styled("summary.css");

/**
 * Shows the summary before the conversation; returns its node.
 * `turns`: what was said and answered. `page`: {asides, deadlines(message)}. `back()` is called when it is to be left.
 */
export async function showSummary(turns, words, page, back) {
  await words.more();
  const found = gathered(turns, page.asides);
  const notes = element("textarea", { class: "notes", id: "notes", rows: 5, "aria-describedby": "notes-help" });
  const printed = element("div", { class: "notes-printed" });
  notes.addEventListener("input", () => (printed.textContent = notes.value));
  const button = (name, key, onclick, kind = "") => element("button", { type: "button", class: `button ${kind}`, onclick }, icon(name), words.say(key));
  const content = element("div", {}, ...parts(found, words, page.deadlines));
  for (const part of content.querySelectorAll("details")) part.open = true;
  const share = () => navigator.share({ title: "Veivalg", text: `${content.innerText}\n\n${notes.value}`.trim() }).catch(() => {});
  const sheet = element(
    "main",
    { class: "page sheet", id: "sheet" },
    element("h1", { tabindex: "-1" }, words.say("ui_oppsummering_tittel")),
    element("p", { class: "fresh" }, words.say("ui_oppsummering_dato", words.day(words.today()))),
    element("p", { class: "no-print" }, words.say("ui_oppsummering_ingress")),
    element(
      "div",
      { class: "actions no-print" },
      button("print", "ui_skriv_ut", () => print(), "primary"),
      navigator.share ? button("out", "ui_ark_del", share) : null,
      button("save", "ui_lagre", () => save(words, content, notes.value, `veivalg-${words.today()}.html`)),
      button("talk", "ui_tilbake", back),
    ),
    found.answers.length || found.results.length || found.contacts.length ? content : element("p", {}, words.say("ui_oppsummering_tom")),
    element("h2", {}, element("label", { for: "notes" }, words.say("ui_notater"))),
    element("p", { class: "small no-print", id: "notes-help" }, words.say("ui_notater_hjelp")),
    notes,
    printed,
  );
  document.getElementById("main").before(sheet);
  sheet.querySelector("h1").focus();
  scrollTo(0, 0);
  return sheet;
}

/** The parts of the sheet that have something in them, in the order they are spoken of in a meeting. */
function* parts({ asked, results, answers, contacts, sources, toAsk }, words, deadlines) {
  const part = (key, ...content) => element("section", {}, element("h2", {}, words.say(key)), ...content);
  const list = (lines) => element("ul", {}, ...lines.map((line) => element("li", {}, line)));
  const dates = [...new Map([...results, ...answers].flatMap(deadlines).map((date) => [date.url, date])).values()];
  if (asked.length) yield part("ui_ark_spurt", list(asked));
  if (results.length) yield part("verktoy_ark_resultat", ...results.map((message) => told(message, words)));
  if (answers.length) yield part("ui_ark_svar", ...answers.map((message) => told(message, words)));
  if (dates.length) yield part("ui_ark_frister", list(dates.map(({ title, day }) => `${title}: ${day}`)));
  if (contacts.length) yield part("ui_ark_hvem", element("div", { class: "offices" }, ...contacts.map((contact) => office(contact, words))));
  if (toAsk.length) yield part("verktoy_ark_spor", element("ul", { class: "to-ask" }, ...toAsk.map((question) => element("li", {}, question))));
  if (sources.length) yield element("section", { class: "small" }, element("h2", {}, words.say("ui_kilder")), sourceList(sources, words));
}

/** An answer, without what is to be pressed. */
const told = (message, words) =>
  element(
    "div",
    { class: "card", lang: message.language ?? message.malform },
    element("h3", {}, heading(message)),
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
function gathered(turns, asides) {
  const done = turns.filter((turn) => turn.answers);
  const last = new Map(); // guide → the turn of its last result
  let guide = null;
  for (const turn of done) {
    guide = turn.answers.find(({ step }) => step)?.topic ?? guide;
    if (isResult(turn)) last.set(guide, turn);
  }
  const worth = ({ type, topic, facet, title }) => (type === "answer" && title && !asides.includes(topic)) || (type === "notice" && facet);
  const once = (items, key) => [...new Map(items.map((item) => [key(item), item])).values()];
  const told = (turns) => once(turns.flatMap((turn) => turn.answers).filter(worth), ({ topic, facet, part, title }) => JSON.stringify([topic, facet, part, title]));
  const results = told([...last.values()]);
  const answers = told(done.filter((turn) => !isResult(turn))).filter(({ title, facet, part }) => !results.some((result) => result.title === title && result.facet === facet && result.part === part));
  const kept = done.filter((turn) => !isResult(turn) || [...last.values()].includes(turn)).flatMap((turn) => turn.answers);
  const all = [...results, ...answers];
  return {
    asked: once(done.filter(({ message, answers: given }) => message.text && given.some((answer) => all.includes(answer) || answer.contacts.length)).map(({ shown }) => shown), String),
    results,
    answers,
    contacts: once(kept.flatMap((message) => message.contacts), ({ name }) => name),
    sources: once(all.flatMap((message) => message.sources), ({ title }) => title),
    toAsk: questions(all, done),
  };
}

/** What people ask of these topics and has not been answered here: the newest topic first, each in turn. */
function questions(messages, done) {
  const known = new Set([...done.map(({ shown }) => shown), ...messages.map(({ question }) => question)]);
  const open = messages.map(({ suggestions }) => suggestions.filter(({ payload, title }) => payload.includes('"svar"') && !known.has(title)).map(({ title }) => title)).reverse();
  const inTurn = Array.from({ length: TO_ASK }, (_, index) => open.map((titles) => titles[index])).flat();
  return [...new Set(inTurn.filter(Boolean))].slice(0, TO_ASK);
}

/** Whether a turn ended a guide. */
const isResult = (turn) => turn.answers.some(({ because }) => because);

const STYLE = `body{font:1rem/1.5 sans-serif;max-width:42rem;margin:1rem auto;padding:0 1rem;color:#000}.card,.contact{border:1px solid #999;
border-radius:.5rem;padding:.5rem 1rem;margin:.8rem 0}h2{font-size:1.1rem}h3{font-size:1rem;margin:.2rem 0}pre{white-space:pre-wrap;font:inherit}.visually-hidden{display:none}a{margin-right:1rem}.small,.fresh{font-size:.9rem}`;

/** Saves the summary as a page that opens anywhere and asks for nothing. */
function save(words, content, notes, name) {
  const made = words.say("ui_oppsummering_dato", words.day(words.today()));
  const body = element("main", {}, element("h1", {}, words.say("ui_oppsummering_tittel")), element("p", {}, made), content.cloneNode(true), element("h2", {}, words.say("ui_notater")), element("pre", {}, notes));
  for (const part of body.querySelectorAll(".icon, .no-print")) part.remove(); // nothing there can be pressed
  const page = `<!doctype html><html lang="${words.malform}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Veivalg</title><style>${STYLE}</style>${body.outerHTML}</html>`;
  const link = element("a", { href: URL.createObjectURL(new Blob([page], { type: "text/html" })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
