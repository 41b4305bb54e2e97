// Hard words in an answer: pressed, each is explained below the paragraph. Without this script the page /ord has them all.

import { element } from "./dom.js";

let number = 0; // each explanation has an id of its own

/** Makes the first of each hard word in a text a link that explains it. `say(text)` tells screen readers. */
export function pressable(text, message, words, say) {
  for (const { word, text: told, forms } of message.words) {
    const found = firstOf(text, forms);
    if (!found) continue;
    const { node, at, form } = found;
    const after = node.splitText(at);
    after.nodeValue = after.nodeValue.slice(form.length);
    after.before(term(text, form, word, told, words, say));
  }
}

/** Where one of the forms first stands as a whole word in what is not a link: {node, at, form}. */
function firstOf(text, forms) {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest("a")) continue;
    for (const form of forms) {
      for (let at = node.nodeValue.indexOf(form); at >= 0; at = node.nodeValue.indexOf(form, at + 1)) {
        const around = [node.nodeValue[at - 1], node.nodeValue[at + form.length]];
        if (!around.some((letter) => letter && /[\p{L}\p{N}-]/u.test(letter))) return { node, at, form };
      }
    }
  }
  return null;
}

function term(text, form, word, told, words, say) {
  const id = `term-${(number += 1)}`;
  const link = element("a", { class: "term", href: `/ord${words.malform === "nb" ? "" : `?m=${words.malform}`}`, "aria-expanded": "false" }, form);
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const open = document.getElementById(id);
    link.setAttribute("aria-expanded", String(!open));
    if (open) return open.remove();
    const last = [...text.parentElement.querySelectorAll(":scope > .meaning")].at(-1) ?? text;
    last.after(element("p", { class: "meaning", id }, element("strong", {}, `${word}: `), told));
    say(`${word}: ${told}`);
  });
  return link;
}
