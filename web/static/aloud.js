// Reading aloud by the device itself: only with a Norwegian voice that is on it, since another kind sends the text away.

import { heading } from "./view.js";

const NORWEGIAN = /^(nb|nn|no)\b/i;
const speech = globalThis.speechSynthesis;

/** The device's own voice for a written language; null when it has none. */
function voiceFor(malform) {
  const own = (speech?.getVoices() ?? []).filter(({ lang, localService }) => localService && NORWEGIAN.test(lang));
  return own.find(({ lang }) => lang.toLowerCase().startsWith(malform)) ?? own[0] ?? null;
}

/** Shows the button when there is a voice; pressed, it reads the reply, and pressed again it stops. */
export function armReading(button, messages, words) {
  const { malform } = messages.at(-1);
  if (!speech || malform === "en") return;
  const name = (key) => {
    button.setAttribute("aria-label", words.say(key));
    button.title = words.say(key);
    button.classList.toggle("on", key !== "verktoy_les");
  };
  const ready = () => (button.hidden = !voiceFor(malform));
  name("verktoy_les");
  ready();
  speech.onvoiceschanged = ready; // some browsers find their voices late
  button.addEventListener("click", () => {
    if (speech.speaking) {
      speech.cancel();
      return name("verktoy_les");
    }
    const said = new SpeechSynthesisUtterance(textOf(messages, words));
    said.voice = voiceFor(malform);
    said.lang = said.voice.lang;
    said.onend = said.onerror = () => name("verktoy_les");
    name("verktoy_les_stopp");
    speech.speak(said);
  });
}

/** What is read: the texts, and whom to ring. */
function textOf(messages, words) {
  return messages
    .flatMap((message) => [
      message.title ? heading(message) : null,
      message.type === "contact" ? null : message.text,
      message.advice,
      ...message.contacts.map(({ name, phone }) => [name, phone].filter(Boolean).join(", ")),
    ])
    .filter(Boolean)
    .map((text) => (/[.?!:…]$/.test(text) ? text : `${text}.`))
    .join(" ");
}
