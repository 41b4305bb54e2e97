// The log of the conversation: what was said, the replies below, and what may be tried again.

import { element } from "./dom.js";
import { mine, reply } from "./view.js";

const still = matchMedia("(prefers-reduced-motion: reduce)");
const behavior = () => (still.matches ? "auto" : "smooth");

export class Log {
  #node;
  #words;
  #live;
  #chat;

  /** `chat` is what cards can do: see view.js. */
  constructor(node, words, live, chat) {
    [this.#node, this.#words, this.#live, this.#chat] = [node, words, live, chat];
  }

  /** Adds what the person wrote or chose. */
  said(text) {
    const said = mine(text, this.#words);
    this.#node.append(said);
    return said;
  }

  /** Draws a reply below what was said; another message may stand below already. */
  answered(answers, said) {
    said.lang = answers.at(-1).language ?? answers.at(-1).malform;
    said.after(...reply(answers, this.#words, this.#chat));
  }

  /** The answers to questions that have been left are no longer to be pressed. */
  retire(card = this.#node) {
    for (const button of card.querySelectorAll("[data-kind=choice], [data-kind=steer]")) button.closest("ul, form").remove();
  }

  /** Says what went wrong, with a button that tries again. */
  tryAgain(text, act) {
    const again = element("button", { type: "button", class: "button" }, this.#words.say("ui_prov_igjen"));
    const note = this.note(text, again);
    again.addEventListener("click", () => {
      note.remove();
      act();
    });
  }

  /** Says what went wrong; said again, it is the newest. */
  note(text, ...more) {
    for (const old of this.#node.querySelectorAll(".failed")) if (!old.querySelector("button")) old.remove();
    const note = element("div", { class: "card failed", lang: this.#words.malform }, element("p", {}, text), ...more);
    this.#node.append(note);
    this.#live.say(text);
    note.scrollIntoView({ block: "nearest", behavior: behavior() });
    return note;
  }

  /** Says that the conversation goes on where it was, and that it is kept in this tab. */
  goesOn() {
    this.#node.append(element("p", { class: "restored", lang: this.#words.malform }, this.#words.say("ui_fortsatt")));
  }

  /** Scrolls what was said to the top, with room below, so that what came before it is out of view. */
  bring(said, how = behavior()) {
    const room = innerHeight - document.querySelector(".compose").offsetHeight - document.querySelector(".chat-top").offsetHeight - 12;
    const below = this.#node.getBoundingClientRect().bottom - said.getBoundingClientRect().top;
    this.#fill(room - below);
    said.scrollIntoView({ block: "start", behavior: how });
  }

  /** Shows the newest, at once. */
  toEnd() {
    const said = [...this.#node.querySelectorAll(".me")].at(-1);
    if (said) this.bring(said, "instant");
  }

  #fill(height) {
    this.#node.parentElement.querySelector(".fill").style.minHeight = `${Math.max(0, height)}px`;
  }

  /** Empties it, but for what is given. */
  clear(...left) {
    this.#node.replaceChildren(...left);
    this.#fill(0);
  }
}
