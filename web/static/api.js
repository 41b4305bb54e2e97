// Talks to the assistant. Holds the session; store.js keeps it.

const PATIENCE = 20000; // milliseconds

/** One conversation. Its messages are sent one after another, in the order they were given. */
export class Conversation {
  #id = newId(); // chosen here, so that the conversation can be erased before it is first answered
  #answered = false;
  #sent = false;
  #last = Promise.resolve();
  #context = {};
  erasing = false;
  erased = false; // the last message asked to erase the conversation, and it was
  #underWay = null;

  /** Goes on with a conversation that was kept: {id, answered}. */
  constructor(kept = null) {
    if (!kept) return;
    this.#id = kept.id;
    this.#answered = kept.answered;
    this.#sent = true;
  }

  /** What is needed to go on with it later. */
  get kept() {
    return { id: this.#id, answered: this.#answered };
  }

  /** What the page knows (kommune, malform). It is told with the first message only: later the person may say otherwise. */
  set context(values) {
    this.#context = Object.fromEntries(Object.entries(values).filter(([, value]) => value));
  }

  /** Something has been sent: what the page learns from now on must be told. */
  get begun() {
    return this.#sent;
  }

  /** Sends one message: {text} or {payload}. Returns the messages of the reply; throws ApiError or a network error. */
  send(message) {
    this.#sent = true;
    const answer = this.#last.then(() => this.#exchange(message));
    this.#last = answer.catch(() => {});
    return answer;
  }

  /** Erases the conversation where it is kept, also one whose first answer is still on its way. Throws when that is not sure. */
  async forget() {
    this.erasing = true;
    this.#underWay?.abort();
    const erase = () => fetch(`/api/chat/${this.#id}`, { method: "DELETE", keepalive: true });
    const erased = !this.#sent || (await erase().catch(() => null))?.ok || (await erase().catch(() => null))?.ok;
    this.erasing = Boolean(erased);
    if (!erased) throw new ApiError();
  }

  async #exchange(message) {
    let response = await this.#post(message);
    if (response.status === 404 && this.#answered) {
      this.#answered = false; // the conversation has expired: begin anew
      this.#id = newId();
      response = await this.#post(message);
    }
    const data = await response.json();
    if (!response.ok) throw new ApiError(data.error.message);
    this.#answered = data.session !== null;
    this.erased = data.session === null;
    this.#id = data.session ?? newId();
    return data.messages;
  }

  #post(message) {
    this.#underWay = new AbortController();
    const body = this.#answered ? { session: this.#id, ...message } : { begin: this.#id, ...message, context: this.#context };
    return fetch("/api/chat", {
      method: "POST",
      headers: { "Content-Type": "application/json", "Accept-Language": document.documentElement.lang },
      body: JSON.stringify(body),
      signal: patience(this.#underWay),
    });
  }
}

/** A signal that ends a request which takes too long (AbortSignal.timeout is too new for Safari 15). */
function patience(controller = new AbortController()) {
  setTimeout(() => controller.abort(), PATIENCE);
  return controller.signal;
}

/** 128 random bits in URL-safe base64. */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The assistant answered with a sentence about what was wrong. */
export class ApiError extends Error {}

/** The municipalities that a text may mean: [{nummer, navn, fylke}]. */
export async function places(text) {
  const response = await fetch(`/api/places?q=${encodeURIComponent(text)}`, { signal: patience() });
  if (!response.ok) throw new ApiError();
  return (await response.json()).kommuner;
}

/** What a host page names, a topic («kvp») or a guide («guide.hvilken_rett»), as {payload, title}; null when there is no such. */
export async function goalNamed(goal, words) {
  const guide = /^guide\.([a-z_]+)$/.exec(goal)?.[1];
  if (guide && words.has(`start_guide_${guide}`)) return { payload: `/dialog_guide{"guide": "${guide}"}`, title: words.say(`start_guide_${guide}`) };
  const response = await fetch(`/api/topics?m=${words.malform}`, { signal: patience() });
  const { topics } = await response.json();
  const title = topics.find(({ id }) => id === goal)?.title;
  return title ? { payload: `/${goal}`, title } : null;
}
