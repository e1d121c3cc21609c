/** What became of contact between two waves: kept, formed, gone; by group also where. */
import { contextFor, type MeasureOptions, measure } from '../../measure.ts';
import { compareWaves, type WaveComparison } from '../../metrics/waves.ts';
import { count, decimal, many, percent, plural } from '../../report/words.ts';
import { resultOf } from '../../tables.ts';
import type { Chart } from '../chart.ts';
import type { Spec } from '../theme.ts';
import { tieChange as bars } from '../tie-change.ts';
import { type TieFateRow, tieChangeSplit } from '../tie-change-split.ts';
import { withTooltip } from '../tooltip.ts';
import { type GalleryEntry, measureOptions } from './entry.ts';
import { notesOf, titled, withArticle } from './notes.ts';
import { nothingToDraw } from './nothing-to-draw.ts';

export const tieChange: GalleryEntry = {
  id: 'tie-change',
  question: 'What changed in who turns to whom?',
  reading:
    'Kept, formed and gone add up to all ties that were there at either time. Many that formed between groups are what introductions are for. A tie that is gone may have done its work; and some change is only that people do not remember alike, which two waves cannot tell from real change.',
  needs: ['two-waves'],
  takes: ['groupBy'],
  draw(records, options, execute): Chart {
    const { groupBy } = options;
    const asked: MeasureOptions = { ...measureOptions(options), metrics: ['tie-stability'] };
    const measured = measure(records, asked, execute);
    const notes = notesOf(measured);
    const nothing = (reason: string): Chart => nothingToDraw(tieChange.id, tieChange.question, reason, notes);
    const stability = resultOf(measured, 'tie-stability', 'network');
    if (stability === undefined || typeof stability.value !== 'number') {
      return nothing(stability?.reason ?? 'it was not measured');
    }
    const context = contextFor(records, asked, execute);
    const compared = compareWaves(context);
    const [earlier, later] = measured.options.wave as [string, string];
    const { kept, formed, dissolved } = compared;
    const obstacle =
      context.shown?.obstacle ?? (context.groups?.names.length === 1 ? 'all members are of one group' : null);
    const splits = groupBy !== undefined && obstacle === null;
    const placeOf = splits ? placesOf(context.graph.ids, context.groups!.of) : null;
    const places: [string, string] = [`within ${withArticle(groupBy ?? '')}`, `between ${plural(groupBy ?? '')}`];
    const fates = [
      ['kept', kept],
      ['formed', formed],
      ['gone', dissolved],
    ] as const;
    const rows = fates.flatMap(([fate, pairs]): TieFateRow[] =>
      placeOf === null
        ? [{ fate, place: 'all', ties: pairs.length }]
        : places.map((place, at) => ({ fate, place, ties: pairs.filter((pair) => placeOf(pair) === at).length })),
    );
    const ends = `${many(formed.length, 'tie')} formed, ${count(dissolved.length)} went and ${count(kept.length)} lasted`;
    const title = titled(
      `From wave ${earlier} to wave ${later}, ${ends}${placeOf === null ? '' : whereOf(compared, placeOf, groupBy ?? '')}`,
      measured,
    );
    const description = `Bars of the ties that were kept, that formed and that are gone${placeOf === null ? '' : `, ${places[0]} and ${places[1]}`}.`;
    const plain = rows.map(({ fate, ties }) => ({ fate, ties }));
    const spec: Spec =
      placeOf === null
        ? withTooltip(bars(plain, title, description), [
            { field: 'fate', title: 'ties' },
            { field: 'ties', title: 'number', format: ',d' },
          ])
        : tieChangeSplit(rows, places, title, description);
    return {
      id: tieChange.id,
      title,
      description,
      spec,
      rows: placeOf === null ? plain : rows.map((row) => ({ ...row })),
      notes: [
        ...notes,
        `Only ties from members who answered both waves, to members asked in both: no answer is not a lost tie. ${earlierAnswers(context.earlier?.selected.response.rate ?? null, earlier)}`,
        `Of all ties of either wave ${percent(stability.value)} are in both (Jaccard ${decimal(stability.value)}).`,
        ...(groupBy !== undefined && !splits ? [`Nothing is shown by ${groupBy}: ${obstacle}.`] : []),
      ],
    };
  },
};

/** 0: both ends in one group; 1: in two. */
function placesOf(ids: readonly string[], of: Int32Array): (pair: [string, string]) => 0 | 1 {
  const groupOf = new Map(ids.map((id, v) => [id, of[v]!]));
  return ([from, to]) => (groupOf.get(from) === groupOf.get(to) ? 0 : 1);
}

/** Whether what is new crosses groups more than what was there before. */
function whereOf(
  { kept, formed, dissolved }: WaveComparison,
  placeOf: (pair: [string, string]) => 0 | 1,
  groupBy: string,
): string {
  if (formed.length === 0 || kept.length + dissolved.length === 0) return '';
  const across = (pairs: [string, string][]): number =>
    pairs.filter((pair) => placeOf(pair) === 1).length / pairs.length;
  return `; ${percent(across(formed))} of the new ones run between ${plural(groupBy)}, of those before ${percent(across([...kept, ...dissolved]))}`;
}

function earlierAnswers(rate: number | null, wave: string): string {
  return rate === null ? `No record of who answered wave ${wave}.` : `Wave ${wave} was answered by ${percent(rate)}.`;
}
