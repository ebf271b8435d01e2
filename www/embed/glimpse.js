// The first look at an author's own file: a small plain one is shown before its readers have come.

// What is larger is read as it comes; `PlainTable` knows the same figure.
const MOST = 256 * 1024;
// How many columns a plain file has.
const COLUMNS = 3;

// The bytes of an answer that may be a plain file; it can still be read after.
const glimpse = async (answer) => {
  const { body, headers, ok } = (await answer).clone();
  const reader = ok && !(headers.get("content-length") > MOST) && body?.getReader();
  if (!reader) return;
  const parts = [];
  let size = 0;
  for (let part; !(part = await reader.read()).done; ) {
    // Told by the header before the rest is here.
    const isPlain = parts.length || new TextDecoder().decode(part.value).split(/[\r\n]/)[0].split(/[,;\t]/).length <= COLUMNS;
    size += part.value.length;
    parts.push(part.value);
    if (size > MOST || !isPlain) return void reader.cancel();
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
};
