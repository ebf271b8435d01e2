// The author's work as a file, and, only where the author asks for it, in this browser.

import { read, write } from "./state.js";

const NAME = "migration-widget-builder";
const VERSION = 1;
// A browser keeps about five million letters for a site; more figures than this are not kept.
const MOST_KEPT = 3_000_000;

// A project as the text of a file; `bytes` are those of the author's own file, where they are to be in it.
export function packed(state, bytes) {
  const figures = bytes && { name: state.file, base64: base64(bytes) };
  return JSON.stringify({ project: NAME, version: VERSION, choices: Object.fromEntries(new URLSearchParams(write(state))), ...(figures ? { figures } : {}) }, null, 1);
}

// What a project's text holds: the state, and the name and bytes of a file; nothing where it is no project.
export function unpacked(text) {
  try {
    const { project, choices, figures } = JSON.parse(text);
    if (project !== NAME) return undefined;
    const said = new URLSearchParams(Object.entries(choices ?? {}).map(([name, value]) => [name, String(value)]));
    const file = figures?.name && figures.base64 ? { name: String(figures.name), bytes: bytesOf(String(figures.base64)) } : undefined;
    return { state: read(said.toString()), file };
  } catch {
    return undefined;
  }
}

// Whether this browser keeps the work.
export const keeps = () => kept() !== null;

// What this browser keeps, as the text of a project.
export function kept() {
  try {
    return localStorage.getItem(NAME);
  } catch {
    return null;
  }
}

// Keeps the work in this browser, without figures that are too many; whether that could be done.
export function keep(state, bytes) {
  try {
    localStorage.setItem(NAME, packed(state, bytes && bytes.byteLength <= MOST_KEPT ? bytes : undefined));
    return true;
  } catch {
    return false;
  }
}

// Has this browser forget it.
export function forget() {
  try {
    localStorage.removeItem(NAME);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

function base64(bytes) {
  const list = new Uint8Array(bytes);
  let letters = "";
  // As many at once as a call takes arguments.
  for (let at = 0; at < list.length; at += 32_768) letters += String.fromCharCode(...list.subarray(at, at + 32_768));
  return btoa(letters);
}

function bytesOf(text) {
  const letters = atob(text);
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0)).buffer;
}
