// Makes elements. Text only ever becomes text nodes.

export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

const SVG = "http://www.w3.org/2000/svg";

/** A picture from the page's sprite; says nothing to screen readers. */
export function icon(name) {
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("class", "icon");
  picture.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#i-${name}`);
  picture.append(use);
  return picture;
}

export const hidden = (text) => element("span", { class: "visually-hidden" }, text);

/** A part that unfolds. */
export function fold(title, ...content) {
  return element("details", { class: "fold" }, element("summary", {}, title), ...content);
}

/** A web address that may be followed, or null: never `javascript:`. */
export const webAddress = (url) => (url && /^https?:\/\//.test(url) ? url : null);

/** A title with soft hyphens where long Norwegian compounds are joined. */
export const soft = (title) => title.replace(/[\p{L}]{4}(?:ings|anse|elses|heits|hets)(?=[\p{L}]{5})/gu, "$&\u00ad");

export const telephone = (phone) => `tel:${phone.replace(/[^0-9+]/g, "")}`;

/** A link to another site; it opens beside the conversation, and says so. */
export function outside(url, words, attributes, ...content) {
  return element("a", { ...attributes, href: url, rel: "noreferrer", target: "_blank" }, ...content, hidden(` (${words.say("ui_ny_fane")})`));
}

/** A style sheet that is needed only now; resolves when it is there. */
export function styled(name) {
  const link = element("link", { rel: "stylesheet", href: new URL(name, import.meta.url).href });
  document.head.append(link);
  return new Promise((resolve) => (link.onload = link.onerror = resolve));
}
