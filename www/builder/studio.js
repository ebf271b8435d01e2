// Charts that nobody sees: small pictures of each kind, pictures to take away, and whether figures read back as they were.

const WIDGET = "migration-chart";
// The size that most are drawn at, in CSS pixels.
const SIZE = [640, 440];

const place = document.getElementById("studio");

// Draws a chart of these attributes and, if it is not shipped or fetched, these data; `use` is given it and what stopped it.
// `inside` is what stands in the element.
export async function drawn(asked, data, use, [width, height] = SIZE, inside = undefined) {
  const chart = document.createElement(WIDGET);
  chart.style.cssText = `display:block;width:${width}px;height:${height}px`;
  for (const [name, value] of Object.entries({ ...asked, loading: "eager" })) chart.setAttribute(name, value);
  if (data !== undefined) chart.data = data;
  if (inside) chart.append(inside);
  place.append(chart);
  try {
    const fault = await chart.ready.then(() => undefined, (reason) => reason ?? {});
    // What is painted last is the canvas.
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return await use(chart, fault);
  } finally {
    chart.remove();
  }
}

// A table as a page has it.
export function tableOf({ head, rows }, title) {
  const table = document.createElement("table");
  table.createCaption().textContent = title;
  const row = (part, cells, name) => part.append(cells.reduce((line, text) => {
    const cell = document.createElement(name);
    cell.textContent = text;
    if (/^-?\d+\.\d+$/.test(text)) cell.dataset.value = text;
    line.append(cell);
    return line;
  }, document.createElement("tr")));
  row(table.createTHead(), head, "th");
  const body = table.createTBody();
  for (const cells of rows) row(body, cells, "td");
  return table;
}

// The engine of a chart with the builder's part, which calls that of another: it has to be there first.
export async function engineOf(chart) {
  try {
    const { engine } = customElements.get(WIDGET);
    await engine("more");
    return await engine("builder", chart);
  } catch {
    // Without it the chart is still shown, and can be pasted.
  }
}

// A chart's picture of exactly this size in device pixels, at most as large as it fits, on its own surface.
export async function picture(asked, data, [width, height], surface) {
  const scale = 2;
  // What a picture says below its drawing makes it higher than the chart: one of a fixed size is drawn lower.
  const size = [width / scale, (height ? height / scale : (width / scale) * 0.625)];
  return drawn(asked, data, async (chart, fault) => {
    if (fault) throw new Error(fault.message ?? fault.code);
    const bitmap = await createImageBitmap(await chart.toPNG(scale));
    const canvas = document.createElement("canvas");
    const ratio = height ? Math.min(width / bitmap.width, height / bitmap.height) : width / bitmap.width;
    Object.assign(canvas, { width, height: height || Math.round(bitmap.height * ratio) });
    const context = canvas.getContext("2d");
    context.fillStyle = surface;
    context.fillRect(0, 0, canvas.width, canvas.height);
    const [w, h] = [bitmap.width * ratio, bitmap.height * ratio];
    context.drawImage(bitmap, (canvas.width - w) / 2, (canvas.height - h) / 2, w, h);
    return new Promise((done) => canvas.toBlob(done, "image/png"));
  }, size);
}

// Offers a file to the author.
export function save(name, blob) {
  const link = document.createElement("a");
  const address = URL.createObjectURL(blob);
  Object.assign(link, { href: address, download: name });
  link.click();
  // Browsers read it after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 30_000);
}
