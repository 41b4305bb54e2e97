// Talks to the assistant. Holds the session; keeps nothing on the device.

export class Conversation {
  #session = null;
  #context;

  constructor(context) {
    this.#context = context;
  }

  set malform(value) {
    this.#context = { ...this.#context, malform: value };
  }

  /** Sends one message: {text} or {payload}. Returns the messages of the reply; throws ApiError or a network error. */
  async send(message) {
    const context = Object.fromEntries(Object.entries(this.#context).filter(([, value]) => value));
    const body = { session: this.#session, ...message, context };
    let response = await this.#post(body);
    if (response.status === 404) response = await this.#post({ ...body, session: null }); // expired: begin anew
    const data = await response.json();
    if (!response.ok) throw new ApiError(data.error.message);
    this.#session = data.session;
    return data.messages;
  }

  /** Erases the conversation where it is kept. */
  async forget() {
    const session = this.#session;
    this.#session = null;
    if (session) await fetch(`/api/chat/${session}`, { method: "DELETE", keepalive: true });
  }

  #post(body) {
    return fetch("/api/chat", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(20000),
    });
  }
}

/** The assistant answered with a sentence about what was wrong. */
export class ApiError extends Error {}
