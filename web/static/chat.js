// The chat page: reads the form, shows the conversation, and says what is new.

import { ApiError, Conversation } from "/static/api.js";
import { LiveRegion } from "/static/live.js";
import { card, element, mine } from "/static/view.js";

const page = JSON.parse(document.getElementById("page").textContent);
let malform = page.malform;
const say = (key, ...parts) => page.strings[malform][key].replace(/\{(\d)\}/g, (_, n) => parts[n]);

const log = document.getElementById("log");
const form = document.getElementById("form");
const input = document.getElementById("text");
const typing = document.getElementById("typing");
const live = new LiveRegion(document.getElementById("live-a"), document.getElementById("live-b"));
let conversation = new Conversation({ kommune: page.kommune, malform: page.malformChosen ? malform : null });
let busy = false;
let history = [];

async function send(message, shown) {
  if (busy) return;
  busy = true;
  const said = mine(shown, say);
  log.append(said);
  history.push({ me: shown });
  typing.hidden = false;
  scroll(said);
  try {
    const messages = await conversation.send(message);
    show(messages);
  } catch (error) {
    failed(message, shown, said, error);
  } finally {
    busy = false;
    typing.hidden = true;
  }
}

function show(messages) {
  const cards = messages.map((message) => card(message, say, press));
  log.append(...cards);
  history.push(...messages);
  live.say(messages.map((message) => [message.title, message.text].filter(Boolean).join(". ")).join(" "));
  scroll(cards[0].previousElementSibling ?? cards[0]);
}

function press(suggestion, button) {
  if (busy || button.getAttribute("aria-disabled") === "true") return;
  for (const other of button.closest(".chips").querySelectorAll("button")) other.setAttribute("aria-disabled", "true");
  button.setAttribute("aria-pressed", "true");
  live.say(say("ui_du_valgte", suggestion.title));
  send({ payload: suggestion.payload }, suggestion.title);
}

function failed(message, shown, said, error) {
  history.pop();
  const text = error instanceof ApiError ? error.message : say("ui_feil");
  const again = element("button", { type: "button", class: "button" }, say("ui_prov_igjen"));
  const note = element("div", { class: "card failed" }, element("p", {}, text), again);
  again.addEventListener("click", () => {
    note.remove();
    said.remove();
    send(message, shown);
    input.focus();
  });
  log.append(note);
  live.say(text);
  scroll(note);
}

function scroll(node) {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  node.scrollIntoView({ block: "start", behavior: still ? "auto" : "smooth" });
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = input.value.trim();
  if (!text || busy) return;
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
  input.style.height = `${input.scrollHeight + 4}px`;
}

document.getElementById("new").addEventListener("click", restart);
document.getElementById("delete").addEventListener("click", async () => {
  await conversation.forget().catch(() => {});
  restart();
  live.say(page.strings[malform].slettet);
});

function restart() {
  conversation.forget().catch(() => {});
  conversation = new Conversation({ kommune: page.kommune, malform: page.malformChosen ? malform : null });
  history = [];
  log.replaceChildren(welcome());
  input.focus();
}

function welcome() {
  const chips = page.start.map((topic) => ({ title: topic.title[malform], payload: topic.payload }));
  return card({ title: null, text: say("ui_velkommen"), contacts: [], sources: [], suggestions: chips, malform }, say, press);
}

for (const button of document.querySelectorAll("[data-malform]")) {
  button.addEventListener("click", () => {
    malform = button.dataset.malform;
    page.malformChosen = true;
    conversation.malform = malform;
    document.documentElement.lang = malform;
    for (const other of document.querySelectorAll("[data-malform]")) other.setAttribute("aria-pressed", String(other === button));
    for (const node of document.querySelectorAll("[data-say]")) node.textContent = say(node.dataset.say, page.hours);
    if (!history.length) log.replaceChildren(welcome());
  });
}

document.getElementById("summary").addEventListener("click", () => summarise());

function summarise() {
  const cards = history.filter((item) => item.type === "answer" || item.type === "contact");
  const notes = element("div", { class: "card", contenteditable: "true", role: "textbox", "aria-multiline": "true", "aria-label": say("ui_notater") });
  const back = element("button", { type: "button", class: "button no-print" }, say("ui_tilbake"));
  const print = element("button", { type: "button", class: "button primary no-print", onclick: () => window.print() }, say("ui_skriv_ut"));
  const sheet = element(
    "main",
    { class: "page", id: "sheet" },
    element("h1", { tabindex: "-1" }, say("ui_oppsummering")),
    element("p", {}, say("ui_oppsummering_ingress")),
    element("div", { class: "tools no-print" }, print, back),
    ...cards.map((message) => card({ ...message, suggestions: [] }, say, press)),
    element("h2", {}, say("ui_notater")),
    notes,
  );
  const chat = document.getElementById("chat");
  chat.hidden = true;
  document.body.append(sheet);
  for (const fold of sheet.querySelectorAll("details")) fold.open = true;
  sheet.querySelector("h1").focus();
  back.addEventListener("click", () => {
    sheet.remove();
    chat.hidden = false;
    document.getElementById("summary").focus();
  });
}

// Leave fast: nothing of the conversation is left, and «back» does not return here.
let escapes = [];
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const now = performance.now();
  escapes = [...escapes.filter((then) => now - then < 1500), now];
  if (escapes.length >= 3) leave();
});
document.getElementById("leave").addEventListener("click", (event) => {
  event.preventDefault();
  leave();
});

function leave() {
  conversation.forget().catch(() => {});
  log.replaceChildren();
  location.replace(document.getElementById("leave").href);
}

log.append(welcome());
if (page.topic) send({ payload: `/${page.topic}` }, page.topicTitle);
