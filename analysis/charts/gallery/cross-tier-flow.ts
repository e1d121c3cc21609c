/** What flows between tiers, regions or organisations: who names whom, or who helps whom, from group to group. */

import { type Measurement, measure } from '../../measure.ts';
import { MeasureError } from '../../measure-error.ts';
import type { MetricResult } from '../../metrics/metric.ts';
import { count, percent, plural } from '../../report/words.ts';
import { JOINT_GROUP } from '../../suppression.ts';
import { resultOf } from '../../tables.ts';
import type { Chart } from '../chart.ts';
import { type FlowTable, type FlowWords, flow as ribbons } from '../flow.ts';
import { type ChartOptions, type GalleryEntry, measureOptions } from './entry.ts';
import { type GroupTable, joinSmallest } from './join-smallest.ts';
import { membersNote, notesOf, titled } from './notes.ts';
import { nothingToDraw } from './nothing-to-draw.ts';

/** Ribbons of more groups are a plait. */
const MOST_GROUPS_DRAWN = 6;

const FLOWS: Record<'ties' | 'help', FlowWords & { noun: string }> = {
  ties: { from: 'who names', to: 'who is named', unit: 'ties', noun: 'ties' },
  help: { from: 'who helps', to: 'who is helped', unit: 'contributions', noun: 'recorded help' },
};

export const crossTierFlow: GalleryEntry = {
  id: 'cross-tier-flow',
  question: 'What flows between tiers or groups, and is it one way?',
  reading:
    'Dark ribbons cross from one group to another, pale ones stay within. A group with a thick end on one side and a thin one on the other mostly gives or mostly takes. Advice runs against the ties: whoever is named is asked. One way is not wrong by itself, when one side has what the other needs.',
  needs: ['groups'],
  takes: ['groupBy', 'flow'],
  draw(records, options, execute): Chart {
    const { groupBy = '', flow = 'ties' } = options;
    if (!Object.hasOwn(FLOWS, flow)) throw new MeasureError(`flow is "${flow}"; give "ties" or "help"`);
    if (flow === 'help' && records.contributions.length === 0) {
      throw new MeasureError('flow "help" needs contributions, and this network has none; give flow "ties"');
    }
    const words = FLOWS[flow];
    const metrics = ['mixing-matrix', flow === 'help' ? 'give-and-take' : 'e-i-index'];
    // The index is asked for what chance would give; its test has a chart of its own.
    const measured = measure(records, { ...measureOptions(options), metrics, permutations: 1 }, execute);
    const notes = flow === 'help' ? [membersNote(measured)] : notesOf(measured);
    const nothing = (reason: string): Chart => nothingToDraw(crossTierFlow.id, crossTierFlow.question, reason, notes);
    const found = tableOf(measured, flow);
    if ('reason' in found) return nothing(found.reason);
    const { names: groups, counts, joined } = joinSmallest(found, MOST_GROUPS_DRAWN);
    const all = counts.flat().reduce((sum, one) => sum + one, 0);
    if (all === 0) return nothing(flow === 'ties' ? 'nobody names anybody' : 'no contribution says whom it helped');

    const rows = groups.flatMap((from, a) =>
      groups.map((to, b) => ({ from, to, count: counts[a]![b]!, share: counts[a]![b]! / all })),
    );
    const finding = findingOf({ groups: found.names, counts: found.counts }, words.noun, plural(groupBy));
    const title = flow === 'ties' ? titled(finding, measured) : finding;
    const description = `Ribbons from ${groups.length} ${plural(groupBy)} on the left (${words.from}) to the same on the right (${words.to}), as thick as there are ${words.unit}; dark where they cross.`;
    return {
      id: crossTierFlow.id,
      title,
      description,
      spec: ribbons({ groups, counts }, words, title, description),
      rows,
      notes: [
        ...notes,
        ...chanceNote(measured, plural(groupBy)),
        `Numbers beside the columns are all ${words.unit} of a ${groupBy}; numbers in ribbons where there is room, all in the data.`,
        ...(joined === 0
          ? []
          : [`The ${count(groups.length - 1)} largest ${plural(groupBy)} are drawn, the other ${joined} as one.`]),
      ],
    };
  },
};

function tableOf(measured: Measurement, flow: NonNullable<ChartOptions['flow']>): GroupTable | { reason: string } {
  const matrix = resultOf(measured, 'mixing-matrix', 'network');
  if (matrix === undefined || matrix.details.sizes === undefined)
    return { reason: matrix?.reason ?? 'it was not measured' };
  const { groups: names, sizes } = matrix.details as { groups: string[]; sizes: number[] };
  if (names.length < 2) return { reason: 'all members are of one group' };
  if (flow === 'ties') {
    return measured.input.directed
      ? { names, sizes, counts: matrix.value as number[][] }
      : { reason: 'ties have no direction' };
  }
  const help: MetricResult | undefined = resultOf(measured, 'give-and-take', 'group');
  const counts = help?.details.between;
  return Array.isArray(counts) ? { names, sizes, counts } : { reason: 'no contribution says whom it helped' };
}

/** How much crosses, and where it is most one way. */
function findingOf({ groups, counts }: FlowTable, noun: string, among: string): string {
  const all = counts.flat().reduce((sum, one) => sum + one, 0);
  const within = groups.reduce((sum, _, g) => sum + counts[g]![g]!, 0);
  const crossing = `${percent((all - within) / all)} of ${noun} crosses ${among}`.replace('ties crosses', 'ties cross');
  const ways = groups.flatMap((from, a) =>
    groups.flatMap((to, b) => (a === b ? [] : [{ from, to, there: counts[a]![b]!, back: counts[b]![a]! }])),
  );
  // Of all that are counted together nobody knows who turns to whom.
  const named = ways.filter(({ from, to }) => from !== JOINT_GROUP && to !== JOINT_GROUP);
  const most = named.reduce<(typeof ways)[number] | null>(
    (best, way) => (way.there > (best?.there ?? 0) ? way : best),
    null,
  );
  if (most === null) return crossing;
  return `${crossing}, most from ${most.from} to ${most.to}: ${count(most.there)}, and ${count(most.back)} the other way`;
}

function chanceNote(measured: Measurement, among: string): string[] {
  const expected = resultOf(measured, 'e-i-index', 'network')?.details.expected;
  if (typeof expected !== 'number') return [];
  return [`Were ${among} without meaning, ${percent((1 + expected) / 2)} of ties would cross them.`];
}
