// Headings to take or to change: the title of the file, and what the chart's own summary finds in the figures.

import { parsed } from "./figures.js";

// A heading has room for so many letters, and is worth no fewer.
const LONGEST = 140;
const SHORTEST = 12;

// The findings of a summary, each fit to be a heading. Its first sentence says what is shown, its last where that is from.
export function findings(summary, title, language) {
  const whole = new Intl.Segmenter(language, { granularity: "sentence" }).segment(summary ?? "");
  const sentences = [...whole].map(({ segment }) => segment.trim());
  const parts = sentences.slice(1).flatMap((sentence) => sentence.split(/;\s+/));
  const worded = parts.map((part) => part.replace(/[.;]+$/, "").trim()).filter((part) => /\d/.test(part) && part.length >= SHORTEST && part.length <= LONGEST);
  const capital = worded.map((part) => part.slice(0, 1).toLocaleUpperCase(language) + part.slice(1));
  const isSource = (text) => /^\p{L}+\s?:\s/u.test(text);
  return [...new Set([title, ...capital.filter((text) => !isSource(text))].filter(Boolean))].slice(0, 6);
}

// What is greatest and last in the figures shown, for templates.
export function greatest(csv) {
  const { head, rows } = parsed(csv ?? "");
  const periods = rows.map(([x]) => x).filter((x) => /^\d{4}(-\d{2})?$/.test(x));
  const place = periods.length ? (head.length > 2 ? 1 : -1) : 0;
  const sums = new Map();
  if (place >= 0) for (const row of rows) if (row[place] !== "Other") sums.set(row[place], (sums.get(row[place]) ?? 0) + (Number(row.at(-1)) || 0));
  const [best] = [...sums].sort(([, one], [, two]) => two - one);
  return { last: periods.sort().at(-1), country: best?.[0], field: head[place] };
}
