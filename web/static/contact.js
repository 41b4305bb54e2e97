// Whom to contact: what to press first, then what to know.

import { element, fold, icon, outside, telephone, webAddress } from "./dom.js";

export function contactCard(contact, words) {
  const norwegian = words.malform === "en" ? "nb" : null; // these texts are not in English
  const text = (tag, attributes, content) => (content ? element(tag, { lang: norwegian, ...attributes }, content) : null);
  const url = webAddress(contact.url);
  const finder = webAddress(contact.finder_url);
  const buttons = [
    contact.phone && element("a", { class: "button primary", href: telephone(contact.phone) }, icon("phone"), words.say("ui_ring", contact.phone)),
    contact.email && element("a", { class: "button", href: `mailto:${contact.email}` }, icon("mail"), contact.email),
    url && outside(url, words, { class: "button" }, icon("out"), words.say("ui_nettside")),
    finder && finder !== url && outside(finder, words, { class: "button" }, icon("pin"), words.say("ui_finn")),
  ].filter(Boolean);
  const rows = [];
  if (contact.address) rows.push(element("dt", {}, words.say("ui_adresse")), element("dd", {}, contact.address));
  if (contact.hours) rows.push(element("dt", {}, words.say("ui_tid")), text("dd", {}, contact.hours));
  return element(
    "section",
    { class: "contact" },
    text("h3", {}, contact.name),
    text("p", { class: "small" }, contact.level_text),
    buttons.length ? element("div", { class: "actions" }, ...buttons) : null,
    rows.length ? element("dl", {}, ...rows) : null,
    text("p", {}, contact.note),
    text("p", { class: "fresh" }, contact.freshness),
    contact.say ? fold(words.say("ui_ringe"), text("p", {}, contact.say)) : null,
  );
}
