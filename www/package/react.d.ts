// The elements in JSX of React. `import type {} from "migration-widget/react"` in one file of a project is enough.
import type { ClassAttributes, HTMLAttributes } from "react";
import type {
  ChartAttributes, ChartData, ChartEvents, ChartState, ExplorerAttributes, ExplorerEvents, ExplorerState, MigrationChart, PillarExplorer,
} from "./index.js";

/** What an element of a class takes: React's own names give way where the element has the same. */
type Props<Element, Attributes, Properties, Events> =
  Omit<HTMLAttributes<Element>, keyof Attributes | keyof Properties | "onLoad" | "onChange" | "onError">
  & ClassAttributes<Element>
  & { [Name in keyof Attributes]?: Attributes[Name] | undefined }
  & { [Name in keyof Properties]?: Properties[Name] | undefined }
  // From React 19 on, `on` and an event's name as it is written listens to an element's own events.
  & { [Type in keyof Events & string as `on${Type}`]?: ((event: Events[Type]) => void) | undefined };

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      /** From React 19 on `data` and `state` are set as properties; before, through a `ref`. */
      "migration-chart": Props<MigrationChart, ChartAttributes, { data: ChartData; state: Partial<ChartState> }, ChartEvents>;
      "pillar-explorer": Props<PillarExplorer, ExplorerAttributes, { state: Partial<ExplorerState> }, ExplorerEvents>;
    }
  }
}
