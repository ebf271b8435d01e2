// What a file is called by who made it: the engine reads a workbook's sheet as rows, so its bytes and its name say the rest.

const MAGIC = [
  [[0x50, 0x4b], (name) => (/\.ods$/i.test(name) ? "ods" : /\.(xlsx|xlsm)$/i.test(name) ? "xlsx" : undefined)],
  [[0xd0, 0xcf, 0x11, 0xe0], () => "xls"],
];
const NAMES = {
  xlsx: "Excel (.xlsx)", xls: "Excel (.xls)", ods: "OpenDocument (.ods)", hxl: "HXL", unhcr: "UNHCR", owid: "Our World in Data",
  worldbank: "World Bank", dtm: "IOM DTM", "sdmx-csv": "SDMX-CSV", json: "JSON", px: "PC-Axis",
};
const DELIMITED = { "\t": "TSV", ";": "CSV (;)", "|": "CSV (|)", ",": "CSV" };

// The right name of what was read: `bytes` are those of a file of one's own, `name` its name or address.
export function formatName({ format, delimiter }, name = "", bytes = undefined) {
  if (format !== "csv") return NAMES[format] ?? format.toUpperCase();
  if (delimiter) return DELIMITED[delimiter] ?? "CSV";
  const first = new Uint8Array(bytes?.slice(0, 4) ?? []);
  const by = MAGIC.find(([magic]) => magic.every((byte, at) => first[at] === byte))?.[1](name);
  const ending = name.split(/[?#]/)[0].match(/\.(xlsx|xlsm|xls|ods)$/i)?.[1].toLowerCase().replace("xlsm", "xlsx");
  return NAMES[by ?? ending];
}
