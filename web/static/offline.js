// Lets topic pages that were read, and the emergency numbers, be read again without a network.

export function readOffline() {
  const version = import.meta.url.match(/\/static\/([^/]+)\//)[1];
  globalThis.navigator.serviceWorker?.register(`/sw.js?v=${version}`).catch(() => {});
}
