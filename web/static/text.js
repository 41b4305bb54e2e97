// Text with what can be opened or called as links: vigo.no, nav.no/klage, 116 111, 55 55 33 33, 113.

import { element, outside, telephone } from "./dom.js";

// The patterns are those of sites.py and render.py. What may not stand before a match is looked for here: older Safari cannot look behind.
const ADDRESS = new RegExp(String.raw`(?:[A-Za-z0-9-]+\.)+(?:no|com|org)(?:/[A-Za-z0-9/_-]*[A-Za-z0-9])?(?![\w@])`, "g");
const PHONE = new RegExp(String.raw`(?:\d{2}(?: \d{2}){3}|\d{3} \d{2} \d{3}|116 \d{3}|11[023])(?![\w\u00a0]| kr)`, "g");
const NOT_BEFORE_ADDRESS = /[\wæøåÆØÅ@./-]$/;
const NOT_BEFORE_PHONE = /[\d\u00a0]$|§ $/;

/** The parts of a text: strings, and links. */
export function* linked(text, words) {
  for (const [part, address] of split(text, ADDRESS, NOT_BEFORE_ADDRESS)) {
    if (address) yield outside(webOf(part), words, { class: "site" }, part);
    else for (const [piece, phone] of split(part, PHONE, NOT_BEFORE_PHONE)) yield phone ? element("a", { class: "tel", href: telephone(piece) }, piece) : piece;
  }
}

/** The first web address in a text, as it is written there; null when there is none. */
export const firstAddress = (text) => [...split(text, ADDRESS, NOT_BEFORE_ADDRESS)].find(([, address]) => address)?.[0] ?? null;

/** What the browser opens for an address in prose. */
export function webOf(address) {
  const [site, ...path] = address.split("/");
  return `https://${[site.toLowerCase(), ...path].join("/")}`;
}

/** The text in pieces: [piece, whether it matches]. */
function* split(text, pattern, notBefore) {
  let at = 0;
  pattern.lastIndex = 0;
  for (let match; (match = pattern.exec(text)); ) {
    const before = text.slice(0, match.index);
    if (notBefore.test(before)) {
      pattern.lastIndex = match.index + 1;
      continue;
    }
    if (match.index > at) yield [text.slice(at, match.index), false];
    yield [match[0], true];
    at = pattern.lastIndex = match.index + match[0].length;
  }
  if (at < text.length) yield [text.slice(at), false];
}
