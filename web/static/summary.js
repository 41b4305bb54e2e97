// The summary to bring to a meeting: made here, sent to no one. Fetched only when it is asked for.

import { element, icon } from "./dom.js";
import { card } from "./view.js";

/** Shows the summary in place of the chat. `history` is every message of the assistant; `back()` is called when it is left. */
export function showSummary(history, words, back) {
  const kept = newest(history);
  const notes = element("textarea", { class: "notes", id: "notes", rows: 6, "aria-describedby": "notes-help" });
  const printed = element("div", { class: "notes-printed" });
  notes.addEventListener("input", () => (printed.textContent = notes.value));
  const button = (name, key, onclick, kind = "") => element("button", { type: "button", class: `button ${kind}`, onclick }, icon(name), words.say(key));
  const today = new Date().toISOString().slice(0, 10);
  const content = element("div", {}, ...kept.map((message) => opened(card({ ...message, suggestions: [] }, words, null))));
  const leave = button("talk", "ui_tilbake", () => {
    sheet.remove();
    back();
  });
  const sheet = element(
    "main",
    { class: "page sheet", id: "sheet" },
    element("h1", { tabindex: "-1" }, words.say("ui_oppsummering_tittel")),
    element("p", { class: "fresh" }, words.say("ui_oppsummering_dato", words.day(today))),
    element("p", { class: "no-print" }, words.say("ui_oppsummering_ingress")),
    element(
      "div",
      { class: "actions no-print" },
      button("print", "ui_skriv_ut", () => print(), "primary"),
      button("save", "ui_lagre", () => save(words, content, notes.value)),
      leave,
    ),
    kept.length ? content : element("p", {}, words.say("ui_oppsummering_tom")),
    element("h2", {}, element("label", { for: "notes" }, words.say("ui_notater"))),
    element("p", { class: "small no-print", id: "notes-help" }, words.say("ui_notater_hjelp")),
    notes,
    printed,
  );
  document.body.prepend(sheet);
  sheet.querySelector("h1").focus();
  scrollTo(0, 0);
}

/** Answers and contacts, each once: the newest of the same kind. */
function newest(history) {
  const worth = history.filter(({ type, topic }) => (type === "answer" && topic !== "hilsen") || type === "contact");
  const key = ({ type, topic, facet, part, title }) => JSON.stringify([type, topic, facet, part, title]);
  return [...new Map(worth.map((message) => [key(message), message])).values()];
}

function opened(node) {
  for (const part of node.querySelectorAll("details")) part.open = true;
  return node;
}

const STYLE = `body{font:1rem/1.5 sans-serif;max-width:42rem;margin:1rem auto;padding:0 1rem}.card,.contact{border:1px solid #999;
border-radius:.5rem;padding:.5rem 1rem;margin:.8rem 0}pre{white-space:pre-wrap;font:inherit}.visually-hidden{display:none}a{margin-right:1rem}`;

/** Saves the summary as a page that opens anywhere and asks for nothing. */
function save(words, content, notes) {
  const body = element("main", {}, element("h1", {}, words.say("ui_oppsummering_tittel")), content.cloneNode(true), element("h2", {}, words.say("ui_notater")), element("pre", {}, notes));
  for (const part of body.querySelectorAll(".icon, .no-print")) part.remove(); // nothing there can be pressed
  const page = `<!doctype html><html lang="${words.malform}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Veivalg</title><style>${STYLE}</style>${body.outerHTML}</html>`;
  const link = element("a", { href: URL.createObjectURL(new Blob([page], { type: "text/html" })), download: "veivalg.html" });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
