// Tells screen readers what is new, once, after a pause: the log itself is not a live region (WCAG 4.1.3).

const PAUSE = 700; // milliseconds of quiet before anything is read
const READ = 3000; // after which it goes: a region that comes back into view, as when a dialog closes, would be read again

export class LiveRegion {
  #regions;
  #turn = 0;
  #timer = null;
  #waiting = [];

  constructor(first, second) {
    this.#regions = [first, second]; // two, used in turn, so that the same sentence is read again
  }

  /** What is said within one pause is read together, so that a reply does not cut off the choice before it. */
  say(text) {
    this.#waiting.push(text);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#regions[this.#turn].textContent = "";
      this.#turn = 1 - this.#turn;
      this.#regions[this.#turn].textContent = this.#waiting.join(" ");
      this.#waiting = [];
      this.#timer = setTimeout(() => this.hush(), READ);
    }, PAUSE);
  }

  /** What has been read goes; what waits stays. */
  hush() {
    for (const region of this.#regions) region.textContent = "";
  }

  clear() {
    clearTimeout(this.#timer);
    this.#waiting = [];
    this.hush();
  }
}
