// The dialog that changes the municipality; fetched when it is asked for.

import { places } from "./api.js";
import { element, icon } from "./dom.js";

/** Asks for the municipality; resolves to {number, name}, or null when it was left as it is. */
export function askPlace(words) {
  const input = element("input", { id: "place-text", autocomplete: "postal-code", "aria-describedby": "place-status", maxlength: 80, required: "" });
  const status = element("p", { class: "small", role: "status", id: "place-status" });
  const found = element("ul", { class: "rows" });
  const options = element("ul", { hidden: "" });
  const form = element(
    "form",
    {},
    element("label", { for: "place-text" }, words.say("ui_sted_sok")),
    element("div", { class: "with-button" }, input, element("button", { class: "button primary" }, words.say("ui_sted_finn"))),
    options,
  );
  const close = element("button", { type: "button", class: "button quiet", "aria-label": words.say("ui_lukk") }, icon("close"));
  const title = element("h2", { id: "place-title" }, words.say("ui_sted_tittel"));
  const dialog = element(
    "dialog",
    { class: "ask-place", "aria-labelledby": "place-title" },
    element("div", { class: "head" }, title, close),
    element("p", { class: "small" }, words.say("ui_sted_hvorfor")),
    form,
    status,
    found,
  );
  return new Promise((resolve) => {
    let chosen = null;
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => {
      dialog.remove();
      document.getElementById("place")?.focus();
      resolve(chosen);
    });
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      found.replaceChildren();
      const kommuner = await places(input.value).catch(() => null);
      if (kommuner?.length === 1 && named(input.value, kommuner[0])) return choose(kommuner[0]);
      input.setAttribute("aria-invalid", String(kommuner?.length === 0));
      status.textContent = told(kommuner, words);
      for (const kommune of kommuner ?? []) {
        const label = kommune.navn.includes("(") ? kommune.navn : `${kommune.navn} (${kommune.fylke})`;
        found.append(element("li", {}, element("button", { type: "button", class: "row", onclick: () => choose(kommune) }, element("span", {}, label), icon("next"))));
      }
    });
    const choose = (kommune) => settle({ number: kommune.nummer, name: kommune.navn });
    const settle = ({ number, name }) => {
      chosen = { number, name };
      dialog.close();
    };
    input.addEventListener("focus", () => import("./suggest.js").then(({ armPlace }) => armPlace(input, words, options, settle)).catch(() => {}), { once: true });
    document.body.append(dialog);
    dialog.showModal(); // the browser keeps focus inside and closes on Escape
    input.focus();
  });
}

/** Whether the municipality is what was written; a village or a misspelling is shown before it is used. */
const named = (text, { navn }) => /^\s*\d{4}\s*$/.test(text) || navn.toLowerCase().startsWith(text.trim().toLowerCase());

function told(kommuner, words) {
  if (!kommuner) return words.say("ui_sted_feil");
  if (kommuner.length === 1) return words.say("ui_sted_ett", kommuner[0].navn);
  return kommuner.length ? words.say("ui_sted_flere", kommuner.length) : words.say("ui_sted_ingen");
}
