// Draws what is said: a reply is the answer, what to press first – at most three – and the rest behind «Mer om dette».

import { contactBrief, contactCard } from "./contact.js";
import { element, fold, hidden, icon, outside, soft, telephone, webAddress } from "./dom.js";
import { firstAddress, linked, webOf } from "./text.js";

const ROOM = 3; // things to press in view, answers to a question aside
const FEW = 8; // answers to a question that are shown as buttons; of more one is chosen in a list

/**
 * The messages of one reply as cards.
 * `chat`: {press(suggestion, button), deadlines(message), summarise(), choosePlace(), equip(card, message)}.
 */
export function reply(messages, words, chat) {
  const blocks = arrange(messages);
  const dates = [...new Map(messages.flatMap((message) => chat.deadlines(message)).map((date) => [date.url, date])).values()];
  const asks = messages.some(isQuestion);
  let room = asks ? 0 : ROOM;
  return blocks.map((block, index) => {
    const drawn = draw(block, words, chat, room, index ? [] : dates);
    room -= drawn.pressed;
    chat.equip(drawn.node, block.main);
    return drawn.node;
  });
}

/** What belongs together: contacts and what is told beside an answer go with it; before a question of a guide all is brief. */
function arrange(messages) {
  const asked = messages.find((message) => message.step);
  if (asked) {
    const before = messages.slice(0, messages.indexOf(asked));
    return [{ main: asked, lead: before.filter(({ type }) => type !== "answer"), extra: before.filter(({ type }) => type === "answer"), contacts: [] }];
  }
  const blocks = [];
  for (const message of messages) {
    const answer = blocks.find(({ main }) => main.type === "answer" && !main.help?.length);
    if (answer && message.type === "contact") answer.contacts.push(message);
    else if (answer && message.type === "notice" && message.title && !message.help?.length) answer.extra.push(message);
    else blocks.push({ main: message, lead: [], extra: [], contacts: message.type === "contact" ? [message] : [] });
  }
  return blocks;
}

const isQuestion = ({ type, suggestions }) => type === "question" && suggestions.length > 0;

/** One card: {node, pressed: how much of the room its buttons take}. */
function draw({ main, lead, extra, contacts }, words, chat, room, dates) {
  const node = frame(main, words);
  let pressed = 0;
  const take = (list) => {
    const taken = list.slice(0, Math.max(0, room - pressed));
    pressed += taken.length;
    return taken;
  };
  node.append(...lead.map(({ text }) => element("p", { class: "small" }, ...linked(text, words))));
  if (main.step) node.append(stepped(main, words));
  else if (main.type !== "contact") node.append(...told(main, words));
  const steps = extra.filter((message) => main.because && message.facet === "soke"); // what a guide leads to is not hidden
  node.append(...steps.map((message) => beside(message, words)));
  const offices = contacts.flatMap((message) => message.contacts);
  const brief = offices.slice(0, ROOM);
  pressed += Math.min(brief.length, room);
  if (contacts.length && main.type !== "contact") node.append(element("p", { class: "group" }, contacts[0].title));
  node.append(...brief.map((contact) => contactBrief(contact, words)));
  const soon = main.facet === "frist" || !offices.length ? take(dates.slice(0, 1)) : [];
  if (soon.length) node.append(calendars(soon, words));
  const site = main.type === "answer" && !offices.length && !main.help?.length ? firstAddress(main.text) : null;
  if (site && take([site]).length) node.append(element("p", { class: "actions" }, outside(webOf(site), words, { class: "button" }, icon("out"), words.say("ui_apne", site))));
  if (main.type === "question" && !main.step && !main.suggestions.length) node.append(pickPlace(words, chat));
  const kinds = { choice: [], steer: [], facet: [], next: [] };
  for (const suggestion of main.type === "contact" ? [] : main.suggestions) kinds[suggestion.kind].push(suggestion);
  if (kinds.choice.length > FEW) node.append(chooseOne(main, kinds.choice, words, chat));
  else if (kinds.choice.length) node.append(group(kinds.choice, "choice", chat));
  if (kinds.steer.length) node.append(group(kinds.steer, "steer", chat));
  const next = main.type === "answer" ? take(kinds.next) : kinds.next;
  if (next.length) node.append(group(next, "next", chat));
  const rest = { next: kinds.next.slice(next.length), facet: kinds.facet, dates: dates.slice(soon.length) };
  const more = behind(main, extra.filter((message) => !steps.includes(message)), contacts, rest, words, chat);
  if (more.length) node.append(fold(words.say("ui_mer"), ...more));
  return { node, pressed };
}

/** What the person wrote or chose. */
export function mine(text, words) {
  return element("div", { class: "me", tabindex: "-1", lang: words.malform }, element("span", { class: "visually-hidden", lang: words.malform }, `${words.say("ui_du_sa")}: `), text);
}

/** The title of a message: the question it answers, or the topic with the facet it is about. */
export const heading = (message) => message.question ?? (message.facet_name ? `${message.title}: ${message.facet_name}` : message.title);

/** What is said aloud of a reply: the texts, whom to ring, and how many answers there are to choose among. */
export function spoken(messages, words) {
  const sentence = (text) => (/[.?!:…]$/.test(text) ? text : `${text}.`);
  return messages
    .flatMap((message) => [
      heading(message),
      message.step ? words.say("ui_steg", message.step.number, message.step.of) : null,
      message.type === "contact" ? null : message.text,
      ...message.contacts.map(({ name, phone }) => [name, phone].filter(Boolean).join(", ")),
      isQuestion(message) ? words.say("ui_valg", message.suggestions.filter(({ kind }) => kind === "choice").length) : null,
    ])
    .filter(Boolean)
    .map(sentence)
    .join(" ");
}

function frame(message, words) {
  const short = message.type === "notice" && !message.title && !message.suggestions.length && !message.sources.length && !message.help?.length;
  const look = message.topic === "krise" ? " help" : message.topic === "tungt" ? " heard" : message.type === "question" ? " asks" : short ? " short" : "";
  const node = element("div", { class: `card${look}`, lang: message.language ?? message.malform, dir: message.language ? "auto" : null });
  if (message.question) node.append(element("p", { class: "about" }, soft(message.title)));
  node.append(message.title ? element("h2", {}, soft(heading(message))) : hidden(`${words.say(message.type === "question" ? "ui_sporsmal_til_deg" : "ui_svar")}: `));
  return node;
}

/** The words of a message, and who answers in danger. */
function told(message, words) {
  const help = message.help?.length;
  const [first, rest] = help ? afterFirst(message.text) : [message.text, null]; // whom to call comes as early as can be
  const parts = [element("p", { class: "text" }, ...linked(first, words))];
  if (help) parts.push(helpers(message.help, words));
  if (rest) parts.push(element("p", { class: "text rest" }, ...linked(rest, words)));
  if (message.because) parts.push(aside(...linked(message.because, words)));
  return parts;
}

/** A text as its first sentence and the rest; a short one whole. */
function afterFirst(text) {
  const end = text.length > 140 ? text.search(/[.!?](?= )/) + 1 : 0;
  return end ? [text.slice(0, end), text.slice(end).trim()] : [text, null];
}

/** A question of a guide: how far one has come, and the question, which takes focus. */
const stepped = ({ step, text }, words) =>
  element("div", { class: "step", tabindex: "-1" }, element("p", { class: "about" }, words.say("ui_steg", step.number, step.of)), element("p", { class: "text" }, text));

const advice = (message, words) => aside(element("strong", {}, words.say("godt_aa_vite")), " ", ...linked(message.advice, words));

/** «Godt å vite», or what a guide's answer rests on. */
const aside = (...parts) => element("div", { class: "advice" }, ...parts);

/** Who answers in danger: to ring first, then to write, each with when it is the right one. */
function helpers(lines, words) {
  const items = lines.map(({ way, name, when, phone, url }) => {
    const parts = [element("strong", {}, phone ? `${name} ${phone}` : name), element("span", { class: "when" }, when)];
    const attributes = { class: way === "call" ? "button line call" : "button line" };
    return element("li", {}, phone ? element("a", { ...attributes, href: telephone(phone) }, icon("phone"), element("span", {}, ...parts)) : outside(webAddress(url), words, attributes, icon("talk"), element("span", {}, ...parts)));
  });
  return element("ul", { class: "lines" }, ...items);
}

/** Behind «Mer om dette»: the topic in short, other offers, more of the same, other ways on, all about the contacts, and the sources. */
function behind(main, extra, contacts, rest, words, chat) {
  const parts = [];
  if (main.advice) parts.push(advice(main, words));
  if (main.more) parts.push(element("p", { class: "text" }, ...linked(main.more, words)));
  parts.push(...extra.map((message) => beside(message, words)));
  if (rest.dates.length) parts.push(calendars(rest.dates, words));
  if (rest.facet.length) parts.push(group(rest.facet, "facet", chat));
  if (rest.next.length) parts.push(element("p", { class: "group" }, words.say("ui_neste")), group(rest.next, "next", chat));
  for (const message of contacts) {
    parts.push(...message.contacts.map((contact, index) => contactCard(message.say ? { ...contact, say: null } : contact, words, index < ROOM ? 1 : 0)));
    if (message.say) parts.push(fold(words.say("ui_ringe"), element("p", {}, ...linked(message.say, words))));
    parts.push(group(message.suggestions, "facet", chat));
    parts.push(element("p", { class: "actions" }, element("button", { type: "button", class: "button", onclick: chat.summarise }, icon("sheet"), words.say("ui_oppsummering"))));
  }
  if (main.sources.length) parts.push(sources(main, words));
  return parts;
}

/** What is told beside an answer, with where it is known from. */
const beside = (message, words) =>
  element("section", { class: "beside" }, message.title ? element("h3", {}, heading(message)) : null, element("p", {}, ...linked(message.text, words)), message.sources.length ? sourceList(message.sources, words) : null);

const calendars = (dates, words) =>
  element("ul", { class: "actions" }, ...dates.map(({ url, title, day }) => element("li", {}, element("a", { class: "button", href: url }, icon("calendar"), words.say("ui_kalender", title, day)))));

const pickPlace = (words, chat) =>
  element("p", { class: "actions" }, element("button", { type: "button", class: "button", "aria-haspopup": "dialog", onclick: chat.choosePlace }, icon("pin"), words.say("ui_sted_velg")));

/** A list to choose in, where there are too many answers for buttons: the districts of a city. */
function chooseOne({ text }, suggestions, words, chat) {
  const options = suggestions.map(({ title }, index) => element("option", { value: index }, title));
  const list = element("select", { "aria-label": text, required: "" }, element("option", { value: "" }, words.say("ui_velg")), ...options);
  const button = element("button", { class: "button primary", "data-kind": "choice" }, words.say("ui_velg"));
  const submit = (event) => {
    event.preventDefault();
    chat.press(suggestions[list.value], button);
  };
  return element("form", { class: "with-button choose", onsubmit: submit }, list, button);
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

/** Where we know it from, and who has read the answer against its sources, besides who wrote it. */
const sources = ({ sources: list, read }, words) =>
  fold(words.say("ui_kilder"), sourceList(list, words), read && element("p", {}, words.say(`ui_lest_${read.role}`, words.day(read.date))));

export function sourceList(list, words) {
  const items = list.map((source) => {
    const url = webAddress(source.url);
    const title = url ? outside(url, words, {}, source.title) : source.title;
    return element("li", {}, title, source.checked ? ` (${words.say("ui_sjekket", words.day(source.checked))})` : "");
  });
  return element("ul", {}, ...items);
}
