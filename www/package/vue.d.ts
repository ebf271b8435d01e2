// The elements in templates of Vue. `import type {} from "migration-widget/vue"` in one file of a project is enough; the
// compiler is told of them with `isCustomElement: (tag) => ["migration-chart", "pillar-explorer"].includes(tag)`.
import type { DefineComponent } from "vue";
import type { ChartAttributes, ChartData, ChartEvents, ChartState, ExplorerAttributes, ExplorerEvents, ExplorerState } from "./index.js";

/** An element as a component: attributes, properties, and `@load`, `@change`, `@error`. */
type Component<Attributes, Events> = DefineComponent<
  Attributes & { [Type in keyof Events & string as `on${Capitalize<Type>}`]?: (event: Events[Type]) => void }
>;

declare module "vue" {
  interface GlobalComponents {
    "migration-chart": Component<ChartAttributes & { data?: ChartData; state?: Partial<ChartState> }, ChartEvents>;
    "pillar-explorer": Component<ExplorerAttributes & { state?: Partial<ExplorerState> }, ExplorerEvents>;
  }
}
