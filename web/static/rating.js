// Whether an answer helped, and why not: two words are counted, topic and reason (bot/web/metrics.py). No text is sent.

import { element } from "./dom.js";

const REASONS = ["not_asked", "hard", "missing", "wrong"];

const PICTURES = {
  up: "M7 11v9H4v-9zM7 11l4-8a2 2 0 0 1 2 2v4h5a2 2 0 0 1 2 2.300l-1 7a2 2 0 0 1-2 1.700H7",
  down: "M17 13V4h3v9zM17 13l-4 8a2 2 0 0 1-2-2v-4H6a2 2 0 0 1-2-2.300l1-7A2 2 0 0 1 7 4h10",
  aloud: "M4 9v6h4l5 4V5L8 9zM16 9a4 4 0 0 1 0 6M18.500 6.500a8 8 0 0 1 0 11",
  copy: "M9 9h11v11H9zM5 15V5a1 1 0 0 1 1-1h9",
  share: "M12 15V4M8 8l4-4 4 4M5 12v7a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1v-7",
};

/** A picture of what is fetched late; says nothing to screen readers. */
export function drawn(name) {
  const svg = (tag, attributes) => {
    const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    return node;
  };
  const picture = svg("svg", { class: "icon", "aria-hidden": "true", viewBox: "0 0 24 24" });
  picture.append(svg("path", { d: PICTURES[name] }));
  return picture;
}

/** The thumbs for the answer of a topic; what follows is shown in `row`. `chat`: {ask(text), say(text), write()}. */
export function rating(row, topic, words, chat) {
  const thumb = (name, key) => element("button", { type: "button", class: "tool icon-only", title: words.say(key), "aria-label": words.say(key) }, drawn(name));
  const up = thumb("up", "verktoy_hjalp");
  const down = thumb("down", "verktoy_hjalp_ikke");
  down.setAttribute("aria-expanded", "false");
  const told = element("p", { class: "small", tabindex: "-1" });
  const thank = (key) => {
    for (const node of [up, down]) node.remove();
    row.querySelector(".reasons")?.remove();
    told.textContent = words.say(key);
    row.append(told);
    told.focus({ preventScroll: true }); // what was pressed is gone; this is read
  };
  const follow = {
    not_asked: () => chat.ask(words.say("verktoy_ikke_det")),
    hard: () => chat.ask(words.say("verktoy_enklere")),
    missing: () => {
      thank("verktoy_takk_missing");
      chat.write();
      chat.say(told.textContent);
    },
    wrong: () => thank("verktoy_takk_wrong"),
  };
  const choose = (reason) => {
    count(topic, reason);
    follow[reason]();
  };
  up.addEventListener("click", () => {
    count(topic, "helped");
    thank("verktoy_takk");
  });
  down.addEventListener("click", () => {
    const open = row.querySelector(".reasons");
    down.setAttribute("aria-expanded", String(!open));
    if (open) return open.remove();
    const title = element("p", { class: "small", id: "reasons-title" }, words.say("verktoy_hvorfor"));
    const buttons = REASONS.map((reason) => element("li", {}, element("button", { type: "button", class: "chip", onclick: () => choose(reason) }, words.say(`verktoy_grunn_${reason}`))));
    row.append(element("div", { class: "reasons" }, title, element("ul", { class: "actions chips", "aria-labelledby": "reasons-title" }, ...buttons)));
    row.querySelector(".reasons").scrollIntoView({ block: "nearest" });
  });
  return [up, down];
}

/** Whether it arrives changes nothing for the person. */
function count(topic, reason) {
  const body = JSON.stringify({ topic, rating: reason });
  fetch("/api/ratings", { method: "POST", headers: { "Content-Type": "application/json" }, body })
    .then((answer) => answer.text())
    .catch(() => {});
}
