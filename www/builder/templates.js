// Charts that newsrooms and offices make again and again, from whatever fields the figures have.

// What a template takes back before it chooses.
const BARE = { kind: "", x: "", series: "", origin: "", destination: "", normalize: "", scale: "", per: "", top: "", aggregate: "", from: "", to: "" };
// A monthly monitor shows so many months.
const MONTHS = 24;

// The templates that these fields allow: names with the changes of each. `facts` is what is known of the figures shown:
// `grain`, `last` (the last period shown) and `country` (the code or name of the greatest country).
export function templates(fields, { grain, last, country }) {
  const of = (role) => fields.filter((field) => field.role === role && !field.name.endsWith("_region"));
  const [period] = of("period");
  const countries = of("country").map(({ name }) => name);
  const [group] = of("category").map(({ name }) => name);
  const found = [];
  const offer = (name, change) => found.push({ name, change: { ...BARE, ...change } });
  if (period && countries.length && country) {
    offer("country", { kind: group ? "stacked-bar" : "bar", x: period.name, series: group ?? "none", filter: `${countries[0]}=${country}` });
  }
  if (period && grain === "month" && last) offer("monitor", { kind: "bar", series: "none", from: monthsBefore(last, MONTHS - 1) });
  if (period && (countries.length || group)) {
    offer("then", { kind: "slope", series: countries[0] ?? group, top: "5" });
    offer("share", { kind: "stacked-area", normalize: "percent", series: group ?? countries[0], top: "4" });
  } else if (countries.length || group) {
    offer("share", { kind: "waffle", x: group ?? countries[0], top: "4" });
  }
  const [first, second] = countries;
  if (second) {
    const isDestination = (name) => /coa|destin|asylum|asilo|to|host/i.test(name) && !/origin|coo/i.test(name);
    const destination = countries.find(isDestination) ?? second;
    offer("flow", { kind: "flow", origin: destination === first ? second : first, destination });
  }
  return found;
}

// The month so many before another.
function monthsBefore(month, count) {
  const [year, number] = month.split("-").map(Number);
  const all = year * 12 + number - 1 - count;
  return `${Math.floor(all / 12)}-${String((all % 12) + 1).padStart(2, "0")}`;
}
