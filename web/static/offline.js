// Lets topic pages that were read, answers that were got in the chat, and the emergency numbers be read again without a network.

export function readOffline() {
  const version = import.meta.url.match(/\/static\/([^/]+)\//)[1];
  globalThis.navigator.serviceWorker?.register(`/sw.js?v=${version}`).catch(() => {});
}

/** Pages are kept as if they had been read; not where the person saves data. */
export async function keepRead(paths) {
  if (!paths.length || navigator.connection?.saveData) return;
  const worker = (await navigator.serviceWorker?.ready)?.active;
  for (const path of paths) worker?.postMessage({ keep: path });
}

/** What has been read is forgotten. */
export const forgetRead = () => globalThis.caches?.delete("veivalg-read").catch(() => {});
