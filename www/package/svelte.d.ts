// The elements in markup of Svelte 5. `import type {} from "migration-widget/svelte"` in one file of a project is enough.
import type { HTMLAttributes } from "svelte/elements";
import type {
  ChartAttributes, ChartData, ChartEvents, ChartState, ExplorerAttributes, ExplorerEvents, ExplorerState, MigrationChart, PillarExplorer,
} from "./index.js";

/** What an element of a class takes: Svelte's own names give way where the element has the same. */
type Props<Element extends EventTarget, Attributes, Events> =
  Omit<HTMLAttributes<Element>, keyof Attributes | `on${keyof Events & string}`>
  & { [Name in keyof Attributes]?: Attributes[Name] | undefined }
  & { [Type in keyof Events & string as `on${Type}`]?: ((event: Events[Type]) => void) | undefined };

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "migration-chart": Props<MigrationChart, ChartAttributes & { data?: ChartData; state?: Partial<ChartState> }, ChartEvents>;
    "pillar-explorer": Props<PillarExplorer, ExplorerAttributes & { state?: Partial<ExplorerState> }, ExplorerEvents>;
  }
}
