// What a page that embeds the chat may tell it, and is told.

/**
 * The window of the page's loader, or null when the chat is a page of its own.
 * `forget()` erases the conversation; `open(goal)` opens a topic or a guide; `focus()` is called when the chat is opened.
 */
export function armHost(embedded, { forget, open, focus }) {
  if (!embedded || parent === self) return null;
  addEventListener("message", ({ source, data }) => {
    if (source !== parent) return;
    if (data === "veivalg:forget") forget();
    if (data === "veivalg:focus") focus();
    if (data?.veivalg === "tema") open(data.tema);
  });
  parent.postMessage("veivalg:ready", "*");
  return parent;
}
