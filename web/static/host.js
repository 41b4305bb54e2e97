// What a page that embeds the chat may tell it, and is told.

/** `forget()` erases the conversation; `open(goal)` opens a topic or a guide; `send(text)` says it for the person; `focus()` is called when the chat is opened. */
export function armHost({ forget, open, send, focus }) {
  addEventListener("message", ({ source, data }) => {
    if (source !== parent) return;
    if (data === "veivalg:forget") forget();
    if (data === "veivalg:focus") focus();
    if (data?.tema) open(data.tema);
    if (data?.text) send(String(data.text).trim());
  });
  parent.postMessage("veivalg:ready", "*");
}
