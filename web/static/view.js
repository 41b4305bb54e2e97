// Draws the messages of the assistant as cards.

import { contactCard } from "./contact.js";
import { element, fold, hidden, icon, outside, soft, telephone, webAddress } from "./dom.js";
import { linked } from "./text.js";

/**
 * One message as a card.
 * `chat`: {press(suggestion, button), deadlines(message), summarise()}; null for what is only to be read.
 */
export function card(message, words, chat) {
  const short = message.type === "notice" && !message.title && !message.suggestions.length && !message.sources.length && !message.help?.length;
  const help = message.topic === "krise";
  const node = element("div", { class: `card${help ? " help" : message.topic === "tungt" ? " heard" : short ? " short" : ""}`, lang: message.language ?? message.malform, dir: message.language ? "auto" : null });
  if (message.question) node.append(element("p", { class: "about" }, soft(message.title)));
  node.append(message.title ? element("h2", {}, soft(heading(message, words))) : hidden(`${words.say("ui_svar")}: `));
  node.append(element("p", { class: "text" }, ...linked(message.text, words)));
  if (message.help?.length) node.append(helpers(message.help, words));
  if (message.advice) node.append(aside(element("strong", {}, words.say("godt_aa_vite")), " ", ...linked(message.advice, words)));
  if (message.because) node.append(aside(...linked(message.because, words)));
  for (const contact of message.contacts) {
    const say = message.say ? null : contact.say; // once is enough
    node.append(contactCard({ ...contact, say, openings: chat ? contact.openings : [] }, words)); // what is kept says nothing of now
  }
  if (message.say) node.append(fold(words.say("ui_ringe"), element("p", {}, message.say)));
  if (message.sources.length) node.append(fold(words.say("ui_kilder"), sourceList(message.sources, words), readBy(message.read, words)));
  if (chat) node.append(...ways(message, words, chat));
  return node;
}

/** What the person wrote or chose. */
export function mine(text, words) {
  return element("div", { class: "me" }, hidden(`${words.say("ui_du_sa")}: `), text);
}

/** Who answers in danger: to ring first, then to write, each with when it is the right one. */
function helpers(lines, words) {
  const items = lines.map(({ way, name, when, phone, url }) => {
    const told = [element("strong", {}, phone ? `${name} ${phone}` : name), element("span", { class: "when" }, when)];
    const attributes = { class: way === "call" ? "button line call" : "button line" };
    return element("li", {}, phone ? element("a", { ...attributes, href: telephone(phone) }, icon("phone"), element("span", {}, ...told)) : outside(webAddress(url), words, attributes, icon("talk"), element("span", {}, ...told)));
  });
  return element("ul", { class: "lines" }, ...items);
}

/** «Godt å vite», or what a guide's answer rests on. */
const aside = (...parts) => element("div", { class: "advice" }, ...parts);

/** The title of a message: the question it answers, or the topic with the facet it is about. */
export const heading = (message, words) => message.question ?? (message.facet && words.has(`fasett_${message.facet}`) ? `${message.title}: ${words.say(`fasett_${message.facet}`)}` : message.title);

/** The ways on from a message: deadlines, answers to choose (and leaving the question), next steps; more of the same is folded. */
function ways(message, words, chat) {
  const parts = [];
  const dates = chat.deadlines(message);
  if (dates.length) {
    const links = dates.map(({ url, title, day }) => element("li", {}, element("a", { class: "button", href: url }, icon("calendar"), words.say("ui_kalender", title, day))));
    parts.push(element("ul", { class: "actions" }, ...links));
  }
  const kinds = { choice: [], steer: [], facet: [], next: [] };
  for (const suggestion of message.suggestions) kinds[suggestion.kind].push(suggestion);
  for (const name of ["choice", "steer", "next"]) {
    if (name === "next" && kinds.next.length) parts.push(element("p", { class: "group" }, words.say("ui_neste")));
    if (kinds[name].length) parts.push(group(kinds[name], name, chat));
  }
  if (message.more || kinds.facet.length) {
    const short = message.more ? [element("p", { class: "text" }, ...linked(message.more, words))] : [];
    parts.push(fold(words.say("ui_mer"), ...short, ...(kinds.facet.length ? [group(kinds.facet, "facet", chat)] : [])));
  }
  if (message.contacts.length) {
    parts.push(element("p", { class: "actions" }, element("button", { type: "button", class: "button", onclick: chat.summarise }, icon("sheet"), words.say("ui_oppsummering"))));
  }
  return parts;
}

function group(suggestions, name, chat) {
  const items = suggestions.map((suggestion) => {
    const { title } = suggestion;
    const button =
      name === "next"
        ? element("button", { type: "button", class: "row", "data-kind": name }, element("span", {}, title), icon("next"))
        : element("button", { type: "button", class: name === "steer" ? "chip quiet" : "chip", "data-kind": name }, title);
    button.addEventListener("click", () => chat.press(suggestion, button));
    return element("li", {}, button);
  });
  return element("ul", { class: name === "next" ? "rows" : "actions chips" }, ...items);
}

/** Who has read the answer against its sources, besides who wrote it. */
const readBy = (read, words) => read && element("p", {}, words.say(`ui_lest_${read.role}`, words.day(read.date)));

function sourceList(sources, words) {
  const items = sources.map((source) => {
    const url = webAddress(source.url);
    const title = url ? outside(url, words, {}, source.title) : source.title;
    return element("li", {}, title, source.checked ? ` (${words.say("ui_sjekket", words.day(source.checked))})` : "");
  });
  return element("ul", {}, ...items);
}
