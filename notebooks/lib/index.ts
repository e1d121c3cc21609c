/** What a cell imports: `import { open, show } from "weft"`. */
export { desc, escape, op } from 'arquero';
export { WeftError } from './errors.ts';
export type { AimId, MetricId } from './ids.ts';
export type { Figure, FigureScope, FigureValue } from './measuring/figure.ts';
export type { Measured, MeasuredInput, Measurement } from './measuring/measurement.ts';
export type { MeasuringOptions, TieOptions } from './measuring/options.ts';
export { cancel } from './measuring/running.ts';
export type { Network } from './network.ts';
export { type OpenOptions, open } from './open.ts';
export type { MediaBundle, ShowsItself } from './show/shows-itself.ts';
export { SHOW } from './show/shows-itself.ts';
export type { Cell, Format } from './table/cells.ts';
export { type Row, Table, type TableWords } from './table/table.ts';
