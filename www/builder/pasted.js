// Cells pasted from a spreadsheet or a page, as text with a tab between cells and a line a row.

// What a clipboard holds as a table; nothing where it is no table.
export function cellsOf(clipboard) {
  const plain = clipboard.getData("text/plain");
  const html = clipboard.getData("text/html");
  // The page's markup says what is merged; text with tabs is what every spreadsheet gives beside it.
  const rows = /<t[dh][\s>]/i.test(html) ? rowsOf(html) : [];
  if (rows.length > 1) return rows.map((row) => row.map(cell).join("\t")).join("\n");
  return isTable(plain) ? plain : "";
}

// Whether a text has rows of cells: tabs, or the same number of commas or semicolons in each line.
export function isTable(text) {
  const lines = text.trim().split(/\r?\n/).filter(Boolean);
  if (lines.length < 2) return false;
  const has = (letter) => lines.filter((line) => line.includes(letter)).length >= Math.max(2, lines.length * 0.8);
  return ["\t", ";", ","].some(has);
}

const cell = (text) => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const NAMED = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };
const letter = (whole, name) => {
  if (name[0] !== "#") return NAMED[name.toLowerCase()] ?? whole;
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
};
const textOf = (html) =>
  html.replace(/<(style|script|sup)\b[\s\S]*?<\/\1>/gi, "").replace(/<br\s*\/?>/gi, " ").replace(/<[^>]*>/g, "").replace(/&(#?\w+);/g, letter)
    .replace(/\s+/g, " ").trim();

// The rows of the first table of a piece of markup: read as text, never put into a page. A merged cell stands in each of its
// columns and rows.
function rowsOf(html) {
  const table = html.match(/<table\b[\s\S]*?<\/table>/i)?.[0] ?? html;
  const rows = [];
  const below = [];
  for (const [row] of table.matchAll(/<tr\b[\s\S]*?(?=<tr\b|<\/table|<\/tbody|$)/gi)) {
    const cells = [];
    const fill = () => {
      while (below[cells.length]?.left > 0) {
        const held = below[cells.length];
        held.left -= 1;
        cells.push(held.text);
      }
    };
    for (const [, how, inner] of row.matchAll(/<t[dh]\b([^>]*)>([\s\S]*?)(?=<t[dh]\b|<\/t[dhr]|$)/gi)) {
      fill();
      const span = (name) => Math.min(Number(how.match(new RegExp(`${name}\\s*=\\s*["']?(\\d+)`, "i"))?.[1] ?? 1) || 1, 200);
      const [across, down, text] = [span("colspan"), span("rowspan"), textOf(inner)];
      for (let at = 0; at < across; at += 1) {
        below[cells.length] = { left: down - 1, text };
        cells.push(text);
      }
    }
    fill();
    if (cells.length) rows.push(cells);
  }
  return rows;
}
