// The figures that stand in a chart's own element, as a table or as a script of data: what readers without scripts see.
// Loaded only by charts without `dataset`, `src` or `data`; `embed.js` knows when.

// How long the main thread is kept at a time, in milliseconds, as in `feed.js`.
const SLICE = 8;
// How many rows of a table are read between two looks at the clock.
const PIECE = 50;
// How long after a change of the page the figures are looked at again: a framework changes many nodes at a time.
const CHANGING = 50;
// Data in a script, by their media types.
const MEDIA = /^\s*(text\/(csv|tab-separated-values)|application\/json)\s*(;|$)/i;
// What of the page's own markup changes what a table says.
const SAYING = ["colspan", "rowspan", "datetime", "value", "data-value", "hidden", "style", "type"];
// What a cell holds besides its text, and what is struck out of it.
const UNREAD = /^(table|style|script|template|noscript|del|s|strike|select|button|object|iframe)$/;
// What stands on a line of its own.
const APART = /^(br|p|div|li|ul|ol|dd|dt|hr|h[1-6])$/;
// The mark of a note: a number, a letter or signs, also several; or anything in brackets.
const NOTE = /^(?:\[[^\]]*\]|\([^)]{1,3}\)|(?:\d{1,2}|[a-z]|[*†‡§¶#]+)(?:\s*[,;]\s*(?:\d{1,2}|[a-z]|[*†‡§¶#]+))*)$/i;
// A figure, maybe with money before it or marks behind it.
const FIGURE = /^[+−–-]?\p{Sc}?\s?(?:\d{1,3}(?:[ .,'’]\d{3})+|\d+)(?:[.,]\d+)?\s*[%*†‡]*$/u;
const RAISED = { 2: "²", 3: "³" };

const breathe = () =>
  globalThis.scheduler?.yield?.() ??
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(0);
  });

// What leaves the page its breath between pieces of a long work.
const pauses = () => {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE) return;
    await breathe();
    since = performance.now();
  };
};

// Whether all of an element is here: the parser may still be within it.
const isClosed = (element) => {
  for (let node = element; node; node = node.parentNode ?? node.host) if (node.nextSibling) return true;
  return document.readyState !== "loading";
};

const closed = (element) => new Promise((resolve) => {
  if (isClosed(element)) return resolve();
  const look = () => {
    if (!isClosed(element)) return;
    parsing.disconnect();
    document.removeEventListener("DOMContentLoaded", look);
    resolve();
  };
  const parsing = new MutationObserver(look);
  parsing.observe(document, { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", look);
});

// Whether the page shows neither an element nor its place; what only a style sheet hides may be shown on another screen.
const isHidden = (element) => element.hidden || element.style?.display === "none";

// The digits of Arabic and Persian as ASCII's; where there are letters, they are of a name.
const DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;
const asciiDigits = (text) => (/\p{L}/u.test(text) ? text : text.replace(DIGITS, (digit) => digit.charCodeAt(0) & 15));

// A text without marks of direction and soft hyphens, on one line.
const plain = (text) => asciiDigits(text).replace(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "").replace(/\s+/g, " ").trim();

// What a raised text adds to the one before it: units and powers keep theirs, periods what says that they are provisional;
// marks of notes are left.
const raised = (sup, before) => {
  const text = sup.textContent;
  const mark = plain(text);
  // What leads to a place of the same page is a note whatever it is called.
  if (sup.querySelector('a[href^="#"]')) return "";
  if (RAISED[mark] && /(^|[^a-zµ])[kcm]?m$/.test(before)) return RAISED[mark];
  if (/(19|20)\d\d$/.test(before) && /^[(]?(\*|p)[)]?$/.test(mark)) return "*";
  return NOTE.test(mark) ? "" : text;
};

// The text of a node as a reader sees it.
const textOf = (node) => {
  let text = "";
  for (const child of node.childNodes) {
    if (child.nodeType === 3) text += child.data;
    if (child.nodeType !== 1 || UNREAD.test(child.localName) || isHidden(child)) continue;
    // Arrows and flags are for the eye.
    if (child.getAttribute("aria-hidden") === "true") continue;
    if (child.localName === "sup") text = text.trimEnd() + raised(child, text.trimEnd());
    else if (APART.test(child.localName)) text += ` ${textOf(child)} `;
    else text += textOf(child);
  }
  return text;
};

// The exact value that a cell gives beside its text; nothing else may stand beside it.
const exactOf = (cell, text) => {
  let given = cell.getAttribute("data-value");
  // A product's number is no figure of its name.
  const isWord = (one) => one.localName === "data" && /\p{L}/u.test(text) && !/\d/.test(text);
  const only = given === null && [...cell.querySelectorAll("data[value], time[datetime]")].find((one) => plain(textOf(one)) === text && !isWord(one));
  if (only) {
    given = only.getAttribute(only.localName === "time" ? "datetime" : "value");
    // A period; the time of its day is of no chart.
    if (only.localName === "time") return /^\d{4}/.test(given.trim()) ? given.trim().replace(/[T ]\d.*$/, "") : text;
  }
  given = given?.trim();
  if (given === "") return "";
  // A list of DataTables' or another program's own may be no figure.
  if (given === undefined) return text;
  return Number.isFinite(+given) ? +given : given;
};

// Whether a label is repeated in the rows that it spans: a figure would be counted again.
const isLabel = (cell, text) => cell.localName === "th" || !FIGURE.test(text) || /^(19|20)\d\d$/.test(text);

// Whether a row names columns: one of the table's head, else one of heads alone.
const isHead = (row) => row.parentNode.localName === "thead" || (row.cells.length > 1 && [...row.cells].every((cell) => cell.localName === "th"));

// What a figure is by its digits alone.
const digits = (text) => text.replace(/\D/g, "");

// Where every figure of a column is given exactly it is taken so; else a whole number is left as it is written, that the
// separators of the column are told from all of its texts.
const settle = async (rows, texts, first, pause) => {
  let width = 0;
  for (const { length } of rows) width = Math.max(width, length);
  for (let column = 0; column < width; column++) {
    await pause();
    const isWritten = (row, index) => index >= first && typeof row[column] === "string" && /\d/.test(row[column]);
    if (!rows.some(isWritten)) continue;
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index];
      const [figure, text] = [row[column], texts[index][column]];
      if (Number.isInteger(figure) && text && digits(text) === digits(String(figure))) row[column] = text;
    }
  }
};

// A table as rows of cells: texts, and numbers where the page gives them; `undefined` if it was overtaken.
const rowsOf = async (table, isOvertaken) => {
  const pause = pauses();
  const [rows, texts] = [[], []];
  // Labels that span the rows to come: how many, by their columns.
  const open = [];
  let first = 0;
  let isBody = false;
  const all = [...table.rows].filter((row) => !isHidden(row) && !isHidden(row.parentNode));
  for (let index = 0; index < all.length; index++) {
    const row = all[index];
    if (index % PIECE === 0) {
      await pause();
      if (isOvertaken()) return undefined;
    }
    isBody ||= !isHead(row);
    if (!isBody) first = index + 1;
    const [cells, seen] = [[], []];
    const put = (value, text) => {
      cells.push(value);
      seen.push(text);
    };
    const spanned = () => {
      for (let span; (span = open[cells.length])?.rows > 0; ) {
        span.rows--;
        put(isBody ? span.label : "", "");
      }
    };
    for (const cell of row.cells) {
      if (isHidden(cell)) continue;
      spanned();
      let text = plain(textOf(cell));
      // A picture alone speaks by its description.
      text ||= plain(cell.querySelector("img[alt]")?.alt ?? "");
      const value = exactOf(cell, text);
      const label = typeof value === "string" && isLabel(cell, text) ? value : "";
      // 0 spans the rest of its part of the table.
      const high = cell.rowSpan || all.length;
      for (let column = 0; column < cell.colSpan; column++) {
        if (high > 1) open[cells.length] = { rows: high - 1, label: column ? "" : label };
        put(column ? "" : value, column ? "" : text);
      }
    }
    spanned();
    rows.push(cells);
    texts.push(seen);
    // A span ends with its part of the table.
    if (all[index + 1]?.parentNode !== row.parentNode) open.length = 0;
  }
  await settle(rows, texts, first, pause);
  return rows;
};

// The text of a script, without what the page's own layout puts around it.
const dataOf = (script) => {
  const lines = script.textContent.replace(/^[ \t]*\r?\n/, "").trimEnd().split("\n");
  const indents = lines.filter((line) => line.trim()).map((line) => /^ */.exec(line)[0].length);
  const indent = Math.min(...indents);
  return indent > 0 && Number.isFinite(indent) ? lines.map((line) => line.slice(indent)).join("\n") : lines.join("\n");
};

// What an element holds: the script goes before the table, which is then for readers without scripts.
const read = async (element, isOvertaken) => {
  const scripts = [...element.querySelectorAll("script[type]")].filter(({ type }) => MEDIA.test(type));
  const script = scripts.find(({ textContent }) => textContent.trim());
  if (script) return { text: dataOf(script) };
  const tables = [...element.querySelectorAll("table")];
  const table = tables.find(({ rows }) => rows.length > 0) ?? tables[0];
  if (!table) return scripts.length > 0 ? { text: "" } : undefined;
  const rows = await rowsOf(table, isOvertaken);
  return rows && { rows, title: table.caption ? plain(textOf(table.caption)) : "" };
};

// Whether a page has given an element other figures.
const hasOthers = (element) => element.data != null || element.getAttribute("src") || element.getAttribute("dataset")?.trim();

// By element what it held, as a text, and what hears of its changes.
const held = new WeakMap();

// Has `changed` called once what the element holds has become something else.
const watch = (element, changed) => {
  const watched = { changed };
  let timer;
  let turn = 0;
  const look = async () => {
    timer = undefined;
    const own = ++turn;
    if (!element.isConnected || hasOthers(element)) return;
    const now = await read(element, () => own !== turn);
    if (own === turn && JSON.stringify(now) !== watched.known) watched.changed();
  };
  watched.observer = new MutationObserver(() => (timer ??= setTimeout(look, CHANGING)));
  watched.observer.observe(element, { childList: true, characterData: true, subtree: true, attributeFilter: SAYING });
  held.set(element, watched);
};

// What takes the figures of an element to the engine, or `undefined` where it holds none; `changed` hears of others.
export const carried = async (element, changed, isOvertaken) => {
  await closed(element);
  if (isOvertaken()) return undefined;
  if (!held.has(element)) watch(element, changed);
  const watched = held.get(element);
  watched.changed = changed;
  const now = await read(element, isOvertaken);
  if (isOvertaken()) return undefined;
  watched.known = JSON.stringify(now);
  if (!now) return undefined;
  return async (chart) => {
    if (!now.rows) {
      chart.begin_data();
      return { text: now.text };
    }
    const pause = pauses();
    for (let at = 0; at === 0 || at < now.rows.length; at += PIECE) {
      if (!chart.take_rows(now.rows.slice(at, at + PIECE), at)) return undefined;
      await pause();
      if (isOvertaken()) return undefined;
    }
    return chart.end_rows(now.title) ? new Uint8Array() : undefined;
  };
};
