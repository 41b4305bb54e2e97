// One answer, with where it is known from and when, to copy or to send.

import { element } from "./dom.js";
import { drawn } from "./rating.js";
import { heading } from "./view.js";

/** The answer as plain text: heading, text, sources with § and day, and the address of its page. */
export function asText(message, words) {
  const today = words.day(words.today());
  const address = new URL(message.share ?? pageOf(message), location.origin).href;
  const sources = message.sources.map(({ title, checked, url }) => [`– ${title}`, checked && `(${words.say("ui_sjekket", words.day(checked))})`, url].filter(Boolean).join(" "));
  return [
    message.title ? heading(message) : null,
    message.text,
    message.advice ? `${words.say("godt_aa_vite")}: ${message.advice}` : null,
    sources.length ? [words.say("verktoy_kilder"), ...sources].join("\n") : null,
    words.say("verktoy_hentet", today, address),
  ]
    .filter(Boolean)
    .join("\n\n");
}

/** Buttons that copy the answer, and send it where the device can. */
export function copyAndShare(message, words) {
  const text = () => asText(message, words);
  const done = element("span", { role: "status" });
  const share = navigator.share
    ? element("button", { type: "button", class: "button", onclick: () => navigator.share({ title: message.title ?? "Veivalg", text: text() }).catch(() => {}) }, drawn("share"), words.say("verktoy_del"))
    : null;
  const copy = element("button", { type: "button", class: "button", onclick: () => toClipboard(text(), copy, done, words) }, drawn("copy"), words.say("verktoy_kopier"));
  return element("div", { class: "actions no-print", lang: words.malform }, share, copy, done);
}

/** The place on its page where the answer stands, for the municipality the talk is about. */
function pageOf({ topic, facet, part, place, malform }) {
  const at = part ? `#${part}` : facet ? `#del-${facet}` : "";
  const query = new URLSearchParams([["k", place?.number], ["m", malform === "nb" ? null : malform]].filter(([, value]) => value));
  return `/t/${topic}${`?${query}`.replace(/\?$/, "")}${at}`;
}

async function toClipboard(text, button, done, words) {
  done.textContent = "";
  try {
    await navigator.clipboard.writeText(text);
    done.textContent = words.say("del_kopiert");
  } catch {
    const field = element("textarea", { class: "notes", readonly: "", "aria-label": words.say("verktoy_kopier") });
    field.value = text; // not allowed to copy: left selected
    button.after(field);
    field.select();
  }
}
