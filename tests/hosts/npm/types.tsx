// Compiled, never run: what the types allow, and what they do not. Each line below an expectation has to be an error.
import { MigrationChart, PillarExplorer, type ChartFault } from "migration-widget";
import type {} from "migration-widget/react";
import type {} from "migration-widget/svelte";
import type {} from "migration-widget/vue";
import type { SvelteHTMLElements } from "svelte/elements";
import type { GlobalComponents } from "vue";

const chart = document.querySelector("migration-chart");
const explorer = new PillarExplorer();
chart?.configure({ kind: "map", y: ["refugees", "asylum_seekers"], top: 5, data: [{ year: 2020, people: null }] });
chart?.addEventListener("error", (event) => console.log((event.detail satisfies ChartFault).hint));
chart?.addEventListener("click", (event) => event.clientX);
explorer.addEventListener("change", ({ detail }) => detail.pillar?.toFixed());
explorer.configure({ view: "timeline", state: { q: "visas" } });
export const element: HTMLElement = new MigrationChart();
// @ts-expect-error There is no such kind.
chart?.configure({ kind: "pie" });
// @ts-expect-error It is read only.
chart!.summary = "";
// @ts-expect-error Its detail is the state.
chart?.addEventListener("change", ({ detail }) => detail.message);

export const page = (
  <>
    <migration-chart dataset="darien-crossings" kind="line" style={{ height: 300 }} data={[{ year: 2020 }]} linked
      onload={(event) => event.detail.diagnostics.length} onerror={({ detail }) => detail.code} ref={(found) => void found?.toCSV()}>
      <p>early 2023</p>
    </migration-chart>
    <pillar-explorer pillar={2} country="COL" onchange={({ detail }) => detail.open} />
    {/* @ts-expect-error There is no such kind. */}
    <migration-chart kind="pie" />
    {/* @ts-expect-error An explorer has no dataset. */}
    <pillar-explorer dataset="darien-crossings" />
  </>
);

export const svelte: SvelteHTMLElements["migration-chart"] = { kind: "flow", onload: ({ detail }) => detail.diagnostics, class: "wide" };
// @ts-expect-error There is no such view.
export const view: SvelteHTMLElements["pillar-explorer"] = { view: "grid" };

type VueProps<Name extends keyof GlobalComponents> = InstanceType<GlobalComponents[Name]>["$props"];
export const vue: VueProps<"migration-chart"> = { theme: "dark", onError: ({ detail }) => detail.code };
