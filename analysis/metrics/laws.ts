/**
 * What a change of a network does to a metric's figures: claims that the property tests try on random networks, for every
 * metric of the catalogue. A reader learns from them how a figure compares between networks (does a newcomer without ties
 * move it? does it matter who names whom?); a test learns what must hold without being told the metric.
 *
 * Laws speak of `value`, `values` and their reasons, not of details, and, but for the last, of networks in which everybody answered. A figure
 * that is null for want of members has nothing to compare.
 */
import type { Scope, Value } from './value.ts';

export interface Laws {
  /** Members get other names. */
  relabel: 'same' | 'renamed' | Changes;
  /** Records arrive in another order: to the byte. */
  reorder: 'same';
  /** One more member, in a group that there is, who ties to nobody and takes nothing up. */
  isolate: Effect | ForMembers | ByScope<Effect | ForMembers>;
  /** Every tie runs the other way, in a directed network. Undirected, nothing changes. */
  reverse: Turned | ByScope<Turned>;
  /** Every strength times a positive factor, with strengths in use. Where they are an option and not asked for: same. */
  scale: 'same' | 'times' | 'divided';
  /** One tie is said twice, with strengths not in use: it counts once, except where strengths are what is added up. */
  double: 'same' | AddsStrength;
  /** Somebody who was asked does not answer: whom they would name is unknown, which is not nobody. */
  noAnswer: NoAnswer | ByScope<NoAnswer>;
}

/**
 * left-out: what is recorded of their ties changes nothing, in a directed network. (Undirected, either of two tells.)
 * no-figure: they have none; others have the one that was reported.
 * as-reported: on the ties that others reported. A number for the network has a band that shows what their answers could
 * do to it; where that cannot be, the edge cases say how the figure is moved.
 * not-read: no tie is read.
 */
export type NoAnswer = 'left-out' | 'no-figure' | 'as-reported' | 'not-read';

/**
 * same: every figure, list and reason as before (renamed: with the new names for the old, in whatever order).
 * proportional: all figures times one factor. no-higher, no-lower: no figure rises, or falls; one may become null.
 */
export type Effect =
  | 'same'
  | 'proportional'
  | 'no-higher'
  | 'no-lower'
  /** x is the figure before, n the members before. */
  | { becomes: Formula }
  /** A list gets one more entry at its end. */
  | { appends: number }
  /** Entries of these names rise, or stay; all others stay. */
  | { raises: readonly string[] }
  | Changes;

/** What happens to those who were there, and the newcomer's own figure (least: no more than anybody's). */
export interface ForMembers {
  others: Effect;
  own: Value | null | 'least';
}

export type Turned =
  | 'same'
  /** Becomes the figure that another metric gave before, and that one's becomes this. */
  | { swapsWith: string }
  /** Entries of these names change places; all others stay. */
  | { swaps: readonly (readonly [string, string])[] }
  /** Rows of the table become columns. */
  | 'transposed'
  | Changes;

/** Too weak to try, so it says why nothing stronger holds; `keeps` names what of the result stays all the same. */
export interface Changes {
  changes: string;
  keeps?: readonly string[];
}

/** The figures at these ends of the tie rise by its strength; all others stay. Undirected: at both. */
export interface AddsStrength {
  addsStrengthAt: 'from' | 'to' | 'both';
}

export type ByScope<Law> = { byScope: Partial<Record<Scope, Law>> };

export const FORMULAS = {
  'x + 1': (x: number) => x + 1,
  'x·n/(n + 1)': (x: number, n: number) => (x * n) / (n + 1),
  'x·(n − 1)/n': (x: number, n: number) => (x * (n - 1)) / n,
  'x·(n − 2)/n': (x: number, n: number) => (x * (n - 2)) / n,
  'x·(n − 1)/(n + 1)': (x: number, n: number) => (x * (n - 1)) / (n + 1),
  '(x·n + 1)/(n + 1)': (x: number, n: number) => (x * n + 1) / (n + 1),
} as const;

export type Formula = keyof typeof FORMULAS;

/** The law for one scope of a metric that may state different ones. */
export function ofScope<Law>(law: Law | ByScope<Law>, scope: Scope): Law {
  if (!isByScope(law)) return law;
  const stated = law.byScope[scope];
  if (stated === undefined) throw new Error(`no law is stated for ${scope} figures`);
  return stated;
}

function isByScope<Law>(law: Law | ByScope<Law>): law is ByScope<Law> {
  return typeof law === 'object' && law !== null && 'byScope' in law;
}

/** For a person who reads about the metric: a line for each change. */
export function inWords(laws: Laws): string[] {
  return [
    `other names: ${worded(laws.relabel)}`,
    `records in another order: ${worded(laws.reorder)}`,
    `one more member without ties: ${worded(laws.isolate)}`,
    `all ties turned around: ${worded(laws.reverse)}`,
    `all strengths times a factor, where they are used: ${worded(laws.scale)}`,
    `a tie said twice: ${worded(laws.double)}`,
    `somebody who was asked does not answer: ${worded(laws.noAnswer)}`,
  ];
}

type AnyLaw = Laws[keyof Laws];

const WORDS: Record<string, string> = {
  same: 'the same',
  renamed: 'the same, under the new names',
  proportional: 'all figures times one factor',
  'no-higher': 'the same or lower',
  'no-lower': 'the same or higher',
  times: 'times the factor',
  divided: 'divided by the factor',
  transposed: 'rows become columns',
  'left-out': 'left out, as if not asked',
  'no-figure': 'no figure for them',
  'as-reported': 'counts as others reported it',
  'not-read': 'no matter: ties are not read',
};

function worded(law: AnyLaw): string {
  if (typeof law === 'string') return WORDS[law]!;
  if ('byScope' in law) {
    return Object.entries(law.byScope)
      .map(([scope, one]) => `${scope}: ${worded(one)}`)
      .join('; ');
  }
  if ('others' in law) return `for those who were there ${worded(law.others)}; own figure: ${JSON.stringify(law.own)}`;
  if ('becomes' in law) return `x becomes ${law.becomes}`;
  if ('raises' in law) return `${law.raises.join(', ')} rise`;
  if ('appends' in law) return `one more ${law.appends} at the end`;
  if ('swapsWith' in law) return `becomes ${law.swapsWith}`;
  if ('swaps' in law) return law.swaps.map(([one, other]) => `${one} and ${other} change places`).join(', ');
  if ('addsStrengthAt' in law) return `rises by the strength of the tie (at: ${law.addsStrengthAt})`;
  return law.keeps === undefined
    ? `changes: ${law.changes}`
    : `changes: ${law.changes}; stays: ${law.keeps.join(', ')}`;
}

/** Of a metric that reads what people did, and no tie: nothing that is done to ties moves it. */
export const READS_NO_TIES: Laws = {
  relabel: 'same',
  reorder: 'same',
  isolate: 'same',
  reverse: 'same',
  scale: 'same',
  double: 'same',
  noAnswer: 'not-read',
};
