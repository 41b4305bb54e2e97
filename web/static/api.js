// Talks to the assistant. Holds the session; keeps nothing on the device.

const PATIENCE = 20000; // milliseconds

export class Conversation {
  #session = null;
  #context = {};

  /** What the page knows (kommune, malform). It is told with the first message only: later the person may say otherwise. */
  set context(values) {
    this.#context = Object.fromEntries(Object.entries(values).filter(([, value]) => value));
  }

  get begun() {
    return this.#session !== null;
  }

  /** Sends one message: {text} or {payload}. Returns the messages of the reply; throws ApiError or a network error. */
  async send(message) {
    let response = await this.#post(message, this.#session);
    if (response.status === 404) response = await this.#post(message, null); // the conversation has expired: begin anew
    const data = await response.json();
    if (!response.ok) throw new ApiError(data.error.message);
    this.#session = data.session;
    return data.messages;
  }

  /** Erases the conversation where it is kept. Works while the page is being left, too. */
  async forget() {
    const session = this.#session;
    this.#session = null;
    if (session) await fetch(`/api/chat/${session}`, { method: "DELETE", keepalive: true });
  }

  #post(message, session) {
    const body = session ? { session, ...message } : { session, ...message, context: this.#context };
    return fetch("/api/chat", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE),
    });
  }
}

/** The assistant answered with a sentence about what was wrong. */
export class ApiError extends Error {}

/** The municipalities that a text may mean: [{nummer, navn, fylke}]. */
export async function places(text) {
  const response = await fetch(`/api/places?q=${encodeURIComponent(text)}`, { signal: AbortSignal.timeout(PATIENCE) });
  if (!response.ok) throw new ApiError();
  return (await response.json()).kommuner;
}

/** The title of a topic, or null. */
export async function topicTitle(topic, malform) {
  const response = await fetch(`/api/topics?m=${malform}`, { signal: AbortSignal.timeout(PATIENCE) });
  const { topics } = await response.json();
  return topics.find(({ id }) => id === topic)?.title ?? null;
}
