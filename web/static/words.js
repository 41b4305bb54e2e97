// The page's sentences in the language chosen.

export class Words {
  constructor(page) {
    this.malform = page.malform;
    this.chosen = false; // by the person: the language of a link is a beginning
    this.strings = page.strings;
  }

  say(key, ...parts) {
    return (this.strings[this.malform][key] ?? "").replace(/\{(\d)\}/g, (_, number) => parts[number]);
  }

  /** Fetches what is said only later, in the language of now; without a network it stays unsaid. */
  async more() {
    const { malform, strings } = this;
    if (strings[malform].verktoy_del) return;
    const text = await fetch(`/tekster?m=${malform}`).then((response) => response.text(), () => "");
    Object.assign(strings[malform], Object.fromEntries(text.split("\n").map((line) => line.split("\t"))));
  }

  has(key) {
    return key in this.strings[this.malform];
  }

  /** Today where the person is: 2026-11-23. */
  today() {
    const now = new Date();
    return new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  }

  /** A day as people write it: 23. november 2026. What is no full day is left as it is. */
  day(text) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
    const locale = { nb: "nb-NO", nn: "nn-NO", en: "en-GB" }[this.malform];
    return new Date(`${text}T12:00`).toLocaleDateString(locale, { day: "numeric", month: "long", year: "numeric" });
  }
}
