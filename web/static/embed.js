// Veivalg's loader: a button that opens the chat in a frame. No cookie, no storage, no request before it is opened.
(() => {
  const script = document.currentScript;
  const origin = new URL(script.src).origin;
  const texts = {
    nb: { open: "Spør Veivalg", close: "Lukk Veivalg", title: "Veivalg: spør om skole, fagbrev, Nav og jobb" },
    nn: { open: "Spør Veivalg", close: "Lukk Veivalg", title: "Veivalg: spør om skule, fagbrev, Nav og jobb" },
    en: { open: "Ask Veivalg", close: "Close Veivalg", title: "Veivalg: ask about school, work and Nav" },
  };
  const data = script.dataset;
  const malform = texts[data.malform] ? data.malform : "nb";
  const say = texts[malform];

  // A closed style world: the host page's rules do not reach in, and ours do not reach out.
  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet(); // constructed sheets are allowed by the strictest style-src
  sheet.replaceSync(`
    :host { all: initial; }
    button { font: 600 1rem/1.2 system-ui, sans-serif; color: var(--veivalg-text, #fff); background: var(--veivalg-accent, #0b5563); border: 2px solid #fff; cursor: pointer; }
    button:focus-visible { outline: 3px solid #b3470a; outline-offset: 2px; }
    .open { position: fixed; inset-inline-end: 1rem; bottom: 1rem; z-index: 2147483000; min-height: 3rem; padding: .6rem 1.2rem; border-radius: 2rem; }
    dialog { position: fixed; inset: auto; inset-inline-end: 1rem; bottom: 1rem; margin: 0; padding: 0; border: 1px solid #52595d; border-radius: .9rem; width: min(27rem, calc(100vw - 2rem)); height: min(44rem, calc(100dvh - 2rem)); overflow: hidden; background: #f6f4ef; }
    dialog::backdrop { background: rgb(0 0 0 / .35); }
    .close { position: absolute; inset-inline-end: .4rem; top: .4rem; z-index: 1; min-width: 2.75rem; min-height: 2.75rem; border-radius: 2rem; }
    iframe { border: 0; width: 100%; height: 100%; }
    @media (max-width: 30rem) { dialog { inset: 0; width: 100vw; height: 100dvh; max-width: none; max-height: none; border-radius: 0; } }
  `);
  root.adoptedStyleSheets = [sheet];
  const make = (tag, attributes) => Object.assign(document.createElement(tag), attributes);
  const open = make("button", { className: "open", type: "button", textContent: data.tekst || say.open });
  const dialog = make("dialog", {});
  dialog.setAttribute("aria-label", say.title);
  const close = make("button", { className: "close", type: "button", textContent: "×" });
  close.setAttribute("aria-label", say.close);
  dialog.append(close);
  root.append(open, dialog);
  host.lang = malform;

  let frame = null;
  function show({ tema = data.tema } = {}) {
    const query = new URLSearchParams({ m: malform, e: "1" });
    if (data.kommune) query.set("k", data.kommune);
    if (tema) query.set("tema", tema);
    const address = `${origin}/?${query}`;
    if (!frame) dialog.append((frame = make("iframe", { title: say.title, referrerPolicy: "no-referrer", allow: "" })));
    if (frame.src !== address) frame.src = address;
    if (!dialog.open) dialog.showModal(); // the browser keeps focus inside and gives it back
    host.dispatchEvent(new CustomEvent("veivalg:open", { bubbles: true, composed: true }));
  }
  open.addEventListener("click", () => show());
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    open.focus();
    host.dispatchEvent(new CustomEvent("veivalg:close", { bubbles: true, composed: true }));
  });
  addEventListener("message", (event) => {
    if (event.origin === origin && frame && event.source === frame.contentWindow && event.data === "veivalg:close") dialog.close();
  });
  const place = () => document.body.append(host);
  if (document.body) place();
  else addEventListener("DOMContentLoaded", place);
  window.Veivalg ??= { open: show, close: () => dialog.close() };
})();
