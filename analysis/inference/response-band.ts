/**
 * How far missing answers could move a figure: a band, not a correction.
 *
 * Two questions are asked of the network at its own rate of missing answers (Smith & Moody 2013,
 * doi:10.1016/j.socnet.2013.09.003).
 * - Imputing: what would it be if those who did not answer were like those who did? Each missing row gets as many ties
 *   within and outside its group as a random row that was answered (hot deck), first of all back to those who name the
 *   member, as often as ties are returned among those who answered.
 * - Removing: how much does the figure move when the same share of the answers is taken away once more?
 * The band holds the middle 95 % of both and the observed figure itself.
 */
import { type CompactGraph, degreeOf, fromArcs, hasTie, unionOf } from '../graph/compact.ts';
import type { Groups } from '../graph/groups.ts';
import { countKnown } from '../graph/known.ts';
import type { SelectedTies } from '../graph/select.ts';
import type { Random } from './random.ts';

/** Of each kind. Enough for the middle 95 % to settle to about a tenth of its width. */
const REPLICATES = 100;

/** What was observed, and chance that nothing else draws from. */
interface Observation {
  graph: CompactGraph;
  selected: SelectedTies;
  groups: Groups | null;
  random(stream: string): Random;
  shared<T>(key: string, make: () => T): T;
}

export type Statistic = (graph: CompactGraph, known: Uint8Array) => number | null;

export interface Band {
  low: number | null;
  high: number | null;
}

export const NO_BAND: Band = { low: null, high: null };

export function responseBand(context: Observation, observed: number | null, statistic: Statistic): Band {
  return observed === null ? NO_BAND : bandAround(observed, overReplicates(context, statistic));
}

/** What a statistic is in each network that missing answers leave open; empty where all answered, or nobody did. */
export function overReplicates<T>(context: Observation, statistic: (graph: CompactGraph, known: Uint8Array) => T): T[] {
  const { known } = context.selected.response;
  const rows = countKnown(known);
  if (rows === known.length || rows === 0) return [];
  return Array.from(replicatesOf(context), ({ graph, rowsKnown }) => statistic(graph, rowsKnown));
}

/** The middle 95 % of those that are defined, and the observed figure. No band where there are none. */
export function bandAround(observed: number | null, replicates: readonly (number | null)[]): Band {
  if (observed === null || replicates.length === 0) return NO_BAND;
  const values = replicates.filter((value) => value !== null).sort((a, b) => a - b);
  const at = (share: number): number => values[Math.round(share * (values.length - 1))] ?? observed;
  return { low: Math.min(observed, at(0.025)), high: Math.max(observed, at(0.975)) };
}

/** Whether the networks are few and small enough for figures that cost a search from every member in each of them. */
export function keepsReplicates({ graph, selected }: Pick<Observation, 'graph' | 'selected'>): boolean {
  return graph.n + selected.from.length <= MOST_KEPT;
}

interface Replicate {
  graph: CompactGraph;
  rowsKnown: Uint8Array;
}

/** Networks of up to so many members and ties are drawn once and kept for all bands; larger ones are drawn again. */
const MOST_KEPT = 5_000;

/** The same for every figure of a measurement, so that their bands can be compared. */
function replicatesOf(context: Observation): Iterable<Replicate> {
  if (!keepsReplicates(context)) return drawReplicates(context);
  return context.shared('response-band', () => [...drawReplicates(context)]);
}

function* drawReplicates({ graph, selected, groups, random }: Observation): Generator<Replicate> {
  const { known } = selected.response;
  const rows = countKnown(known);
  const answered = rowsOf(fromArcs(selected.ids, selected), known);
  const everybody = new Uint8Array(known.length).fill(1);
  const chance = random('response-band');
  const asAsked = (drawn: CompactGraph): CompactGraph => (graph.directed ? drawn : unionOf(drawn));
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    yield { graph: asAsked(impute(answered, known, groups, chance)), rowsKnown: everybody };
    const fewer = thin(known, rows / known.length, chance);
    yield { graph: asAsked(rowsOf(answered, fewer)), rowsKnown: fewer };
  }
}

/** The graph of those rows alone. */
function rowsOf(graph: CompactGraph, known: Uint8Array): CompactGraph {
  const arcs = new ArcList();
  for (let v = 0; v < graph.n; v++) if (known[v] === 1) arcs.copyRow(graph, v);
  return fromArcs(graph.ids, arcs);
}

/** Keeps each known row with the given share, at least one of them. */
function thin(known: Uint8Array, share: number, random: Random): Uint8Array {
  const rows = Int32Array.from([...known.keys()].filter((v) => known[v] === 1));
  random.shuffle(rows);
  const kept = new Uint8Array(known.length);
  for (const v of rows.subarray(0, Math.max(1, Math.round(share * rows.length)))) kept[v] = 1;
  return kept;
}

function impute(answered: CompactGraph, known: Uint8Array, groups: Groups | null, random: Random): CompactGraph {
  const groupOf = groups?.of ?? new Int32Array(answered.n);
  const membersOf = Array.from({ length: groups?.names.length ?? 1 }, (): number[] => []);
  for (let v = 0; v < answered.n; v++) membersOf[groupOf[v]!]!.push(v);
  const donors = [...known.keys()].filter((v) => known[v] === 1);
  const returned = shareReturned(answered, known);

  const arcs = new ArcList();
  for (let v = 0; v < answered.n; v++) {
    if (known[v] === 1) {
      arcs.copyRow(answered, v);
      continue;
    }
    const donor = donors[random.below(donors.length)]!;
    const own = membersOf[groupOf[v]!]!;
    let within = 0;
    forEachTarget(answered, donor, (w) => {
      if (groupOf[w] === groupOf[donor]) within++;
    });
    within = Math.min(within, own.length - 1);
    const outside = Math.min(degreeOf(answered.out, donor) - within, answered.n - own.length);

    const chosen = new Set<number>();
    let chosenWithin = 0;
    for (let at = answered.in.offsets[v]!; at < answered.in.offsets[v + 1]!; at++) {
      const naming = answered.in.targets[at]!;
      if (random.next() >= returned) continue;
      chosen.add(naming);
      if (groupOf[naming] === groupOf[v]) chosenWithin++;
    }
    const chosenOutside = chosen.size - chosenWithin;
    for (let missing = within - chosenWithin; missing > 0; missing--) {
      chosen.add(
        drawUntil(
          () => own[random.below(own.length)]!,
          (w) => w !== v && !chosen.has(w),
        ),
      );
    }
    for (let missing = outside - chosenOutside; missing > 0; missing--) {
      chosen.add(
        drawUntil(
          () => random.below(answered.n),
          (w) => groupOf[w] !== groupOf[v] && !chosen.has(w),
        ),
      );
    }
    for (const w of chosen) arcs.add(v, w, 1);
  }
  return fromArcs(answered.ids, arcs);
}

/** Of the arcs between those who answered, the share that is returned. */
function shareReturned(answered: CompactGraph, known: Uint8Array): number {
  let arcs = 0;
  let returned = 0;
  for (let v = 0; v < answered.n; v++) {
    forEachTarget(answered, v, (w) => {
      if (known[w] === 0) return;
      arcs++;
      if (hasTie(answered.out, w, v)) returned++;
    });
  }
  return arcs === 0 ? 0 : returned / arcs;
}

/** Draws until one fits; callers make sure that one does. */
function drawUntil(draw: () => number, fits: (drawn: number) => boolean): number {
  for (;;) {
    const drawn = draw();
    if (fits(drawn)) return drawn;
  }
}

function forEachTarget(graph: CompactGraph, v: number, visit: (w: number) => void): void {
  for (let at = graph.out.offsets[v]!; at < graph.out.offsets[v + 1]!; at++) visit(graph.out.targets[at]!);
}

/** Arcs being collected. */
class ArcList {
  readonly from: number[] = [];
  readonly to: number[] = [];
  readonly strength: number[] = [];

  add(from: number, to: number, strength: number): void {
    this.from.push(from);
    this.to.push(to);
    this.strength.push(strength);
  }

  copyRow(graph: CompactGraph, v: number): void {
    for (let at = graph.out.offsets[v]!; at < graph.out.offsets[v + 1]!; at++) {
      this.add(v, graph.out.targets[at]!, graph.out.strengths[at]!);
    }
  }
}
