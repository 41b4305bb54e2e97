// The calendar files that fit what a message states.

/** `page`: which deadlines each answer states, and the days they fall on. Returns [{url, title, day}]. */
export function deadlines({ topic, facet, part }, page, words) {
  if (part) return [];
  const figures = page.deadlines[facet ? `${topic}.${facet}` : topic] ?? [];
  return figures.map((figure) => ({
    url: `/kalender/${figure}.ics?m=${words.malform}`,
    title: words.say(`kalender_${figure.split(".")[1]}`),
    day: page.days[figure][words.malform],
  }));
}
