// The field one writes in: it grows with what is written, is sent by Enter, and is never behind the keyboard of a phone.

const MOST = 5000; // characters that the assistant takes; no `maxlength`, which cuts what is pasted without a word

/** Arms the form. `send(text)` is called with what was written, unless `busy()`; `tooLong(length, most)` when it is too much. Returns `clear()`. */
export function armWriting(form, input, busy, send, tooLong) {
  const compose = form.closest(".compose");
  const root = document.documentElement.style;
  const grow = () => {
    input.style.height = "auto";
    if (input.value) input.style.height = `${input.scrollHeight + 3}px`; // an example takes one line
  };
  const clear = () => {
    input.value = "";
    grow();
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = input.value.trim();
    if (!text) input.focus(); // there is nothing to send: one is shown where to write
    if (!text || busy()) return;
    if (text.length > MOST) return tooLong(text.length, MOST);
    clear();
    send(text);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing && !event.defaultPrevented && event.keyCode !== 229) {
      // 229: Safari for the Enter that ends a composed word
      event.preventDefault();
      form.requestSubmit();
    }
  });
  input.addEventListener("input", grow);
  new ResizeObserver(() => (root.scrollPaddingBottom = `${compose.offsetHeight + 12}px`)).observe(compose); // nothing with focus is hidden beneath
  const view = globalThis.visualViewport;
  const lift = () => root.setProperty("--v-keyboard", `${view.scale > 1 ? 0 : Math.max(0, Math.round(innerHeight - view.height - view.offsetTop))}px`);
  for (const name of ["resize", "scroll"]) view?.addEventListener(name, lift);
  return clear;
}
