// The author's work: kept in a file, and, where asked for, in this browser.

import { forget, keep, keeps, packed } from "./project.js";
import { save } from "./studio.js";
import { text } from "./texts.js";

const find = (selector) => document.querySelector(selector);
// How long the author rests before the browser keeps what is new, in milliseconds.
const REST = 500;

export class Work {
  #state;
  #bytes;
  #timer;

  // `bytesOf` gives the bytes of a state's own file; `open` takes a file that may hold a project.
  constructor(bytesOf, open) {
    this.#bytes = bytesOf;
    find("#project-save").addEventListener("click", () => {
      const bytes = find("#project-figures").checked ? this.#bytes(this.#state) : undefined;
      const name = (this.#state.file ?? this.#state.dataset ?? "chart").replace(/\.\w+$/, "");
      save(`${name}.builder.json`, new Blob([packed(this.#state, bytes)], { type: "application/json" }));
      find("#spoken").textContent = text("project.saved");
    });
    find("#project-open").addEventListener("change", ({ target }) => {
      open(target.files[0]);
      target.value = "";
    });
    const box = find("#project-keep");
    box.checked = keeps();
    box.addEventListener("change", () => {
      if (box.checked) box.checked = this.#keep();
      else {
        // What waits to be kept is no longer wanted.
        this.#rest();
        forget();
      }
      this.#told();
    });
    this.#told();
    // Who leaves before the rest is over finds the last choice kept too.
    addEventListener("pagehide", () => this.#timer && this.#keep());
  }

  show(state) {
    this.#state = state;
    find("#project-figures").closest("label").hidden = !this.#bytes(state);
    if (!find("#project-keep").checked) return;
    this.#rest();
    this.#timer = setTimeout(() => this.#keep(), REST);
  }

  #keep() {
    this.#rest();
    return keep(this.#state, this.#bytes(this.#state));
  }

  #rest() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #told() {
    find("#project-said").textContent = text(find("#project-keep").checked ? "project.kept" : "project.not-kept");
  }
}
