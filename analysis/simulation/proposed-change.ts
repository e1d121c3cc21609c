/**
 * What is held against doing nothing: further ties (given, or the introductions that do most for an aim) and people who
 * would be missing. And what that alone does to the network, before anything spreads.
 */
import { type BodyOf, type MeasurableRecords, type NetworkRecords, tieRows } from '../../data/records/index.ts';
import { INTRODUCED } from '../../data/records/tie.ts';
import type { CompactGraph } from '../graph/compact.ts';
import type { SelectedTies } from '../graph/select.ts';
import type { Selection } from '../graph/selection.ts';
import type { Aim, AimId } from '../matching/aims/aim.ts';
import { AIMS } from '../matching/aims/index.ts';
import { fieldOf } from '../matching/field.ts';
import { introductions, type RankedIntroduction } from '../matching/introductions.ts';
import { pairKey } from '../matching/pair.ts';
import { MeasureError } from '../measure-error.ts';
import type { AddedTie } from './arm.ts';
import { positionsOf } from './seeding/choose-seeds.ts';

export interface GivenTie {
  /** Who names, and so may learn. */
  from: string;
  to: string;
  /** Default: the median of the strengths there are. */
  strength?: number | null;
}

export interface IntroductionRequest {
  aim: AimId;
  count: number;
  maxPerMember: number;
}

/** The introductions that do most, of people who have never been tied in any wave or by any type. */
export function proposedIntroductions(
  records: NetworkRecords,
  { aim, count, maxPerMember }: IntroductionRequest,
  groupBy: string | null,
  selection: Selection,
): RankedIntroduction[] {
  if (aim === 'e-i' && groupBy === null) {
    throw new MeasureError(
      'the aim e-i needs groups: give an attribute to group by, or choose reach, cut-points or hub',
    );
  }
  const blocked = new Set(records.ties.map(({ from, to }) => pairKey(from, to)));
  return introductions(records, { aim, groupBy, atMost: count, capPerPerson: maxPerMember, blocked, selection });
}

/** Ties by positions, with strengths. @throws MeasureError */
export function addedTies(graph: CompactGraph, ties: readonly GivenTie[]): AddedTie[] {
  const usual = medianStrength(graph);
  return ties.map(({ from, to, strength }, row) => {
    if (from === to) throw new MeasureError(`proposed tie ${row + 1} is of somebody to themselves; name two people`);
    const [a, b] = positionsOf([from, to], graph);
    if (strength != null && !(strength > 0)) {
      throw new MeasureError(`proposed tie ${row + 1} has a strength of ${strength}; give one above 0, or none`);
    }
    return { from: a!, to: b!, strength: strength ?? usual };
  });
}

/** The middle one; 1 where there are no ties. */
export function medianStrength({ out: { strengths } }: CompactGraph): number {
  return strengths.length === 0 ? 1 : strengths.toSorted()[Math.floor((strengths.length - 1) / 2)]!;
}

/** The records as they would be: with the ties, in a shape that the selection lets through, and without the people. */
export function changedRecords(
  records: NetworkRecords,
  graph: CompactGraph,
  { strengthStated }: SelectedTies,
  selection: Selection,
  added: readonly AddedTie[],
  removed: readonly string[],
): NetworkRecords {
  const { types = 'all', waves = 'all' } = selection;
  const away = new Set(removed);
  const ties = added.map(
    ({ from, to, strength }): BodyOf<'tie'> => ({
      ...{ from: graph.ids[from]!, to: graph.ids[to]! },
      type: types === 'all' ? INTRODUCED : types[0]!,
      wave: waves === 'all' ? null : waves[0]!,
      strength: strengthStated === 'all' ? Math.max(strength, selection.minStrength ?? strength) : null,
      ...{ time: null, occurrence: 0 },
    }),
  );
  return {
    ...records,
    members: records.members.map((body) => (away.has(body.member) ? { ...body, status: 'left' } : body)),
    ties: [...records.ties, ...ties],
  };
}

export interface StructureFigure {
  aim: AimId;
  figure: string;
  better: Aim['better'];
  doingNothing: number | null;
  proposed: number | null;
}

/** Looking two steps far takes a byte for each two members. */
const MOST_MEMBERS = 10_000;

/** The figure of every aim that the network has, now and as it would be. */
export function structureFigures(
  now: NetworkRecords,
  then: NetworkRecords,
  groupBy: string | null,
  selection: Selection,
): StructureFigure[] {
  if (now.members.length > MOST_MEMBERS) return [];
  const fieldIn = (records: NetworkRecords, { acrossGroups }: Aim) =>
    fieldOf(records, { groupBy, acrossGroups, blocked: new Set(), open: new Map(), selection });
  return AIMS.filter(({ id }) => id !== 'e-i' || groupBy !== null)
    .filter(({ id }) => id !== 'hub' || now.members.some(({ hub, status }) => hub && status === 'active'))
    .map((aim) => {
      const before = fieldIn(now, aim);
      const after = fieldIn(then, aim);
      const lostHub = aim.id === 'hub' && !then.members.some(({ hub, status }) => hub && status === 'active');
      return {
        ...{ aim: aim.id, figure: aim.figure, better: aim.better },
        doingNothing: aim.begin(before).value(),
        proposed: lostHub ? null : aim.begin(after).value(),
      };
    });
}

/** Records with ties as rows, whatever they come as. */
export function withRows(records: MeasurableRecords): NetworkRecords {
  return { ...records, ties: tieRows(records.ties) };
}
