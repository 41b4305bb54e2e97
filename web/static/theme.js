// A host page's colour, mended until it can be read (WCAG 1.4.3): the hue stays, the lightness moves.

const NEEDED = 4.8; // a little above 4.5, since tints lie under some texts

const channels = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
const linear = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

/** Relative luminance of [r, g, b], 0–255 each. */
function luminance(colour) {
  const [red, green, blue] = colour.map((value) => linear(value / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** The colour, moved towards an end (black or white) until it stands out from the ground. */
export function readable(colour, ground, end) {
  for (let part = 0; part <= 1; part += 0.02) {
    const moved = colour.map((value) => Math.round(value + (end - value) * part));
    if (contrast(moved, ground) >= NEEDED) return moved;
  }
  return [end, end, end];
}

const css = (colour) => `rgb(${colour.join(" ")})`;
const rule = (accent) => `--v-accent: ${css(accent)}; --v-accent-text: ${contrast(accent, [255, 255, 255]) >= 4.5 ? "#fff" : "#000"};`;

/** Uses `#rrggbb` for what can be pressed, in light and dark. The grounds are the palest and darkest of veivalg.css. */
export function useAccent(hex) {
  const light = readable(channels(hex), channels("#e2eeec"), 0);
  const dark = readable(channels(hex), channels("#21363b"), 255);
  const sheet = document.querySelector("link[rel=stylesheet]").sheet; // sheets made by a script are too new for Safari 15
  const add = (text) => sheet.insertRule(text, sheet.cssRules.length);
  add(`@media screen { :root { ${rule(light)} --v-me: var(--v-accent); --v-me-text: var(--v-accent-text); } }`); // paper is black and white
  add(`@media screen and (prefers-color-scheme: dark) { :root { ${rule(dark)} } }`);
}
