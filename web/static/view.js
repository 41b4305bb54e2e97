// Draws messages. Text only ever becomes text nodes.

export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

const safeUrl = (url) => (/^https:\/\//.test(url) ? url : null);
const HTML_LANG = { nb: "nb", nn: "nn", en: "en" };

/** A message of the assistant as a card. `press(suggestion, button)` is called when a button is pressed. */
export function card(message, say, press) {
  const help = message.topic === "krise";
  const heading = message.title ? element("h3", {}, message.title) : null;
  const node = element("div", { class: help ? "card help" : "card", lang: HTML_LANG[message.malform] }, heading);
  node.append(element("p", { class: "text" }, ...withPhones(message.text)));
  if (message.advice) node.append(element("p", { class: "advice" }, message.advice));
  for (const contact of message.contacts) node.append(contactCard(contact, say));
  if (message.say) node.append(fold(say("ui_ringe"), element("p", {}, message.say)));
  if (message.sources.length) node.append(fold(say("ui_kilder"), sourceList(message.sources, say)));
  if (message.suggestions.length) {
    const chips = message.suggestions.map((suggestion) => {
      const button = element("button", { type: "button", class: "chip" }, suggestion.title);
      button.addEventListener("click", () => press(suggestion, button));
      return element("li", {}, button);
    });
    node.append(element("ul", { class: "chips" }, ...chips));
  }
  return node;
}

/** What the person wrote or chose. */
export function mine(text, say) {
  return element("div", { class: "me" }, element("span", { class: "visually-hidden" }, `${say("ui_du_sa")}: `), text);
}

function fold(title, content) {
  return element("details", {}, element("summary", {}, title), content);
}

function sourceList(sources, say) {
  const items = sources.map((source) => {
    const url = source.url && safeUrl(source.url);
    const title = url ? element("a", { href: url, rel: "noreferrer", target: "_blank" }, source.title) : source.title;
    return element("li", {}, title, source.checked ? ` (${say("ui_sjekket", source.checked)})` : "");
  });
  return element("ul", {}, ...items);
}

function contactCard(contact, say) {
  const rows = [];
  const row = (name, value) => rows.push(element("dt", {}, name), element("dd", {}, value));
  if (contact.phone) row(say("ui_telefon"), element("a", { href: telephone(contact.phone) }, contact.phone));
  if (contact.email) row(say("ui_epost"), element("a", { href: `mailto:${contact.email}` }, contact.email));
  if (contact.address) row(say("ui_adresse"), contact.address);
  if (contact.hours) row(say("ui_tid"), contact.hours);
  const url = contact.url && safeUrl(contact.url);
  if (url) row(say("ui_nettside"), element("a", { href: url, rel: "noreferrer", target: "_blank" }, new URL(url).hostname));
  const finder = contact.finder_url && safeUrl(contact.finder_url);
  if (finder) rows.push(element("dt", {}, ""), element("dd", {}, element("a", { href: finder, rel: "noreferrer", target: "_blank" }, say("ui_finn"))));
  return element(
    "section",
    { class: "contact" },
    element("h4", {}, contact.name),
    element("dl", {}, ...rows),
    contact.note ? element("p", {}, contact.note) : null,
    element("p", { class: "fresh" }, [contact.level_text, contact.freshness].filter(Boolean).join(". ")),
    contact.say ? fold(say("ui_ringe"), element("p", {}, contact.say)) : null,
  );
}

const telephone = (phone) => `tel:${phone.replace(/[^0-9+]/g, "")}`;

/** Text with phone numbers as links: 116 111, 55 55 33 33, 113. */
function* withPhones(text) {
  const phones = /(?<![\d\u00a0])(?:\d{2}(?: \d{2}){3}|\d{3} \d{2} \d{3}|116 \d{3}|11[023])(?![\d\u00a0]| kr)/g;
  let at = 0;
  for (const match of text.matchAll(phones)) {
    if (match.index > at) yield text.slice(at, match.index);
    yield element("a", { href: telephone(match[0]) }, match[0]);
    at = match.index + match[0].length;
  }
  if (at < text.length) yield text.slice(at);
}
