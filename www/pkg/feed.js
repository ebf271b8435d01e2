// Brings an author's own file to the readers as it arrives, in slices that leave the page its breath. Loaded only by
// charts with `src` or `data`; `embed.js` knows when.

// How long the main thread is kept at a time, in milliseconds: a fifth of what a slow phone may be kept.
const SLICE = 8;
// How many bytes are read between two looks at the clock.
const PIECE = 32 * 1024;
// How often a download that breaks off is taken up again.
const RETRIES = 3;

const breathe = () =>
  globalThis.scheduler?.yield?.() ??
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(0);
  });

// The bytes of an answer; one that breaks off is taken up where it broke, if its server can.
async function* chunksOf(address, answer, options) {
  let received = 0;
  let tries = 0;
  const tag = answer.headers.get("etag");
  const canResume = answer.headers.get("accept-ranges") === "bytes" && tag && !tag.startsWith("W/") && !answer.headers.get("content-encoding");
  for (;;) {
    const reader = answer.body.getReader();
    try {
      for (let part; !(part = await reader.read()).done; received += part.value.length) yield part.value;
      return;
    } catch (reason) {
      if (!canResume || options.signal?.aborted || tries++ === RETRIES) throw reason;
      const { integrity, ...rest } = options;
      answer = await fetch(address, { ...rest, headers: { range: `bytes=${received}-` } });
      if (answer.status !== 206 || answer.headers.get("etag") !== tag) throw reason;
    } finally {
      reader.releaseLock();
    }
  }
}

// What a page has put in the place of `fetch` may give an answer without a stream.
const streamed = async (answer) => {
  if (!answer || answer instanceof Response) return answer;
  const type = answer.headers.get("content-type") ?? "";
  return new Response(await answer.arrayBuffer(), { status: answer.status, headers: { "content-type": type } });
};

// So many packed bytes are unpacked at a time: they may become a thousand times as many, which are all there at once.
const PACKED = 2 * 1024;

// The same bytes, the first of them given, in pieces of that size.
async function* cut(first, chunks) {
  for (let chunk = first; !chunk.done; chunk = await chunks.next()) {
    for (let at = 0; at < chunk.value.length; at += PACKED) yield chunk.value.subarray(at, at + PACKED);
  }
}

// The same bytes, unpacked where they are packed.
async function* unpacked(chunks) {
  const first = await chunks.next();
  if (first.done) return;
  const [one, two] = first.value;
  if (one !== 0x1f || two !== 0x8b || !globalThis.DecompressionStream) {
    yield first.value;
    yield* chunks;
    return;
  }
  const parts = cut(first, chunks);
  // Nothing is unpacked ahead of what is read.
  const packed = new ReadableStream(
    {
      pull: async (out) => {
        const { done, value } = await parts.next();
        if (done) out.close();
        else out.enqueue(value);
      },
    },
    { highWaterMark: 0 },
  );
  const reader = packed.pipeThrough(new DecompressionStream("gzip")).getReader();
  try {
    for (let part; !(part = await reader.read()).done; ) yield part.value;
  } finally {
    // What is left of a file that is refused is let go.
    reader.cancel().catch(() => {});
    chunks.return?.();
  }
}

// A bar that shows how much of a file has come, and a button that stops it, in the element's place for messages once
// that has taken long enough.
const barIn = ({ message, stop, texts, after }) => {
  const bar = document.createElement("progress");
  const box = document.createElement("div");
  const late = setTimeout(async () => {
    const words = await texts;
    const button = document.createElement("button");
    bar.setAttribute("aria-label", words["ui.loading-file"]);
    button.type = "button";
    button.textContent = words["ui.stop"];
    button.onclick = stop;
    box.append(bar, " ", button);
    // As high as the line that it replaces, so that nothing moves.
    box.style.height = "1.4em";
    message.replaceChildren(box);
    message.hidden = false;
  }, after);
  const told = (taken, all) => {
    if (all >= taken) [bar.max, bar.value] = [all, taken];
  };
  const end = () => {
    clearTimeout(late);
    if (!box.isConnected) return;
    box.remove();
    message.hidden = !message.firstChild;
  };
  return { told, end };
};

// A larger file is not kept for an element that is put back, but asked for anew.
const MOST_KEPT = 64 * 1024 * 1024;
// So many bytes at a time go out of the page's memory, to where the browser has its blobs.
const PILE = 4 * 1024 * 1024;

// The same bytes, which `keep` gets as a whole once all have come.
async function* keeping(chunks, keep) {
  const blobs = [];
  let pile = [];
  let piled = 0;
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    piled += chunk.length;
    pile.push(chunk);
    if (size > MOST_KEPT) pile = [];
    else if (piled > PILE) {
      blobs.push(new Blob(pile));
      pile = [];
      piled = 0;
    }
    yield chunk;
  }
  if (size <= MOST_KEPT) keep(new Blob([...blobs, ...pile]));
}

// The answer that an element has kept, if it has.
const answerOf = ({ blob, edition } = {}) =>
  blob && new Response(blob, { headers: { "content-length": blob.size, ...(edition && { etag: edition }) } });

// Whether two files hold the same bytes.
const isSame = async (one, other) => {
  if (one.size !== other.size) return false;
  for (let at = 0; at < one.size; at += PILE) {
    const [left, right] = await Promise.all([one, other].map((blob) => blob.slice(at, at + PILE).arrayBuffer()));
    const wanted = new Uint8Array(right);
    if (!new Uint8Array(left).every((byte, index) => byte === wanted[index])) return false;
    await breathe();
  }
  return true;
};

// So many turns a feed that fails is left alone at most: each failure in a row doubles them.
const MOST_TURNS = 15;

// More rows and columns than these are not looked at: the readers refuse them. `limits.rs` has the same figures.
const MOST_ROWS = 5_000_000;
const MOST_COLUMNS = 2_000;
// How many cells are handed over at a time.
const CELLS = 1_000;

// What leaves the page its breath when it has been kept for a slice.
const pauses = () => {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE) return;
    await breathe();
    since = performance.now();
  };
};

// Hands over rows that are objects of named cells; whether they are a table. The columns are their names in the order in
// which they first appear.
const takeRows = async (chart, data, isOvertaken) => {
  const pause = pauses();
  const [names, rows] = [new Set(), []];
  for (let at = 0, seen = 0; at < data.length && at <= MOST_ROWS && names.size <= MOST_COLUMNS; at++) {
    const row = data[at];
    if (typeof row !== "object" || !row || Array.isArray(row)) return false;
    rows.push(row);
    for (const name of Object.keys(row)) {
      names.add(name);
      if (names.size > MOST_COLUMNS) break;
    }
    if ((seen += names.size) < CELLS) continue;
    seen = 0;
    await pause();
    if (isOvertaken()) return undefined;
  }
  const columns = [...names];
  const cellOf = (row) => (name) => {
    try {
      return row[name];
    } catch {
      return undefined;
    }
  };
  if (!chart.take_rows([columns], 0, columns)) return undefined;
  const many = Math.ceil(CELLS / (columns.length || 1));
  for (let at = 0; at < rows.length; at += many) {
    const some = rows.slice(at, at + many).map((row) => columns.map(cellOf(row)));
    if (!chart.take_rows(some, at + 1, columns)) return undefined;
    await pause();
    if (isOvertaken()) return undefined;
  }
  return chart.end_rows("") && new Uint8Array();
};

// How long a buffer is, also one of a frame; anything else throws.
const sizeOf = Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, "byteLength").get;

// What is to be read of what a script has set as data, if anything; a page may set what throws when it is looked at.
export const given = async (chart, data, isOvertaken) => {
  chart.begin_data();
  if (data == null) return undefined;
  try {
    if (typeof data === "string") return { text: data };
    if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    const found = Array.isArray(data) ? await takeRows(chart, data, isOvertaken) : sizeOf.call(data) >= 0 && new Uint8Array(data);
    if (found !== false) return found;
  } catch {
    // It is told as what is no table.
  }
  if (!isOvertaken()) chart.bad_data();
};

// The bytes of a text, a piece at a time: as a whole they would be there twice, and hold the page.
function* encoded(text) {
  const encoder = new TextEncoder();
  for (let at = 0, end; at < text.length; at = end) {
    end = at + PIECE;
    // The halves of a letter stay together.
    if ((text.charCodeAt(end - 1) & 0xfc00) === 0xd800) end++;
    yield encoder.encode(text.slice(at, end));
  }
}

// Bytes a piece at a time; those that a page takes back meanwhile, as for its worker, have broken off.
function* pieces(bytes) {
  const { length } = bytes;
  for (let at = 0; at < length; at += PIECE) {
    yield bytes.subarray(at, at + PIECE);
    if (bytes.length !== length) throw new TypeError("the bytes are gone");
  }
}

// Reads the file at `address` (or `data`, which a script has set: bytes, or `{text}`) into `chart`; `first` is the answer if it has
// been sent for already, `kept` holds what has been read before, and `part` loads a part of the module.
export const read = async (chart, address, { bar, ...how }) => {
  const { told, end } = bar ? barIn(bar) : { told: () => {}, end: () => {} };
  try {
    return await readAll(chart, address, { told, ...how });
  } finally {
    end();
  }
};

const readAll = async (chart, address, { part, first, data, kept = new Map(), options = {}, refresh = false, told, isOvertaken = () => false }) => {
  const pause = pauses();
  // Waits for the parts of the module that read the file on.
  let lacking;
  const wanted = async (whole) => {
    for (let name; (name = chart.wants(whole)); ) await part(name).catch((reason) => Promise.reject((lacking = reason)));
  };
  const failed = `failed ${address}`;
  const turns = kept.get(failed);
  if (refresh && turns?.left) {
    turns.left -= 1;
    return refresh;
  }
  // A server that has trouble is not asked as often as one that has none.
  const ended = (well) => {
    if (well) kept.delete(failed);
    else if (refresh) {
      const after = Math.min((turns?.after ?? 0) * 2 + 1, MOST_TURNS);
      kept.set(failed, { after, left: after });
    }
  };
  let edition;
  for (let next = address; next !== undefined; first = undefined) {
    let answer;
    const key = `file ${next}`;
    const old = !refresh && answerOf(kept.get(key));
    if (!data) answer = old || (await (first ?? fetch(next, options)).then(streamed).catch(() => {}));
    if (isOvertaken()) return;
    const its = answer?.headers.get("etag") ?? answer?.headers.get("last-modified");
    edition ??= its;
    if (refresh && edition && edition === refresh) {
      answer.body?.cancel();
      ended(true);
      return edition;
    }
    // A server that names no edition sends the same file again and again.
    const before = refresh && !edition && answer?.ok && next === address && kept.get(key)?.blob;
    if (before) {
      const fresh = await answer.blob().catch(() => {});
      if (isOvertaken()) return;
      if (fresh && (await isSame(fresh, before))) {
        ended(true);
        return refresh;
      }
      answer = answerOf({ blob: fresh });
    }
    const length = (data?.text ?? data)?.length ?? (answer?.headers.get("content-encoding") ? 0 : +(answer?.headers.get("content-length") ?? 0));
    const status = data ? 200 : (answer?.status ?? 0);
    let whole = true;
    if (chart.open(address, next, status, length, Boolean(refresh))) {
      const keep = (blob) => kept.set(key, { blob, edition: its });
      const sent = answer?.body && (old ? chunksOf(next, answer, options) : keeping(chunksOf(next, answer, options), keep));
      const own = data && (data.text === undefined ? pieces(data) : encoded(data.text));
      const chunks = unpacked(own ?? sent ?? [].values());
      let taken = 0;
      try {
        reading: for await (const chunk of chunks) {
          for (let at = 0; at < chunk.length; at += PIECE) {
            const piece = chunk.subarray(at, at + PIECE);
            if (!chart.feed(piece)) break reading;
            told((taken += piece.length), length);
            await wanted(false);
            await pause();
            if (isOvertaken()) return;
          }
        }
      } catch {
        whole = false;
      }
    } else {
      answer?.body?.cancel().catch(() => {});
    }
    if (isOvertaken()) return;
    if (whole) await wanted(true).catch(() => (whole = false));
    if (isOvertaken()) return;
    // Without its readers nothing is wrong with the file.
    if (lacking) throw lacking;
    if (next === address) ended(whole && (data || answer?.ok));
    next = chart.close(whole);
    data = undefined;
  }
  for (;;) {
    await wanted(false);
    if (isOvertaken()) return;
    if (chart.refine()) break;
    await pause();
    if (isOvertaken()) return;
  }
  return edition ?? true;
};
