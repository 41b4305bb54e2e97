// Leave fast: by the button, or by Escape three times. Nothing of the visit is left in the page or in our storage.

import { eraseKept } from "./store.js";

const WITHIN = 1500; // milliseconds in which three presses count

/** From inside a frame the whole page is left, where the browser and the page around it allow that; else what is ours. */
function leaveAll(href) {
  setTimeout(() => location.replace(href), 500);
  try {
    top.location.replace(href);
  } catch {
    location.replace(href);
  }
}

/**
 * Arms the button and the key.
 * `before()` erases what the page holds; `loader` is the window of a page that embeds us, which must be left instead of us.
 * `escape(event)` is told of each single press.
 */
export function armLeave(link, { before = () => {}, loader = null, escape = () => {} } = {}) {
  const pressed = [];
  const leave = () => {
    before();
    globalThis.speechSynthesis?.cancel(); // nothing is read on
    eraseKept();
    document.title = "…";
    document.body.replaceChildren();
    globalThis.caches?.delete("veivalg-read").catch(() => {});
    const { href } = link;
    if (self === top) return location.replace(href);
    loader?.postMessage("veivalg:leave", "*");
    setTimeout(() => leaveAll(href), 300); // a page without our loader answers nothing
  };
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.repeat) return;
    pressed.push(event.timeStamp);
    if (pressed.length >= 3 && event.timeStamp - pressed.at(-3) < WITHIN) leave();
    else escape(event);
  });
  return leave;
}
