// The chat page: reads the form, shows the conversation, and says what is new.

import { ApiError, Conversation, topicTitle } from "./api.js";
import { element } from "./dom.js";
import { armLeave } from "./leave.js";
import { LiveRegion } from "./live.js";
import { askPlace, showPlace } from "./place.js";
import { card, heading, mine } from "./view.js";
import { Words } from "./words.js";

const at = (id) => document.getElementById(id);
const page = JSON.parse(at("page").textContent);
const words = new Words(page);
const [log, form, input, typing, language, menu] = ["log", "form", "text", "typing", "language", "menu"].map(at);
const live = new LiveRegion(at("live-a"), at("live-b"));
const loader = page.embedded && parent !== self ? parent : null;
const still = matchMedia("(prefers-reduced-motion: reduce)");
const chat = { press, deadlines, summarise };

const SLOW = 2000; // milliseconds before it is said aloud that an answer is on its way

let conversation;
let history;
let place = page.place;
let underWay = 0; // messages whose answer is on its way: writing waits, what the page learns is queued

const compose = document.querySelector(".compose");
new ResizeObserver(() => (document.documentElement.style.scrollPaddingBottom = `${compose.offsetHeight + 12}px`)).observe(compose); // nothing with focus is hidden beneath

begin();
for (const node of document.querySelectorAll(".js")) node.hidden = false;
document.querySelector(".no-script").hidden = true; // for browsers that do not know the media query

function begin() {
  conversation = new Conversation();
  history = [];
  tellContext();
}

function tellContext() {
  conversation.context = { kommune: place?.number, malform: words.chosen ? words.malform : null };
}

// --- One message and its reply ---------------------------------------------------------------------

async function send(message, shown) {
  underWay += 1;
  const said = mine(shown, words);
  log.append(said);
  typing.hidden = false;
  const slow = setTimeout(() => live.say(words.say("ui_skriver")), SLOW);
  bring(said);
  const asked = conversation;
  try {
    const messages = await asked.send(message);
    if (asked === conversation) show(messages, said);
  } catch (error) {
    if (asked === conversation && !asked.erasing) failed(message, shown, said, error);
  } finally {
    clearTimeout(slow);
    underWay -= 1;
    typing.hidden = underWay === 0;
  }
}

function show(messages, said) {
  const answered = messages.at(-1).malform;
  if (answered !== words.malform && !words.chosen) speak(answered); // the page follows the language of the person
  said.after(...messages.map((message) => card(message, words, chat))); // another message may stand below already
  history.push(...messages);
  const there = messages.findLast((message) => message.place)?.place;
  if (there && underWay === 1) showPlace((place = there), words);
  live.say(messages.map((message) => [heading(message, words), message.text].filter(Boolean).join(". ")).join(" "));
  bring(said);
}

/** A button's choice: frozen, said aloud, sent. A question that was answered is closed; facets and next steps stay open. */
function press(suggestion, button) {
  if (underWay || button.getAttribute("aria-disabled") === "true") return;
  const answers = /choice|steer/.test(button.dataset.kind);
  const closed = answers ? button.closest(".card").querySelectorAll("[data-kind=choice], [data-kind=steer]") : [button];
  for (const other of closed) other.setAttribute("aria-disabled", "true");
  button.setAttribute("aria-pressed", "true");
  live.say(`${words.say("ui_du_valgte", suggestion.title)}.`);
  send({ payload: suggestion.payload }, suggestion.title);
}

/** What was written stays in the log, and can be sent again. */
function failed(message, shown, said, error) {
  tryAgain(error instanceof ApiError && error.message ? error.message : words.say("ui_feil"), () => {
    said.remove();
    input.focus();
    send(message, shown);
  });
}

function tryAgain(text, act) {
  const again = element("button", { type: "button", class: "button" }, words.say("ui_prov_igjen"));
  const note = element("div", { class: "card failed" }, element("p", {}, text), again);
  again.addEventListener("click", () => {
    note.remove();
    act();
  });
  log.append(note);
  live.say(text);
  note.scrollIntoView({ block: "nearest", behavior: still.matches ? "auto" : "smooth" });
}

function bring(node) {
  node.scrollIntoView({ block: "start", behavior: still.matches ? "auto" : "smooth" });
}

/** The calendar files that fit what a message states. */
function deadlines({ topic, facet, part }) {
  if (part) return [];
  const figures = page.deadlines[facet ? `${topic}.${facet}` : topic] ?? [];
  return figures.map((figure) => ({
    url: `/kalender/${figure}.ics?m=${words.malform}`,
    title: words.say(`kalender_${figure.split(".")[1]}`),
    day: page.days[figure][words.malform],
  }));
}

// --- Writing ---------------------------------------------------------------------------------------

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = input.value.trim();
  if (!text || underWay) return;
  input.value = "";
  grow();
  send({ text }, text);
});
input.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    form.requestSubmit();
  }
});
input.addEventListener("input", grow);

function grow() {
  input.style.height = "auto";
  input.style.height = `${input.scrollHeight + 3}px`;
}

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
  for (const link of document.querySelectorAll("[data-path]")) link.href = link.dataset.path + (malform === "nb" ? "" : `?m=${malform}`);
  for (const link of at("start").querySelectorAll("a")) {
    link.querySelector("span").textContent = page.start.find(({ topic }) => topic === link.dataset.topic).title[malform];
  }
  at("leave").title = words.say("ui_forlat_tips");
  showPlace(place, words);
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

at("place").addEventListener("click", async () => {
  const chosen = await askPlace(words);
  if (!chosen || chosen.number === place?.number) return;
  place = chosen;
  showPlace(place, words);
  tellContext();
  if (conversation.begun) send({ payload: `/dialog_sted{"nummer": "${place.number}"}` }, place.name);
  else live.say(place.name);
});

// --- Menu: new, delete, summary ---------------------------------------------------------------------

at("new").addEventListener("click", () => {
  conversation.forget().catch(() => {}); // nothing is promised: it expires by itself
  restart("ui_ny_klar");
});
at("delete").addEventListener("click", erase);
at("summary").addEventListener("click", summarise);
menu.addEventListener("focusout", (event) => {
  if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
});
document.addEventListener("click", (event) => {
  if (!menu.contains(event.target)) menu.open = false;
});

/** «Slettet» is said when it is so, and not before. */
async function erase() {
  menu.open = false;
  try {
    await conversation.forget();
    restart("slettet");
  } catch {
    tryAgain(words.say("ui_ikke_slettet"), erase);
  }
}

function restart(told) {
  menu.open = false;
  begin();
  log.replaceChildren();
  live.clear();
  live.say(words.say(told));
  scrollTo(0, 0);
  input.focus({ preventScroll: true });
}

async function summarise(event) {
  const from = event?.currentTarget;
  menu.open = false;
  const { showSummary } = await import("./summary.js");
  const parts = document.querySelectorAll("body > .chat-top, body > #main, body > .skip");
  const height = scrollY;
  for (const part of parts) part.hidden = true;
  showSummary(history, words, () => {
    for (const part of parts) part.hidden = false;
    scrollTo(0, height);
    (from?.closest(".panel") ? menu.querySelector("summary") : from)?.focus({ preventScroll: true });
  });
}

// --- Leaving, and being embedded ----------------------------------------------------------------

function forgetAll() {
  conversation.forget().catch(() => {});
  history = [];
  input.value = "";
}

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

if (loader) {
  addEventListener("message", async (event) => {
    if (event.source !== loader) return;
    if (event.data === "veivalg:forget") forgetAll();
    if (event.data?.veivalg === "tema") openOn(event.data.tema);
  });
  loader.postMessage("veivalg:ready", "*");
} else {
  import("./offline.js").then(({ readOffline }) => readOffline());
}
if (page.accent) import("./theme.js").then(({ useAccent }) => useAccent(page.accent));

/** Opens on a topic or a guide that the host page names. */
async function openOn(goal) {
  const guide = /^guide\.([a-z_]+)$/.exec(goal)?.[1];
  if (guide && words.has(`start_guide_${guide}`)) return send({ payload: `/dialog_guide{"guide": "${guide}"}` }, words.say(`start_guide_${guide}`));
  const title = await topicTitle(goal, words.malform).catch(() => null);
  if (title) send({ payload: `/${goal}` }, title);
}

showPlace(place, words);
if (page.open) send({ payload: page.open.payload }, page.open.title);
