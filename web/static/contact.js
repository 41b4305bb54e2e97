// Whom to contact: what to press, and what to know.

import { element, fold, hidden, icon, outside, telephone, webAddress } from "./dom.js";
import { linked } from "./text.js";

/** The name, and the one thing to press; the rest is `contactCard` behind «Mer om dette». */
export function contactBrief(contact, words) {
  const [first] = buttons(contact, words);
  return element(
    "section",
    { class: "contact brief", lang: norwegian(words) },
    element("h3", {}, contact.name),
    element("p", { class: "actions" }, first, contact.hours && contact.phone ? element("span", { class: "small" }, contact.hours) : null),
  );
}

/** Everything about a contact. `from`: the first button that is shown; those before it are in view already. */
export function contactCard(contact, words, from = 0) {
  const text = (tag, attributes, content) => (content ? element(tag, { lang: norwegian(words), ...attributes }, ...linked(content, words)) : null);
  const ways = buttons(contact, words).slice(from);
  const rows = [];
  if (contact.address) rows.push(element("dt", {}, words.say("ui_adresse")), element("dd", {}, contact.address));
  if (contact.hours) rows.push(element("dt", {}, words.say("ui_tid")), text("dd", {}, contact.hours));
  return element(
    "section",
    { class: "contact" },
    element("h3", { lang: norwegian(words) }, contact.name),
    text("p", { class: "small" }, contact.level_text),
    ...contact.openings.map(now).filter(Boolean),
    ways.length ? element("div", { class: "actions" }, ...ways) : null,
    rows.length ? element("dl", {}, ...rows) : null,
    contact.write.length ? element("p", { class: "group" }, words.say("ui_skrive_her")) : null,
    contact.write.length ? element("ul", { class: "write" }, ...contact.write.map((way) => toWrite(way, words))) : null,
    text("p", {}, contact.note),
    text("p", {}, contact.then),
    text("p", { class: "fresh" }, contact.freshness),
    contact.say ? fold(words.say("ui_ringe"), text("p", {}, contact.say)) : null,
    contact.message ? fold(words.say("ui_skrive"), ...ready(contact, words)) : null,
  );
}

const norwegian = (words) => (words.malform === "en" ? "nb" : null); // these texts are not in English

/** What can be pressed, the best first: ring, write, open. Each says whose it is. */
function buttons(contact, words) {
  const url = webAddress(contact.url);
  const finder = webAddress(contact.finder_url);
  const whose = () => hidden(` – ${contact.name}`);
  return [
    contact.phone && element("a", { class: "button primary", href: telephone(contact.phone) }, icon("phone"), element("span", {}, words.say("ui_ring", contact.phone), whose())),
    contact.email && element("a", { class: "button", href: `mailto:${contact.email}` }, icon("mail"), contact.email),
    url && !contact.write.some((way) => way.url === url) && outside(url, words, { class: "button" }, icon("out"), element("span", {}, words.say("ui_nettside"), whose())),
    finder && finder !== url && outside(finder, words, { class: "button" }, icon("pin"), element("span", {}, words.say("ui_finn"), whose())),
  ].filter(Boolean);
}

const LONGEST_WAIT = 2 ** 31 - 1; // milliseconds a timer can be set to

/** Whether somebody answers now; gone when it is no longer true. */
function now({ text, until }) {
  const left = Date.parse(until) - Date.now();
  if (!(left > 0)) return null;
  const line = element("p", { class: "now" }, text);
  setTimeout(() => line.remove(), Math.min(left, LONGEST_WAIT));
  return line;
}

function toWrite({ title, when, url }, words) {
  return element("li", {}, outside(webAddress(url), words, { class: "button" }, icon("talk"), title), " ", element("span", { class: "small" }, when));
}

/** A text ready to copy, and what else is good to know. */
function ready({ message, before }, words) {
  const source = element("p", {}, message);
  const done = element("span", { role: "status" });
  const copy = element("button", { type: "button", class: "button" }, icon("copy"), words.say("del_kopier"));
  copy.addEventListener("click", async () => {
    done.textContent = "";
    try {
      await navigator.clipboard.writeText(message);
      done.textContent = words.say("del_kopiert");
    } catch {
      getSelection().selectAllChildren(source); // not allowed to copy: leave it selected
    }
  });
  return [source, element("p", { class: "actions no-print" }, copy, " ", done), before ? element("p", {}, before) : null];
}
