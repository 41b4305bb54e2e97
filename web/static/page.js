// What the pages that are read can do with JavaScript; all of them work without.

import { armLeave } from "./leave.js";
import { readOffline } from "./offline.js";

const leave = document.getElementById("leave");
if (leave) armLeave(leave);

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const source = document.getElementById(button.dataset.copy);
    const status = button.parentElement.querySelector("[data-done]");
    status.textContent = "";
    try {
      await navigator.clipboard.writeText(source.textContent.trim());
      status.textContent = status.dataset.done;
    } catch {
      getSelection().selectAllChildren(source); // not allowed to copy: leave it selected
    }
  });
}
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

// A link to one question's answer opens it.
const asked = document.getElementById(location.hash.slice(1));
if (asked instanceof HTMLDetailsElement) asked.open = true;

// What is made follows what is chosen.
const maker = document.querySelector("[data-maker]");
if (maker) import("./maker.js").then(({ armMaker }) => armMaker(maker));

// Where one lives: municipalities are suggested once the field is used, from a file that is the same for everyone.
const place = document.getElementById("sted");
place?.addEventListener("focus", () => import("./suggest.js").then(({ armPlace }) => suggestPlaces(armPlace)).catch(() => {}), { once: true });

function suggestPlaces(armPlace) {
  const words = { malform: document.documentElement.lang, more: async () => {}, say: () => place.dataset.list };
  const list = document.createElement("ul");
  place.parentElement.after(list);
  armPlace(place, words, list, ({ name }) => {
    place.value = name;
    place.form.requestSubmit();
  });
}

const saved = document.getElementById("saved");
if (saved) showSaved(saved);
else if (self === top) readOffline();

/** The pages that can be read without a network. */
async function showSaved(section) {
  if (!globalThis.caches) return;
  const cache = await caches.open("veivalg-read");
  for (const request of await cache.keys()) {
    const title = (await (await cache.match(request)).text()).match(/<title>(.*?) – Veivalg<\/title>/)?.[1];
    if (!title) continue;
    const link = document.createElement("a");
    link.className = "row";
    link.href = request.url;
    link.textContent = new DOMParser().parseFromString(title, "text/html").body.textContent;
    const item = document.createElement("li");
    item.append(link);
    section.querySelector("ul").append(item);
    section.hidden = false;
  }
}
