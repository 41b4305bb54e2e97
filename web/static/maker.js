// The link maker and the embed maker: what is made follows what is chosen, so that nobody copies a line or prints a poster of something else.
// Without JavaScript one presses the button, and what was made says what it is of.

const PAUSE = 400; // milliseconds: arrow keys and letters pass through much that is not meant

/** Makes it anew whenever something is chosen or written. The page keeps its own language; only what is made changes. */
export function armMaker(form) {
  let timer, underWay;
  const make = async () => {
    underWay?.abort();
    underWay = new AbortController();
    const { pathname } = new URL(form.action);
    const chosen = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    const address = `${pathname}?${chosen}`;
    const text = await fetch(address, { signal: underWay.signal }).then((response) => (response.ok ? response.text() : Promise.reject(response.status)));
    show(new DOMParser().parseFromString(text, "text/html"));
    history.replaceState(history.state, "", address);
  };
  const soon = () => {
    clearTimeout(timer);
    stale(true);
    // What cannot be fetched is not shown as if it were of today's choices: the button loads the page.
    timer = setTimeout(() => make().then(() => stale(false), () => {}), PAUSE);
  };
  form.addEventListener("change", soon);
  form.addEventListener("input", soon);
  form.addEventListener("submit", () => clearTimeout(timer));
}

const made = (page) => page.querySelectorAll("[data-made]");

/** Until it is made anew nothing of it can be copied, opened or fetched. */
function stale(now) {
  for (const node of made(document)) node.closest("section").inert = now;
}

/** Takes over what is made, part by part: attributes by their names, and `html`. */
function show(page) {
  const fresh = [...made(page)];
  for (const [index, node] of [...made(document)].entries()) {
    for (const part of node.dataset.made.split(" ")) {
      if (part === "html") node.replaceChildren(...[...fresh[index].childNodes].map((child) => document.adoptNode(child)));
      else if (node.getAttribute(part) !== fresh[index].getAttribute(part)) node.setAttribute(part, fresh[index].getAttribute(part));
    }
  }
  for (const done of document.querySelectorAll("[data-done]")) done.textContent = "";
}
