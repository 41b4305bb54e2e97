const log = document.getElementById("log");
let session = null;
async function send(body, shown) {
  add("me", shown);
  const response = await fetch("/api/chat", {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ session, ...body }),
  });
  const data = await response.json();
  if (!response.ok) return add("bot", data.error.message);
  session = data.session;
  for (const message of data.messages) {
    const card = add("bot", (message.title ? message.title + "\n" : "") + message.text);
    for (const contact of message.contacts) card.append(Object.assign(document.createElement("p"), { textContent: [contact.name, contact.phone, contact.url].filter(Boolean).join(" · ") }));
    for (const s of message.suggestions) {
      const button = Object.assign(document.createElement("button"), { textContent: s.title, type: "button" });
      button.onclick = () => send({ payload: s.payload }, s.title);
      card.append(button);
    }
  }
}
function add(who, text) {
  const p = Object.assign(document.createElement("div"), { className: who });
  p.append(Object.assign(document.createElement("p"), { textContent: text }));
  log.append(p);
  p.scrollIntoView();
  return p;
}
document.getElementById("form").onsubmit = (event) => {
  event.preventDefault();
  const input = document.getElementById("text");
  const text = input.value;
  input.value = "";
  send({ text }, text);
};
