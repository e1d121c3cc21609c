/**
 * The health report as data: what is said, shown and drawn, with small groups already suppressed. HTML, Markdown and JSON
 * are three ways to write this one value, so that none can show what another hides.
 */
import type { Spec } from '../charts/theme.ts';
import type { Suppressed } from '../suppression.ts';

/** How a number is written. The number itself stays in the report. */
export type Format =
  | 'text'
  | 'count'
  | 'share'
  | 'points'
  | 'change'
  | 'signed'
  | 'balance'
  | 'decimal'
  | 'fine'
  | 'rank'
  | 'p'
  | 'date';

/** A number that may not be shown is replaced by why; null is what cannot be known. */
export type Cell = string | number | null | Suppressed | Quantity;

/** A number written otherwise than its column says: tables of figures mix shares, indices and counts. */
export interface Quantity {
  value: number;
  format: Format;
}

export interface Figure {
  label: string;
  value: Cell;
  format: Format;
  note: string | null;
}

export interface Table {
  id: string;
  title: string;
  columns: { label: string; format: Format }[];
  rows: Cell[][];
  note: string | null;
}

export interface Chart {
  id: string;
  /** The finding, in words. */
  title: string;
  /** What is to be seen, for those who do not see the picture. */
  description: string;
  spec: Spec;
  /** The numbers behind the picture. */
  table: Table;
}

export interface Section {
  id: string;
  title: string;
  paragraphs: string[];
  figures: Figure[];
  charts: Chart[];
  tables: Table[];
  /** Small print: how to read it, what is hidden and why. */
  notes: string[];
}

export interface Report {
  /** Version of this shape. */
  report: 1;
  network: string;
  check: string;
  asOf: string;
  title: string;
  challenge: string | null;
  phase: string | null;
  /** Groups with fewer members are not shown. */
  smallestGroup: number;
  /** Of everything that the report depends on. */
  inputDigest: string;
  seed: number;
  versions: Record<string, string>;
  sections: Section[];
}
