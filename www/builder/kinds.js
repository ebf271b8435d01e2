// The kinds of chart as small pictures of the author's own figures, the best first, with one line why.

import { attributes } from "./state.js";
import { drawn, engineOf } from "./studio.js";
import { has, kindName, made, text } from "./texts.js";

const KINDS = __CONTRACT_KINDS__;
// What belongs to one kind, or is words, and does not tell whether another fits.
const OF_ONE_KIND = ["alt", "annotate", "credit", "annotations", "heading", "claim", "normalize", "note", "per", "precision", "subheading", "scale"];
// What an author has chosen for one kind, and another may have to do without.
const FIELDS = ["x", "origin", "aggregate", "destination", "series"];
// The size of a small picture in CSS pixels, and of the chart that it is a picture of.
const [WIDTH, HEIGHT] = [88, 58];
const DRAWN = [280, 330];
// So many of the best are shown at once; beyond so many bytes no small picture is worth the time.
const BEST = 5;
const MOST_BYTES = 2_000_000;

export class Kinds {
  #place = document.getElementById("kinds");
  #items = new Map();
  #more = made("details");
  #turn = 0;
  #key = "";
  #changes = new Map();

  constructor() {
    for (const kind of ["", ...KINDS]) {
      const item = made("label", "kind");
      const input = Object.assign(made("input"), { type: "radio", name: "kind", value: kind });
      const words = made("span");
      words.append(made("b", "", kindName(kind || "auto")), made("span", "why", text(`why.${kind || "auto"}`)));
      item.append(input, made("canvas"), words);
      Object.assign(item.querySelector("canvas"), { width: 0, height: 0 }).setAttribute("aria-hidden", "true");
      this.#items.set(kind, item);
    }
    this.#more.append(made("summary", "", text("kinds.more")), made("div", "kind-list"));
    this.#arrange(KINDS.map((kind) => ({ kind })));
  }

  // What choosing a kind changes besides: what was chosen for another is taken back where this one cannot have it.
  change(kind) {
    return this.#changes.get(kind) ?? {};
  }

  // Draws each kind small, once what is shown stands; `data` are the author's own bytes or text.
  async show(state, suggested, data) {
    const asked = attributes({ ...state, kind: "" });
    for (const name of OF_ONE_KIND) delete asked[name];
    if (data !== undefined) delete asked.src;
    const key = JSON.stringify([asked, state.file, state.edits, suggested]);
    if (key === this.#key) return;
    this.#key = key;
    const turn = ++this.#turn;
    const isLate = () => turn !== this.#turn;
    if ((data?.byteLength ?? data?.length ?? 0) > MOST_BYTES) return;
    const list = [];
    for (const kind of KINDS) {
      if (isLate()) return;
      list.push({ kind, ...(await this.#try(kind, asked, data)) });
    }
    if (isLate()) return;
    const worth = ({ kind, fits, advice }) => (fits ? (kind === suggested ? -1 : advice) : 99);
    // The order of the contract decides between equals.
    this.#arrange(list.map((one, at) => ({ ...one, at })).sort((one, two) => worth(one) - worth(two) || one.at - two.at));
  }

  async #try(kind, asked, data) {
    let why = "";
    const bare = Object.fromEntries(Object.entries(asked).filter(([name]) => !FIELDS.includes(name)));
    for (const given of Object.keys(bare).length === Object.keys(asked).length ? [asked] : [asked, bare]) {
      const found = await drawn({ ...given, kind, controls: "none" }, data, async (chart, fault) => {
        // Said in the page's own words, which are here.
        if (fault) return void (why ||= has(`advice.${fault.code}`) ? text(`advice.${fault.code}`) : "");
        const review = (await engineOf(chart))?.review?.();
        const canvas = this.#items.get(kind).querySelector("canvas");
        const drawing = chart.shadowRoot.querySelector("canvas");
        Object.assign(canvas, { width: WIDTH * 2, height: HEIGHT * 2 });
        if (drawing?.width && kind !== "table") small(canvas, drawing);
        else if (kind === "table") lines(canvas);
        return { fits: true, advice: review?.advice.length ?? 0 };
      }, DRAWN).catch(() => {});
      if (!found) continue;
      const taken = given === asked ? {} : Object.fromEntries(FIELDS.filter((name) => name in asked).map((name) => [name, ""]));
      this.#changes.set(kind, taken);
      return found;
    }
    return { fits: false, why };
  }

  // Opens the list where the kind that is chosen stands.
  reveal() {
    this.#more.open ||= !!this.#more.querySelector(":checked");
  }

  // Puts the kinds in an order; not while the author is among them.
  #arrange(list) {
    for (const { kind, fits, why } of list) {
      const item = this.#items.get(kind);
      item.classList.toggle("unfit", fits === false);
      item.querySelector(".why").textContent = fits === false && why ? why : text(`why.${kind}`);
    }
    if (this.#place.contains(document.activeElement)) return;
    const of = ({ kind }) => this.#items.get(kind);
    this.#more.lastChild.replaceChildren(...list.slice(BEST).map(of));
    this.#place.replaceChildren(this.#items.get(""), ...list.slice(0, BEST).map(of), this.#more);
    this.reveal();
  }
}

// A drawing made small, whole.
function small(canvas, drawing) {
  const context = canvas.getContext("2d");
  const ratio = Math.min(canvas.width / drawing.width, canvas.height / drawing.height);
  const [width, height] = [drawing.width * ratio, drawing.height * ratio];
  context.imageSmoothingQuality = "high";
  context.drawImage(drawing, (canvas.width - width) / 2, (canvas.height - height) / 2, width, height);
}

// A table is no drawing: lines stand for its rows.
function lines(canvas) {
  const context = canvas.getContext("2d");
  context.fillStyle = getComputedStyle(canvas).color;
  for (let row = 0; row < 6; row += 1) {
    for (let column = 0; column < 3; column += 1) {
      context.fillRect(12 + column * 52, 10 + row * 17, row ? 34 : 42, row ? 4 : 7);
    }
  }
}
