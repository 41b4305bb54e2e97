// The conversation, kept in this tab (sessionStorage): it outlives a reload, «back» and a tab that the phone put away,
// and is gone when the tab is closed, when it is deleted, when it has expired, and by «Forlat siden raskt».

const KEY = "veivalg";
const MOST = 60; // turns that are kept

/** What was kept: {id, answered, place, malform, chosen, turns, draft}; null when there is nothing, or it has expired. */
export function kept() {
  try {
    const data = JSON.parse(sessionStorage.getItem(KEY));
    if (data && data.until > Date.now()) return data;
  } catch {
    // a browser may refuse all storage: then nothing was kept
  }
  forgetKept();
  return null;
}

/** Keeps it for as long as the conversation is kept where it is answered. */
export const keep = ({ turns, ...rest }, hours) => write({ ...rest, turns: turns.slice(-MOST), until: Date.now() + hours * 3600000 });

/** Keeps something more with the conversation that is kept, no longer than it. */
export function keepAlong(more) {
  const before = kept();
  if (before) write({ ...before, ...more });
}

function write(data) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(data));
  } catch {
    forgetKept(); // refused, or full: rather nothing than something old
  }
}

export function forgetKept() {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // nothing to forget
  }
}

/** For pages that do not hold the conversation themselves: forgets it here, and erases it where it is answered. */
export function eraseKept() {
  const id = kept()?.id;
  forgetKept();
  if (id) fetch(`/api/chat/${id}`, { method: "DELETE", keepalive: true }).catch(() => {});
}
