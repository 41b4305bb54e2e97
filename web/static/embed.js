// Veivalg's loader: a button that opens the chat in a frame. No cookie, no storage, no request before it is opened.
// <script src="https://HOST/embed.js" data-kommune data-malform data-tema data-tekst data-farge data-plass data-id async></script>
(() => {
  const script = document.currentScript ?? document.querySelector('script[src*="/embed.js"]');
  const { origin } = new URL(script.src);
  const data = { ...script.dataset };
  const NAME = "Veivalg";
  // Where «Forlat siden raskt» leads.
  const EXIT = "https://www.yr.no/";
  const texts = {
    nb: ["Spør Veivalg", "Lukk", "Veivalg kan ikke vises her. Åpne i en egen fane."],
    nn: ["Spør Veivalg", "Lukk", "Veivalg kan ikkje visast her. Opne i ei eiga fane."],
    en: ["Ask Veivalg", "Close", "Veivalg cannot be shown here. Open in a new tab."],
  };
  const api = (window.Veivalg ??= {
    chats: [],
    /** {tema, kommune, malform, id}: opens the chat with this data-id; without one, the first. */
    open: (wish = {}) => (api.chats.find((chat) => chat.id === wish.id) ?? api.chats[0]).show(wish),
    /** Opens it and says a text for the person. */
    send: (text, wish) => api.open({ tema: "", ...wish, text }),
    close: () => api.chats.forEach((chat) => chat.dialog.close()),
  });

  // A page that swaps its content runs the same line again: one chat for one line.
  const key = JSON.stringify(data);
  const known = api.chats.find((chat) => chat.key === key);
  if (known) return known.host.isConnected || known.place(script);

  const lang = document.documentElement.lang.slice(0, 2);
  const malform = texts[data.malform] ? data.malform : texts[lang] ? lang : "nb";
  const [ask, shut, refused] = texts[malform];
  const make = (tag, values) => Object.assign(document.createElement(tag), values);

  // A closed style world: with !important in :host not even a host page's !important reaches in.
  const host = make("veivalg-chat", { role: "complementary", ariaLabel: NAME, lang: malform });
  if (data.farge) host.style.setProperty("--veivalg-accent", data.farge);
  host.style.setProperty("--n", api.chats.filter((chat) => chat.floats).length);
  const root = host.attachShadow({ mode: "open" });
  const css = `
    :host { all: initial !important; display: block !important; }
    * { box-sizing: border-box; font: 1em/1.3 system-ui, sans-serif; }
    button { font-weight: 600; color: #fff; background: var(--veivalg-accent, #0b5563); border: 2px solid #fff; cursor: pointer; min-height: 2.9em; padding: .6em 1.2em; border-radius: 1.5em; }
    :focus-visible { outline: 3px solid #1f2a2d; outline-offset: 1px; box-shadow: 0 0 0 7px #fff; }
    .float, dialog { position: fixed; z-index: var(--veivalg-z, 2147483000); }
    .float { inset-inline-end: var(--veivalg-side, 1em); bottom: calc(var(--veivalg-bottom, 1em) + var(--n) * 3.6em); max-width: calc(100vw - 2em); box-shadow: 0 2px 12px #0005; }
    dialog { inset: auto; inset-inline-end: 1em; bottom: 1em; margin: 0; padding: 0; border: 1px solid; border-radius: 1em; width: min(27em, calc(100vw - 2em)); height: min(46em, calc(100dvh - 2em)); max-width: none; max-height: none; overflow: hidden; background: #f8f4ec; box-shadow: 0 4px 30px #0006; }
    dialog[open] { display: flex; flex-direction: column; }
    dialog::backdrop { background: #0006; }
    .bar { display: flex; align-items: center; justify-content: space-between; padding: .2em .3em .2em 1em; }
    .bar button { border: 0; }
    span { font-weight: 700; }
    iframe { border: 0; width: 100%; flex: 1; visibility: hidden; }
    a { padding: 1em; color: #0b5563; }
    @media (max-width: 30em), (max-height: 30em) { dialog { inset: 0; width: 100vw; height: 100dvh; border: 0; border-radius: 0; } }
  `;
  try {
    // Constructed sheets are allowed by the strictest style-src.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Safari before 16.4 has none.
    root.append(make("style", { textContent: css }));
  }

  const button = make("button", { type: "button", className: "float", ariaHasPopup: "dialog", textContent: data.tekst || ask });
  const dialog = make("dialog", { ariaLabel: NAME });
  const bar = make("div", { className: "bar" });
  const close = make("button", { type: "button", textContent: shut });
  bar.append(make("span", { textContent: NAME }), close);
  dialog.append(bar);
  root.append(button, dialog);

  /** Black or white on the colour, whichever is read best: one of them always has contrast 4.5 : 1. */
  function paint() {
    const colour = (getComputedStyle(button).backgroundColor.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
    // 2.2 is off by less than what lies between 4.58, the least of the better of the two, and 4.5.
    const light = colour.map((value) => (value / 255) ** 2.2);
    const dark = 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2] < 0.179;
    for (const part of [button, close, bar]) part.style.color = dark ? "#fff" : "#000";
    bar.style.background = `rgb(${colour})`;
    return colour.map((value) => Math.round(value).toString(16).padStart(2, "0")).join("");
  }

  const tell = (event) => host.dispatchEvent(new CustomEvent(`veivalg:${event}`, { bubbles: true, composed: true }));
  let frame, ready, waiting;
  const later = [];
  const post = (said) => (ready ? frame.contentWindow.postMessage(said, origin) : later.push(said));
  function show({ tema = data.tema, kommune = data.kommune, malform: m = malform, text } = {}) {
    if (!host.isConnected) place();
    if (!frame) {
      const query = new URLSearchParams({ e: 1, m, c: paint() });
      if (kommune) query.set("k", kommune);
      if (tema) query.set("tema", tema);
      frame = make("iframe", { title: NAME, referrerPolicy: "no-referrer", src: `${origin}/?${query}` });
      // The chat says that it is ready before its page has loaded.
      frame.addEventListener("load", () => setTimeout(() => ready || refuse(), 600));
      dialog.append(frame);
      document.addEventListener("keydown", (event) => event.key === "Escape" && !event.repeat && escape());
    } else if (tema && tema !== waiting) post({ tema });
    waiting = tema || waiting;
    if (text) post({ text });
    // Beside the page where there is room; else over it, where the browser keeps focus inside.
    if (!dialog.open) matchMedia("(min-width: 48em) and (min-height: 30em)").matches ? dialog.show() : dialog.showModal();
    focus();
    tell("open");
  }

  function focus() {
    if (!ready) return;
    frame.focus();
    post("veivalg:focus");
  }

  /** The frame is not allowed here (frame-ancestors), or did not come: say so, and show another way. */
  function refuse() {
    const link = (href, textContent) => make("a", { href, target: "_blank", rel: "noopener", textContent });
    const way = link(frame.src.replace("e=1&", ""), refused);
    frame.replaceWith(way, link(`${origin}/bygg-inn?m=${malform}#tillatt`, `${NAME}: bygg inn`));
    way.focus();
  }

  const pressed = [];
  function escape() {
    dialog.close();
    pressed.push(performance.now());
    if (pressed.length > 2 && pressed.at(-1) - pressed.at(-3) < 1500) leave();
  }
  function leave() {
    if (ready) post("veivalg:forget");
    document.title = "…";
    document.documentElement.style.visibility = "hidden";
    // The frame erases the conversation meanwhile.
    setTimeout(() => location.replace(EXIT), 150);
  }

  button.addEventListener("click", () => show());
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    button.focus();
    tell("close");
  });
  const told = {
    "veivalg:ready"() {
      ready = true;
      frame.style.visibility = "visible";
      later.splice(0).forEach(post);
      if (dialog.open) focus();
    },
    "veivalg:leave": leave,
    "veivalg:escape": escape,
  };
  addEventListener("message", ({ origin: from, source, data: said }) => {
    if (frame && source === frame.contentWindow && from === origin) told[said]?.();
  });

  function place(line = script) {
    const here = data.plass === "her" && line.isConnected;
    button.classList.toggle("float", !here);
    // The top layer: a transform or an overlay of the host page cannot move or cover the button.
    if (!here) host.popover = "manual";
    if (here) line.after(host);
    else document.body.append(host);
    if (!here) host.showPopover?.();
    paint();
  }
  api.chats.push({ key, id: data.id, host, dialog, show, place, floats: data.plass !== "her" });
  if (document.body) place();
  else addEventListener("DOMContentLoaded", () => place());
  // A style sheet of the host page may have come.
  addEventListener("load", paint);
  tell("ready");
})();
