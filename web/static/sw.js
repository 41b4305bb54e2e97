// Keeps what must be readable without a network: the emergency numbers, and topic pages once read.
// Nothing of the person: no conversation (/api is never touched), and a page is kept as anyone gets it, without the
// municipality in its address. What was read is forgotten when the page is left by «Forlat siden raskt».

const version = new URL(location).searchParams.get("v");
const ALWAYS = `veivalg-${version}`;
const READ = "veivalg-read";
const OFFLINE = ["/frakoblet", "/frakoblet?m=nn", "/frakoblet?m=en"];
const PARTS = ["veivalg.css", "icon.svg", "page.js", "leave.js", "store.js", "offline.js"].map((name) => `/static/${version}/${name}`);
const PAGES = /^\/(t\/[a-z_]+|svar|ord|personvern|tilgjengelighet)$/;

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(ALWAYS).then((cache) => cache.addAll([...OFFLINE, ...PARTS])));
});

self.addEventListener("activate", (event) => {
  const old = (name) => name.startsWith("veivalg-") && name !== ALWAYS; // pages read point to files of the old version
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name)))));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(event, url));
  else if (PARTS.includes(url.pathname)) event.respondWith(caches.match(url.pathname).then((kept) => kept ?? fetch(request)));
});

/** Network first, so that nobody reads an old rule while there is a network. */
async function page(event, url) {
  try {
    const response = await fetch(event.request);
    if (response.ok && PAGES.test(url.pathname)) event.waitUntil(keep(url, response.clone()));
    return response;
  } catch {
    const cache = await caches.open(READ);
    return (await cache.match(plain(url))) ?? (await caches.match(emergency(url)));
  }
}

async function keep(url, response) {
  const address = plain(url);
  const same = !url.searchParams.has("k") && !url.searchParams.has("sted");
  const impersonal = same ? response : await fetch(address, { credentials: "omit" });
  if (impersonal.ok && !impersonal.redirected) await (await caches.open(READ)).put(address, impersonal);
}

/** The address of a page without what tells of the person: only the language is left. */
function plain(url) {
  const malform = url.searchParams.get("m");
  return url.pathname + (malform && malform !== "nb" ? `?m=${encodeURIComponent(malform)}` : "");
}

function emergency(url) {
  const malform = url.searchParams.get("m");
  return OFFLINE.find((address) => address.endsWith(`m=${malform}`)) ?? OFFLINE[0];
}
