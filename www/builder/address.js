// Whether the file at an address can be read by another page, asked of its server at once.

// How long the author's typing rests before the server is asked, and how long it may take, in milliseconds.
const REST = 500;
const PATIENCE = 10_000;

// What the server allows: `open`, `same` (this page's own site, which says nothing of others), `closed` (it is there, and not
// for other pages), `missing` with a status, `away`, or `short` for an address that is none by itself.
export async function allows(src) {
  if (!/^https?:\/\//i.test(src)) return { is: "short" };
  const address = URL.parse ? URL.parse(src) : new URL(src);
  if (!address) return { is: "short" };
  const how = { method: "GET", credentials: "omit", cache: "no-store", redirect: "follow", signal: AbortSignal.timeout(PATIENCE) };
  try {
    const answer = await fetch(address, how);
    answer.body?.cancel();
    if (!answer.ok) return { is: "missing", status: answer.status };
    return { is: address.origin === location.origin ? "same" : "open" };
  } catch {
    const isThere = await fetch(address, { ...how, mode: "no-cors" }).then(() => true, () => false);
    return { is: isThere ? "closed" : "away" };
  }
}

// Asks once typing has rested; an older answer is dropped.
export class AddressCheck {
  #tell;
  #turn = 0;
  #src;

  constructor(tell) {
    this.#tell = tell;
  }

  ask(src) {
    if (src === this.#src) return;
    this.#src = src;
    const turn = ++this.#turn;
    if (!src) return this.#tell(undefined);
    setTimeout(async () => {
      if (turn !== this.#turn) return;
      const found = await allows(src);
      if (turn === this.#turn) this.#tell(found);
    }, REST);
  }
}
