// The summary to bring to a meeting: made here, sent to no one. Fetched only when it is asked for.

import { contactCard } from "./contact.js";
import { element, icon } from "./dom.js";
import { card, sourceList } from "./view.js";

/**
 * Shows the summary before the conversation; returns its node.
 * `turns`: what was said and answered. `page`: {asides, deadlines(message)}. `back()` is called when it is to be left.
 */
export function showSummary(turns, words, page, back) {
  const { asked, answers, contacts, sources } = gathered(turns, page.asides);
  const dates = [...new Map(answers.flatMap(page.deadlines).map((date) => [date.url, date])).values()];
  const notes = element("textarea", { class: "notes", id: "notes", rows: 5, "aria-describedby": "notes-help" });
  const printed = element("div", { class: "notes-printed" });
  notes.addEventListener("input", () => (printed.textContent = notes.value));
  const button = (name, key, onclick, kind = "") => element("button", { type: "button", class: `button ${kind}`, onclick }, icon(name), words.say(key));
  const part = (key, ...content) => element("section", {}, element("h2", {}, words.say(key)), ...content);
  const list = (lines) => element("ul", {}, ...lines.map((line) => element("li", {}, line)));
  const content = element(
    "div",
    {},
    asked.length ? part("ui_ark_spurt", list(asked)) : null,
    dates.length ? part("ui_ark_frister", list(dates.map(({ title, day }) => `${title}: ${day}`))) : null,
    contacts.length ? part("ui_ark_hvem", ...contacts.map((contact) => contactCard({ ...contact, say: null, openings: [] }, words))) : null,
    answers.length ? part("ui_ark_svar", ...answers.map((message) => card({ ...message, suggestions: [], contacts: [], sources: [] }, words))) : null,
    sources.length ? element("section", { class: "small" }, element("h2", {}, words.say("ui_kilder")), sourceList(sources, words)) : null,
  );
  for (const fold of content.querySelectorAll("details")) fold.open = true;
  const file = () => `veivalg-${words.today()}.html`;
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
      navigator.share ? button("out", "ui_ark_del", () => navigator.share({ title: "Veivalg", text: `${content.innerText}\n\n${notes.value}` }).catch(() => {})) : null,
      button("save", "ui_lagre", () => save(words, content, notes.value, file())),
      button("talk", "ui_tilbake", back),
    ),
    answers.length || contacts.length ? content : element("p", {}, words.say("ui_oppsummering_tom")),
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

/** What is worth bringing: questions in one's own words; answers, contacts and sources each once; of a guide only its last result. */
function gathered(turns, asides) {
  const done = turns.filter((turn) => turn.answers);
  const results = new Map(); // guide → the turn of its last result
  let guide = null;
  for (const turn of done) {
    guide = turn.answers.find(({ step }) => step)?.topic ?? guide;
    if (isResult(turn)) results.set(guide, turn);
  }
  const last = new Set(results.values());
  const kept = done.filter((turn) => !isResult(turn) || last.has(turn)).flatMap((turn) => turn.answers);
  const worth = kept.filter(({ type, topic, facet }) => (type === "answer" && !asides.includes(topic)) || (type === "notice" && facet));
  const contacts = kept.flatMap((message) => message.contacts);
  const once = (items, key) => [...new Map(items.map((item) => [key(item), item])).values()];
  return {
    asked: once(done.filter(({ message, answers }) => message.text && answers.some((answer) => worth.includes(answer) || answer.contacts.length)).map(({ shown }) => shown), String),
    answers: once(worth, ({ topic, facet, part, title }) => JSON.stringify([topic, facet, part, title])),
    contacts: once(contacts, ({ name }) => name),
    sources: once(worth.flatMap((message) => message.sources), ({ title }) => title),
  };
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
