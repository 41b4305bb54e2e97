// Keeps what must be readable without a network: the emergency numbers, renewed at each visit; topic pages once read, also those
// of answers that were got in the chat; and what is suggested while one writes. Nothing of the person: no conversation (/api is
// never touched), and a page is kept as anyone gets it, without the municipality in its address. What was read is forgotten when
// the page is left by «Forlat siden raskt», and when the conversation is deleted.

const version = new URL(location).searchParams.get("v");
const ALWAYS = `veivalg-${version}`;
const READ = "veivalg-read";
const OFFLINE = ["/frakoblet", "/frakoblet?m=nn", "/frakoblet?m=en"];
const PARTS = ["veivalg.css", "icon.svg", "page.js", "leave.js", "store.js", "offline.js", "suggest.js"].map((name) => `/static/${version}/${name}`);
const HINTS = ["/forslag", "/tekster"];
const PAGES = /^\/(t\/[a-z_]+|svar|ord|personvern|tilgjengelighet)$/;

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(ALWAYS).then((cache) => cache.addAll([...OFFLINE, ...PARTS])));
});

self.addEventListener("activate", (event) => {
  const old = (name) => name.startsWith("veivalg-") && name !== ALWAYS; // pages read point to files of the old version
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name)))));
});

// The page of an answer that was got in the chat; the person's own tab asks for it.
self.addEventListener("message", (event) => {
  const url = new URL(event.data?.keep ?? "", location);
  if (url.origin === location.origin && PAGES.test(url.pathname)) event.waitUntil(fetchKept(url, event.source.id).catch(() => {}));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(event, url));
  else if (PARTS.includes(url.pathname)) event.respondWith(caches.match(url.pathname).then((kept) => kept ?? fetch(request)));
  else if (HINTS.includes(url.pathname)) event.respondWith(hint(request));
});

async function hint(request) {
  const cache = await caches.open(ALWAYS);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(request, response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match(request);
    if (kept) return kept;
    throw error;
  }
}

/** Network first, so that nobody reads an old rule while there is a network. */
async function page(event, url) {
  try {
    const response = await fetch(event.request);
    if (response.ok && PAGES.test(url.pathname)) event.waitUntil(keep(url, response.clone()));
    event.waitUntil(renew());
    return response;
  } catch {
    const cache = await caches.open(READ);
    return (await cache.match(plain(url))) ?? (await caches.match(emergency(url)));
  }
}

/** The page of an answer, unless its chat was left meanwhile. */
async function fetchKept(url, reader) {
  const address = plain(url);
  if (await (await caches.open(READ)).match(address)) return;
  const response = await fetch(address, { credentials: "omit" });
  if (await self.clients.get(reader)) await keep(url, response);
}

let renewed = 0;

/** A number may have changed since the last visit; within a minute it is the same visit. */
async function renew() {
  if (Date.now() - renewed < 60000) return;
  renewed = Date.now();
  const cache = await caches.open(ALWAYS);
  await Promise.all(OFFLINE.map((address) => cache.add(new Request(address, { cache: "reload" })))).catch(() => (renewed = 0));
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
  return url.pathname + (malform ? `?m=${encodeURIComponent(malform)}` : "");
}

function emergency(url) {
  const malform = url.searchParams.get("m");
  return OFFLINE.find((address) => address.endsWith(`m=${malform}`)) ?? OFFLINE[0];
}
