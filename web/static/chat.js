// The chat page: reads the form, shows the conversation, keeps it, and says what is new.

import { ApiError, Conversation, goalNamed } from "./api.js";
import { armLeave } from "./leave.js";
import { LiveRegion } from "./live.js";
import { Log } from "./log.js";
import { forgetKept, keep, keepAlong, kept } from "./store.js";
import { spoken } from "./view.js";
import { Words } from "./words.js";
import { armWriting } from "./write.js";

const at = (id) => document.getElementById(id);
const page = JSON.parse(at("page").textContent);
const words = new Words(page);
const [form, input, typing, language, menu] = ["form", "text", "typing", "language", "menu"].map(at);
const live = new LiveRegion(at("live-a"), at("live-b"));
const log = new Log(at("log"), words, live, { press, deadlines, summarise, choosePlace, equip });

const loader = page.embedded && parent !== self ? parent : null; // the window of the page that embeds the chat
const offline = page.embedded ? null : import("./offline.js");
offline?.then(({ readOffline }) => readOffline());

const SLOW = 2000; // milliseconds before it is said aloud that an answer is on its way

let conversation;
let turns; // {shown, message, answers}; no answers yet: null
let place = page.place;
let underWay = 0; // messages whose answer is on its way: writing waits, what the page learns is queued
let sheet = null; // the summary, while it is open
let draft; // what the person has done with the summary: {notes, out: what is left out, ticked}
let tools = null; // what can be done with answers, fetched with the first one

for (const node of document.querySelectorAll(".js")) node.hidden = false;
document.querySelector(".no-script").hidden = true; // for browsers that do not know the media query

function begin(before = null) {
  conversation = new Conversation(before);
  turns = before?.turns ?? [];
  draft = before?.draft ?? unwritten();
  tellContext();
}

const unwritten = () => ({ notes: "", out: [], ticked: [] });

function tellContext() {
  conversation.context = { kommune: place?.number, malform: words.chosen ? words.malform : null, sidens_malform: words.malform };
}

/** What is embedded keeps nothing on the device. */
function remember() {
  if (page.embedded || conversation.erasing) return;
  if (!turns.length) return forgetKept();
  keep({ ...conversation.kept, place, malform: words.malform, chosen: words.chosen, turns, draft }, page.hours);
}

/** Nothing of the conversation, nor the pages of its answers, stays on the device. */
function forgetHere() {
  forgetKept();
  draft = unwritten();
  globalThis.speechSynthesis?.cancel();
  offline?.then(({ forgetRead }) => forgetRead());
}

/** Shows what was kept in this tab; a link that was followed here for the first time still opens what it names. */
function resume() {
  const before = page.embedded ? null : kept();
  const read = history.state?.read;
  if (before) {
    place = read || !page.place ? before.place : page.place;
    words.chosen = before.chosen;
    speak(before.malform);
  }
  begin(before);
  showPlace(place);
  history.scrollRestoration = before ? "manual" : "auto"; // what is shown first is the newest
  if (before) redraw();
  if (before && place?.number !== before.place?.number) send({ payload: `/dialog_sted{"nummer": "${place.number}"}` }, place.name);
  history.replaceState({ ...history.state, read: true }, "");
  if (page.open && !read) send({ payload: page.open.payload }, page.open.title);
}

function redraw() {
  log.goesOn();
  for (const turn of turns) {
    log.retire(); // what was asked before has been answered
    const said = log.said(turn.shown);
    if (turn.answers) log.answered(turn.answers, said);
    else failed(turn, said, null);
  }
  offerTools(turns.at(-1)?.answers);
  log.toEnd();
}

// --- One message and its reply ---------------------------------------------------------------------

/** Shows what was said and sends it; returns its bubble. `again`: the turn, when it was sent before. */
function send(message, shown, again = null) {
  const turn = again ?? { shown, message, answers: null };
  if (!again) turns.push(turn);
  const said = log.said(shown);
  offerTools(null);
  log.bring(said);
  exchange(turn, said);
  return said;
}

async function exchange(turn, said) {
  underWay += 1;
  typing.hidden = false;
  const slow = setTimeout(() => live.say(words.say("ui_skriver")), SLOW);
  const asked = conversation;
  const answer = asked.send(turn.message);
  remember();
  try {
    turn.answers = await answer;
    if (asked !== conversation) return;
    if (asked.erased) {
      log.clear(...(turns = []), said); // it was asked for in words: nothing of it stays here either
      forgetHere();
    }
    show(turn, said);
    if (underWay === 1) offerTools(turn.answers);
  } catch (error) {
    if (asked === conversation && !asked.erasing) failed(turn, said, error);
  } finally {
    clearTimeout(slow);
    underWay -= 1;
    typing.hidden = underWay === 0;
    if (asked === conversation) remember();
  }
}

function show(turn, said) {
  const messages = turn.answers;
  const spokenIn = messages.at(-1).malform;
  if (spokenIn !== words.malform && !words.chosen) speak(spokenIn); // the page follows the language of the person
  const focused = document.activeElement === said;
  if (messages.some(({ step }) => step)) log.retire();
  offline?.then(({ keepRead }) => keepRead(messages.filter(isRead).map(({ topic }) => inLanguage(`/t/${topic}`))));
  lead();
  log.answered(messages, said);
  const there = messages.findLast((message) => message.place)?.place;
  if (there && underWay === 1) showPlace((place = there));
  const question = focused ? said.nextElementSibling?.querySelector(".step") : null;
  question?.focus({ preventScroll: true }); // which reads it: the rest is said
  live.say(spoken(question ? messages.filter(({ step, type }) => !step && type !== "answer") : messages, words));
  log.bring(said);
}

/** Shows the municipality ({number, name} or null) on the chip. */
function showPlace(place) {
  at("place-name").textContent = place ? place.name : words.say("ui_sted_velg");
  at("place-change").textContent = place ? ` – ${words.say("ui_sted_bytt")}` : "";
  lead();
}

/** The menu leads to where one is: each page gets what it takes of the topic (tema), the municipality (k) and the language. */
function lead() {
  const here = { tema: turns?.flatMap(({ answers }) => answers ?? []).findLast(isRead)?.topic, k: place?.number };
  for (const link of document.querySelectorAll("[data-path]")) {
    link.href = inLanguage(link.dataset.path, link.dataset.with.split(" ").map((name) => [name, here[name]]));
  }
}

/** The address of a page in the language of this one. */
function inLanguage(path, more = []) {
  const query = new URLSearchParams([...more, ["m", words.malform === page.bare ? null : words.malform]].filter(([, value]) => value));
  return `${path}?${query}`.replace(/\?$/, "");
}

/** An answer that has a page of its own to read. */
const isRead = ({ type, topic, help }) => type === "answer" && topic && !help.length && !page.asides.includes(topic);

/** Makes a card more useful: hard words to press, copy and share. */
function equip(card, message) {
  if (message.words.length || message.type === "answer") withTools((module) => module.equip(card, message, words, (text) => live.say(text)));
}

/** Under the newest reply: simpler, read aloud, whether it helped. */
function offerTools(messages) {
  at("tools").hidden = true;
  withTools((module) => module.underNewest(at("tools"), messages ?? [], words, { ask, asides: page.asides, write: () => input.focus(), say: (text) => live.say(text) }));
}

const ask = (text) => underWay || send({ text }, text);

/** Without a network there are none. */
async function withTools(act) {
  if (!turns.some(({ answers }) => answers)) return;
  tools ??= import("./tools.js").catch(() => (tools = null));
  const module = await tools;
  if (module) act(module, await words.more());
}

/** A button's choice: said aloud, sent. A question that was answered loses its answers; facets and next steps stay open. */
function press(suggestion, button) {
  if (underWay || button.getAttribute("aria-disabled") === "true") return;
  button.setAttribute("aria-disabled", "true");
  button.setAttribute("aria-pressed", "true");
  button.tabIndex = -1; // what is spent is passed by
  live.say(`${words.say("ui_du_valgte", suggestion.title)}.`);
  const card = button.closest(".card");
  send({ payload: suggestion.payload }, suggestion.title).focus({ preventScroll: true }); // what was pressed scrolls away
  if (/choice|steer/.test(button.dataset.kind)) log.retire(card);
}

/** What was written stays in the log, and can be sent again. */
function failed(turn, said, error) {
  log.tryAgain(error instanceof ApiError && error.message ? error.message : words.say("ui_feil"), () => {
    said.remove();
    input.focus();
    send(turn.message, turn.shown, turn);
  });
}

const clear = armWriting(
  form,
  input,
  () => underWay > 0,
  (text) => send({ text }, text),
  (length, most) => log.note(words.say("ui_for_langt", length, most)),
);

/** What may be meant while one writes: what the page offers, and the questions beside the answers that were given. */
function known() {
  const asked = turns.flatMap(({ answers }) => answers ?? []).filter(({ malform }) => malform === words.malform).flatMap(({ suggestions }) => suggestions);
  const offered = page.start.map(({ topic, title }) => ({ title: title[words.malform], payload: `/${topic}` }));
  return [...new Map([...offered, ...asked.filter(({ payload }) => payload.includes('"svar"'))].map((one) => [one.title, one])).values()];
}

function suggest() {
  const choose = ({ payload, title }) => underWay || (clear(), send({ payload }, title));
  import("./suggest.js").then(({ armAsking }) => armAsking(input, words, known, choose, (text) => live.say(text))).catch(suggestLater);
}
const suggestLater = () => input.addEventListener("input", suggest, { once: true });
suggestLater();

for (const link of at("start").querySelectorAll("a")) {
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (!underWay) send({ payload: `/${link.dataset.topic}` }, link.textContent.trim());
  });
}

// --- Language and municipality ------------------------------------------------------------------

/** The page's own words in another language. */
function speak(malform) {
  words.malform = malform;
  document.documentElement.lang = malform;
  language.value = malform;
  for (const node of document.querySelectorAll("[data-say]")) node.textContent = words.say(node.dataset.say, page.hours);
  for (const node of document.querySelectorAll("[data-label]")) node.setAttribute("aria-label", words.say(node.dataset.label));
  for (const link of at("start").querySelectorAll("a")) {
    link.querySelector("span").textContent = page.start.find(({ topic }) => topic === link.dataset.topic).title[malform];
  }
  at("leave").title = words.say("ui_forlat_tips");
  input.placeholder = words.say("ui_eksempel");
  showPlace(place);
}

let settling = null;
language.addEventListener("change", () => {
  words.chosen = true;
  speak(language.value);
  tellContext();
  clearTimeout(settling); // arrow keys pass through the languages; only where they stop is asked for
  if (conversation.begun) {
    settling = setTimeout(() => send({ payload: `/dialog_malform{"malform": "${words.malform}"}` }, language.selectedOptions[0].textContent), 800);
  }
});

at("place").addEventListener("click", choosePlace);

async function choosePlace() {
  live.hush();
  const { askPlace } = await import("./place.js");
  const chosen = await askPlace(words);
  if (!chosen || chosen.number === place?.number) return;
  place = chosen;
  showPlace(place);
  tellContext();
  if (conversation.begun) send({ payload: `/dialog_sted{"nummer": "${place.number}"}` }, place.name);
  else live.say(place.name);
}

// --- Menu: delete, summary --------------------------------------------------------------------------

at("delete").addEventListener("click", erase);
at("summary").addEventListener("click", summarise);
menu.addEventListener("focusout", (event) => {
  if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
});
document.addEventListener("click", (event) => {
  if (!menu.contains(event.target)) menu.open = false;
});

/** «Slettet» is said when it is so, and not before; here it is gone at once. */
async function erase() {
  menu.open = false;
  forgetHere();
  try {
    await conversation.forget();
    restart("slettet");
  } catch {
    log.tryAgain(words.say("ui_ikke_slettet"), erase);
  }
}

function restart(told) {
  closeSheet();
  place = null;
  showPlace(place);
  begin();
  log.clear();
  offerTools(null);
  clear();
  live.clear();
  live.say(words.say(told));
  scrollTo(0, 0);
  input.focus({ preventScroll: true });
}

/** The summary stands in place of the conversation; «back» closes it. */
async function summarise(event) {
  menu.open = false;
  if (sheet) return;
  const from = event?.currentTarget;
  const { openSummary } = await import("./summary.js");
  sheet = await openSummary(turns, words, draft, { asides: page.asides, deadlines, wrote });
  sheet.left = () => {
    const fromMenu = from?.closest(".panel");
    if (fromMenu) log.toEnd(); // the newest; a button stands where it was pressed
    (fromMenu ? menu.querySelector("summary") : from)?.focus({ preventScroll: true });
  };
}

function closeSheet() {
  sheet?.close();
  sheet?.left();
  sheet = null;
}

/** What is done with the summary stays with the conversation; embedded, in memory only. */
const wrote = () => page.embedded || keepAlong({ draft });

addEventListener("popstate", () => {
  closeSheet();
  if (!history.state) history.replaceState({ read: true }, ""); // a link within the page makes an entry of its own
});

// --- Leaving, coming back, and being embedded ------------------------------------------------------

function forgetAll() {
  forgetKept();
  closeSheet();
  draft = unwritten();
  conversation.forget().catch(() => {});
  turns = [];
  clear();
}

/** The calendar files that fit what a message states: [{url, title, day}]. */
function deadlines({ topic, facet, part }) {
  if (part) return [];
  const figures = page.deadlines[facet ? `${topic}.${facet}` : topic] ?? [];
  return figures.map((figure) => ({
    url: `/kalender/${figure}.ics?m=${words.malform}`,
    title: words.say(`kalender_${figure.split(".")[1]}`),
    day: page.days[figure][words.malform],
  }));
}

// A page that the browser kept whole may hold what has been deleted, or written, elsewhere since.
addEventListener("pageshow", (event) => {
  if (event.persisted && !page.embedded && conversation.begun && changed(kept())) location.reload();
});

const changed = (before) => before?.turns.length !== turns.length || JSON.stringify(before.draft) !== JSON.stringify(draft);

if (loader) import("./host.js").then(({ armHost }) => armHost({ forget: forgetAll, open: openOn, send: (text) => text && send({ text }, text), focus: () => input.focus({ preventScroll: true }) }));
armLeave(at("leave"), {
  before: forgetAll,
  loader,
  escape(event) {
    if (menu.open) {
      menu.open = false;
      menu.querySelector("summary").focus();
    } else if (loader && !document.querySelector("dialog[open]") && !event.defaultPrevented) {
      loader.postMessage("veivalg:escape", "*");
    }
  },
});

if (page.accent) import("./theme.js").then(({ useAccent }) => useAccent(page.accent));

async function openOn(goal) {
  const opened = await goalNamed(goal, words).catch(() => null);
  if (opened) send({ payload: opened.payload }, opened.title);
}

resume();
