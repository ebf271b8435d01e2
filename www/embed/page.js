// What the script does on a page: its elements become ours.

const WIDGETS = { "migration-chart": MigrationChart, "pillar-explorer": PillarExplorer };
const keepMargins = globalThis.document && measureMargins(document.querySelectorAll(Object.keys(WIDGETS).map((name) => `${name}:not(:defined)`)));
for (const [name, widget] of Object.entries(WIDGETS)) {
  // A script pasted twice, or two versions of it: the first stays.
  if (globalThis.customElements?.get(name) === undefined) globalThis.customElements?.define(name, widget);
}
keepMargins?.();
