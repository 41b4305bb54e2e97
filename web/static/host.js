// What a page that embeds the chat may tell it, and is told.

/** `forget()` erases the conversation; `open(goal)` opens a topic or a guide; `focus()` is called when the chat is opened. */
export function armHost({ forget, open, focus }) {
  addEventListener("message", ({ source, data }) => {
    if (source !== parent) return;
    if (data === "veivalg:forget") forget();
    if (data === "veivalg:focus") focus();
    if (data?.veivalg === "tema") open(data.tema);
  });
  parent.postMessage("veivalg:ready", "*");
}
