// How an element stands on its page before the module has come: its box, the place for a message, the content of the page.

// A wait shorter than this (in milliseconds) is not worth a word, and one longer than that has something in the way.
const PATIENCE = 500;
const LATE = 9500;
// How near to the viewport (in CSS pixels) a lazy chart starts to load.
const NEAR = "300px";
const HOST = `:host { display: block; position: relative; overflow: hidden; box-sizing: border-box; min-width: 0; max-width: 100%; break-inside: avoid; }`;

// The line before makes a width of its own for where the page gives none: beside others in a row, or floating.
const RESERVED = `${HOST}
:host::before { content: ""; display: block; width: 640px; }
:host([hidden]), [hidden] { display: none !important; }
.page { height: 100%; overflow: auto; }
.page:has(> .message:not([hidden])) { display: flex; flex-direction: column; justify-content: safe center; }
.message { all: initial; visibility: inherit; display: flex; flex-direction: column; justify-content: center; gap: 4px; padding: 16px; min-height: min(6em, 100%); color: inherit; text-align: center; overflow-wrap: anywhere;
  font: medium/1.4 var(--mw-font, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif); }`;

// For an element whose author reserved no box: the contract's own proportions; what is read wants more height.
const UNRESERVED = `:host { aspect-ratio: 16 / 10; min-height: 26rem; }`;
const UNRESERVED_EXPLORER = `:host { height: min(48rem, 90vh); min-height: 26rem; }`;
// What browsers write in unless told otherwise, in CSS pixels.
const USUAL = 16;
const UNRESERVED_HEIGHT = 26 * USUAL;
// Text that a reader has made larger wants a box as much higher, up to that of a box of no author's; never a lower one than the
// author's own, which may have grown with the text by itself.
const higher = (element, message, isOurs) => {
  const larger = parseFloat(getComputedStyle(message).fontSize) / USUAL;
  if (!(larger > 1)) return [];
  const own = isOurs ? "26rem" : getComputedStyle(element).minHeight;
  const wanted = larger * (isOurs ? UNRESERVED_HEIGHT : Math.min(element.offsetHeight, UNRESERVED_HEIGHT));
  // A share of a height that nothing sets would undo all.
  return [`:host { min-height: max(${/^[\d.]+(px|rem)$/.test(own) ? own : "0px"}, ${wanted}px) !important; }`];
};
// Whether this browser can make a style sheet: before Safari 16.4 it cannot, and what it shows is the twin.
const canDress = safely(() => new CSSStyleSheet(), false);
const sheets = new WeakMap();

// A style sheet that a strict content security policy allows, shared by all widgets of a document: no other one takes it.
const sheet = (text, { ownerDocument: page }) => {
  const made = sheets.get(page) ?? new Map();
  sheets.set(page, made);
  if (!made.has(text)) {
    made.set(text, new page.defaultView.CSSStyleSheet());
    made.get(text).replaceSync(text);
  }
  return made.get(text);
};

// What stands in a shadow root until the module has come: a place for a message, and the page's own content.
const shell = (message) => {
  message.className = "message";
  message.hidden = true;
  message.setAttribute("role", "status");
  message.dir = "auto";
  const page = document.createElement("div");
  page.className = "page";
  page.append(message, document.createElement("slot"));
  return page;
};

const say = (message, text) => {
  message.textContent = text ?? "";
  message.hidden = !text;
};

// Whether the page's author has reserved a box for an element.
const isReserved = (element) => {
  const style = getComputedStyle(element);
  const height = element.computedStyleMap?.().get("height")?.value ?? (element.style.height || "auto");
  return style.aspectRatio !== "auto" || parseFloat(style.minHeight) > 0 || height !== "auto";
};

// By element the margin, in CSS pixels, with which its content stands out of its top. It would not do so any more out of an
// element with a shadow root, and what has been painted would move.
const margins = new Map();
const boxOf = (element) => element.getBoundingClientRect();
// How far below an element the next one stands.
const gapBelow = (element) => element.nextElementSibling && boxOf(element.nextElementSibling).top - boxOf(element).bottom;

// Measures the elements that a page already shows; gives what is to be done once they are ours.
const measureMargins = (elements) => {
  const gaps = [];
  for (const element of elements) {
    const { top } = boxOf(element);
    let margin = 0;
    for (let first = element; (first = first.firstElementChild) && boxOf(first).top === top; ) {
      margin = Math.max(margin, parseFloat(getComputedStyle(first).marginTop));
    }
    if (margin > 0) margins.set(element, margin);
    if (element.firstElementChild) gaps.push([element, gapBelow(element)]);
  }
  return () => {
    // WebKit lets a margin also stand out of the bottom of a box with proportions.
    for (const [element, gap, now] of gaps.map(([element, gap]) => [element, gap, gapBelow(element)])) {
      if (gap > now) hostOf(element)?.dress(`:host { margin-bottom: ${gap}px !important; }`);
    }
  };
};

// How an element stands on its page before the module has come. Where the page's style has put even `display` out of force
// (`* { all: unset !important }`), its own is insisted on: from within, `!important` goes first.
const standing = (element, message, unreserved) => {
  const { display, marginTop } = getComputedStyle(element);
  const margin = margins.get(element) ?? 0;
  const isInsisted = display === "inline";
  const isOurs = isInsisted || !isReserved(element);
  return [
    RESERVED,
    ...(isInsisted ? [(HOST + unreserved).replaceAll(";", " !important;")] : isOurs ? [unreserved] : []),
    // The margin is the element's own from here on, and its content stands as much higher in it.
    ...(margin > 0 ? [`slot { display: block; margin-top: ${-margin}px; }`] : []),
    ...(margin > parseFloat(marginTop) ? [`:host { margin-top: ${margin}px !important; }`] : []),
    ...higher(element, message, isOurs),
  ];
};
