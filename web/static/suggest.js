// Suggestions while somebody writes: questions and places, from one small file that is the same for everyone. Nothing that is
// being written is sent. Nothing is chosen unless the arrow keys or a finger choose it, so writing freely goes on as before.

import { element } from "./dom.js";

const MOST = 4;
// Whoever has written more than this is telling a story.
const LONGEST = 60;

const files = {};

// By language: {topics: [{title, payload}], places: [{title, number, name}]}; nothing when it cannot be fetched.
const suggested = (malform) =>
  (files[malform] ??= fetch(`/forslag?m=${malform}`)
    .then((response) => response.text())
    .then(read, () => ((files[malform] = null), { topics: [], places: [] })));

// Topics, an empty line, municipalities: the number of each is told as the step from the one before (bot/web/pages/hints.py).
function read(text) {
  const [topics, places] = text.split("\n\n");
  let last = 0;
  return {
    topics: topics.split("\n").map((line) => line.split("\t")).map(([id, title]) => ({ title, payload: `/${id}` })),
    places: places.split("|").map((item) => {
      const [, step, name] = /(\d*)(.*)/.exec(item);
      last += +(step || 1);
      return { title: name, number: `${last}`.padStart(4, "0"), name };
    }),
  };
}

const wordsOf = (text) => text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];

// The items whose title goes on from what is written, the best first.
function fitting(text, items) {
  const typed = wordsOf(text).filter(({ length }) => length > 2);
  const begun = ({ title }) => typed.filter((word) => wordsOf(title).some((other) => other.startsWith(word)));
  const going = text.length > LONGEST ? [] : items.filter((item) => begun(item).includes(typed.at(-1)));
  return going.sort((one, other) => begun(other).length - begun(one).length || one.title.length - other.title.length);
}

// Options at a field: a combobox with a list (WAI-ARIA); a field of several lines may not be one, and names its list.
// `find(text, suggested)` gives the options, `choose(option)` takes one, `told(count)` is called when there are some.
function armList(input, words, list, find, choose, told) {
  const id = `${input.id}-list`;
  const single = input.type !== "textarea";
  let [options, at, asked] = [[], -1, 0];
  const mark = (index) => {
    at = index < options.length ? index : -1;
    [...list.children].forEach((node, place) => node.setAttribute("aria-selected", place === at));
    input.setAttribute("aria-activedescendant", at < 0 ? "" : `${id}-${at}`);
  };
  const show = (found) => {
    if (found.length && !options.length) told?.(found.length);
    options = found;
    list.hidden = !found.length;
    list.setAttribute("aria-label", words.say("verktoy_forslag"));
    if (single) input.setAttribute("aria-expanded", !list.hidden);
    list.replaceChildren(...found.map((option, place) => element("li", { role: "option", id: `${id}-${place}`, onpointerdown: (event) => event.preventDefault(), onclick: () => pick(option) }, option.title)));
    mark(-1);
  };
  const close = () => show([], (asked += 1));
  const pick = (option) => choose(option, close());
  const look = async () => {
    const turn = (asked += 1);
    await words.more();
    const found = find(input.value, await suggested(words.malform)).slice(0, MOST);
    if (turn === asked && document.activeElement === input) show(found);
  };
  const keys = {
    ArrowDown: () => mark(at + 1),
    ArrowUp: () => mark(at < 0 ? options.length - 1 : at - 1),
    Escape: close,
    Enter: () => pick(options[at]),
  };
  // Before the field itself hears of the key, and sends.
  input.form.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (target !== input || event.isComposing || !options.length || !keys[key] || (key === "Enter" && at < 0)) return;
    event.preventDefault();
    keys[key]();
  }, true);
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", id);
  if (single) input.setAttribute("role", "combobox");
  list.setAttribute("role", "listbox");
  list.className = "options";
  list.id = id;
  input.form.addEventListener("submit", close);
  input.addEventListener("blur", close);
  input.addEventListener("input", look);
  look(close());
}

/** The field one asks in. `known()`: more to suggest, [{title, payload}]; `send(option)` sends one; `say(text)` tells screen readers. */
export function armAsking(input, words, known, send, say) {
  const list = element("ul");
  input.form.prepend(list);
  const find = (text, { topics }) => fitting(text, [...known(), ...topics]);
  armList(input, words, list, find, send, (count) => say(words.say("verktoy_forslag_antall", count)));
}

/** The field one names a municipality in; `choose({number, name})` is called. */
export function armPlace(input, words, list, choose) {
  const find = (text, { places }) => (text.trim()[1] ? places.filter(({ name }) => name.toLowerCase().startsWith(text.trim().toLowerCase())) : []);
  armList(input, words, list, find, choose);
}
