// Tells screen readers what is new, once, after a pause: the log itself is not a live region (WCAG 4.1.3).

const PAUSE = 700;

export class LiveRegion {
  #regions;
  #turn = 0;
  #timer = null;

  constructor(first, second) {
    this.#regions = [first, second]; // two, used in turn, so that the same sentence is read again
  }

  say(text) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#regions[this.#turn].textContent = "";
      this.#turn = 1 - this.#turn;
      this.#regions[this.#turn].textContent = text;
    }, PAUSE);
  }
}
