// What can be done with an answer: fetched when something is first answered.
// In the card: hard words to press, copy and share. Under the newest reply: simpler, read aloud, whether it helped.

import { armReading } from "./aloud.js";
import { element, styled } from "./dom.js";
import { drawn, rating } from "./rating.js";
import { copyAndShare } from "./share.js";
import { pressable } from "./terms.js";

await styled("tools.css");

/** Makes the card of a message more useful. `say(text)` tells screen readers. */
export function equip(card, message, words, say) {
  const text = card.querySelector(":scope > .text");
  if (text && !message.help?.length) pressable(text, message, words, say);
  const more = card.querySelector(":scope > details.fold:last-child");
  if (more && message.type === "answer" && !message.help?.length) more.append(copyAndShare(message, words));
}

/**
 * What stands under the newest reply, filled into `row`; empty when it answers nothing.
 * `chat`: {ask(text), say(text), write(), asides}: write() gives focus to the field, asides are topics that are none.
 */
export function underNewest(row, messages, words, chat) {
  const main = messages.find(({ type, topic, help }) => type === "answer" && topic && !chat.asides.includes(topic) && !help?.length);
  const asks = messages.some(({ type, suggestions }) => type === "question" && suggestions.length);
  globalThis.speechSynthesis?.cancel(); // what came before is not read on
  row.replaceChildren();
  row.hidden = !main || asks;
  if (row.hidden) return;
  const { malform } = words;
  row.lang = malform;
  row.setAttribute("aria-label", words.say("verktoy_om_svaret"));
  const simpler = main.title
    ? element("button", { type: "button", class: "tool", onclick: () => chat.ask(words.say("verktoy_enklere")) }, words.say("verktoy_enklere"))
    : null;
  const aloud = element("button", { type: "button", class: "tool icon-only", hidden: "" }, drawn("aloud"));
  row.append(element("div", { class: "tool-row" }, simpler, aloud, ...rating(row, main.topic, words, chat)));
  armReading(aloud, messages, words);
}
