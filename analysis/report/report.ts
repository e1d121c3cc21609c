/**
 * The health report as data: what is said, shown and drawn, with small groups already suppressed. HTML, Markdown and JSON
 * are three ways to write this one value, so that none can show what another hides.
 *
 * Pure: the same check, records and words give the same bytes.
 */
import type { Spec } from '../charts/theme.ts';
import { canonical } from '../metrics/digest.ts';
import type { Suppressed } from '../suppression.ts';
import type { HealthCheck, HealthCheckInput } from './health-check.ts';
import { createScene } from './scene.ts';
import { headline } from './sections/headline.ts';
import { SECTIONS } from './sections/index.ts';

export interface About {
  /** The network's name. */
  title: string;
  challenge: string | null;
  /** Where in its life the network is: learning, sustainment. */
  phase: string | null;
  /** Name to version of what made the report. */
  versions: Record<string, string>;
  /** What a reader sees in place of a member's id. Ids are opaque codes; names never enter by default. */
  label?: (member: string) => string;
}

/** How a number is written. The number itself stays in the report. */
export type Format =
  | 'text'
  | 'count'
  | 'share'
  | 'points'
  | 'change'
  | 'signed'
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

const DIGITS = 12;

export function buildReport(check: HealthCheck, input: HealthCheckInput, about: About): Report {
  const scene = createScene(check, input, about);
  return normal({
    report: 1,
    network: check.network,
    check: check.check,
    asOf: check.asOf,
    title: about.title,
    challenge: about.challenge,
    phase: about.phase,
    smallestGroup: scene.smallest,
    inputDigest: check.inputDigest,
    seed: check.policy.seed,
    versions: about.versions,
    // Of a network that is itself a small group nothing is told but that.
    sections: (scene.members.length < scene.smallest ? [headline] : SECTIONS).map((section) => section(scene)),
  });
}

/** Keys in order and numbers to twelve digits: the last bits of a sum are noise, and differ with the order of adding. */
function normal(report: Report): Report {
  return JSON.parse(canonical(report), (_key, value: unknown) => {
    if (typeof value === 'number') return Number(value.toPrecision(DIGITS));
    return typeof value === 'string' ? plain(value) : value;
  }) as Report;
}

/**
 * A text as one line of letters: what is no letter but a command (control characters, halves of a pair, marks that turn
 * the direction of what follows) could break a picture's expressions, cut a page off, or make −0.60 read as 06.0−.
 */
function plain(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\p{Cs}/gu, '\ufffd');
}
