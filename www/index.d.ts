/** The state of a chart: what the reader has chosen. Settable; absent keys take their default. */
export interface ChartState {
  /** Keys of the series switched off, e.g. `["VEN"]`. */
  hidden: string[];
  /** Key of the series set off from the others. */
  highlight: string | null;
  /** Which face of the figure is shown. */
  tab: "chart" | "table" | "words" | "map";
  /** The place under the reader's cursor: a period (`2023-03`) or an entity's key. */
  cursor: string | null;
  /** First and last period shown (`2021-03`); absent, it is the author's own, as with all that follow. */
  from?: string | null;
  to?: string | null;
  /** The one period that entities are shown at. */
  period?: string | null;
  /** Keys of the series, else of the entities, that alone are shown; absent is all. */
  pick?: string[];
  /** The figure field. */
  measure?: string | null;
  /** Figures, shares or rates. */
  mode?: "absolute" | "percent" | "per100000" | null;
  /** How values map to heights. */
  scale?: "linear" | "log" | null;
  /** The part of the world that a map shows, e.g. `caribbean`; absent is all of it. */
  region?: string | null;
}

/**
 * The detail of an `error` event. One after a `load` event tells of something odd in a file that is shown all the same,
 * such as rows with too few cells.
 */
export interface ChartFault {
  /** The stable name of the fault, e.g. `unknown-field`. */
  code: string;
  /** What is wrong, in the reader's language. */
  message: string;
  /** The way out. */
  hint: string;
  /** The line of the file, counted from 1 with the header. */
  row?: number;
  /** The column of the file, or the attribute. */
  column?: string;
  /** `error` where nothing can be shown; `warning` and `note` tell of something odd in a file that is shown. */
  severity: "error" | "warning" | "note";
  /** The text that was found there. */
  text?: string;
  /** How often it was found. */
  count?: number;
}

/** What was taken of the author's own file. */
export interface Inferred {
  /** The format, as the attribute `format` has it. */
  format: string;
  encoding: string;
  /** The character between cells; `null` for JSON. */
  delimiter: string | null;
  /** The header's line, counted from 1; 0 for JSON. */
  header: number;
  rows: number;
  title: string;
  /** What stands across, the figure, and what splits into series. */
  x: string;
  y: string;
  series: string | null;
  /** The first field of countries. */
  country: string | null;
  unit: string | null;
  grain: "day" | "month" | "quarter" | "year" | null;
  /** `rows` where the file has no figures to add, so that its rows are counted. */
  count: "rows" | null;
  fields: FieldAsRead[];
  /** What was taken without being asked for, why, and how sure that is. */
  choices: {
    /** `x`, `y`, `series`, `count`, or the `role` or `kind` of a field. */
    about: string;
    field: string | null;
    why: string;
    sure: "sure" | "likely" | "guess";
  }[];
  /** The rows of the file that sums leave out, as they add up others; with `column` it is only their cell there. */
  leftOut: {
    /** The line of the file, counted from 1. */
    row: number;
    column?: string;
    /** The field that names it, and what stands there. */
    field: string;
    value: string;
    /** What it adds up, by name; the first 40. */
    total_of: string[];
  }[];
  diagnostics: ChartFault[];
}

/** What is known of a column of the author's own file. */
export interface FieldAsRead {
  name: string;
  type: "text" | "number" | "period";
  role: "period" | "country" | "category" | "figure" | "other";
  kind: "stock" | "flow" | "event" | "rate" | "share" | "mean" | "extreme" | "index" | "unknown";
  /** How sure the kind is. */
  sure: "sure" | "likely" | "unknown";
  unit: string | null;
  /** The HXL tag. */
  tag: string | null;
  /** Of `rows`: what the file's header says; the name where no other had to be made. */
  header?: string;
}

/** The author's own table as it stands in the file. */
export interface TableAsRead {
  fields: FieldAsRead[];
  /**
   * By the names of the fields: figures are numbers, every other cell has its text in the file (a date as it is spelled,
   * `n/a` among figures), `null` where there is nothing.
   */
  rows: Record<string, string | number | null>[];
  /** The line of the file on which each row starts. */
  lines: number[];
}

/** The attributes of `<migration-chart>`, camelCase, for `configure()`. `null` removes one. */
export interface ChartOptions {
  // contract: options of migration-chart
}

/** The attributes of `<migration-chart>` in markup, for the types of frameworks. */
export type ChartAttributes = Omit<ChartOptions, "data" | "state">;

/** The attributes of `<pillar-explorer>`, for `configure()`. `null` removes one. */
export interface ExplorerOptions {
  // contract: options of pillar-explorer
}

/** The attributes of `<pillar-explorer>` in markup, for the types of frameworks. */
export type ExplorerAttributes = Omit<ExplorerOptions, "state">;

/** The events of `<migration-chart>`: they bubble, and cross shadow roots. */
export interface ChartEvents {
  // contract: events of migration-chart
}

/** The events of `<pillar-explorer>`. */
export interface ExplorerEvents {
  // contract: events of pillar-explorer
}

/** All events of an element, its own in place of the browser's of the same name. */
type EventsWith<Own> = Omit<HTMLElementEventMap, keyof Own> & Own;

/** Rows, CSV text, or the bytes of a CSV file. */
export type ChartData = Record<string, string | number | boolean | Date | null | undefined>[] | string | ArrayBuffer | Uint8Array | null;

/** `<migration-chart>`. */
export declare class MigrationChart extends HTMLElement {
  /** For the builder of this site, not for pages: a part of the engine, or the engine of one chart once that part is there. */
  static engine: (part: string, chart?: MigrationChart) => Promise<unknown>;
  // contract: members of migration-chart
  addEventListener<Type extends keyof EventsWith<ChartEvents>>(
    type: Type,
    listener: (this: MigrationChart, event: EventsWith<ChartEvents>[Type]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<Type extends keyof EventsWith<ChartEvents>>(
    type: Type,
    listener: (this: MigrationChart, event: EventsWith<ChartEvents>[Type]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

/** The state of an explorer: what the reader has chosen. */
export interface ExplorerState {
  view: NonNullable<ExplorerOptions["view"]>;
  pillar?: number;
  /** ISO 3166-1 alpha-3. */
  country?: string;
  status?: NonNullable<ExplorerOptions["status"]>;
  kind?: string;
  year?: string;
  quantity?: boolean;
  /** The text searched for. */
  q?: string;
  sort?: "pillar" | "country" | "newest" | "oldest" | "status";
  /** The id of the record that is open, e.g. `c002`. */
  open?: string;
}

/** `<pillar-explorer>`. */
export declare class PillarExplorer extends HTMLElement {
  // contract: members of pillar-explorer
  addEventListener<Type extends keyof EventsWith<ExplorerEvents>>(
    type: Type,
    listener: (this: PillarExplorer, event: EventsWith<ExplorerEvents>[Type]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<Type extends keyof EventsWith<ExplorerEvents>>(
    type: Type,
    listener: (this: PillarExplorer, event: EventsWith<ExplorerEvents>[Type]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "migration-chart": MigrationChart;
    "pillar-explorer": PillarExplorer;
  }
}
