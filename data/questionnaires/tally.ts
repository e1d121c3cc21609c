/**
 * What is counted of anonymous answers, and what of it may be shown: a tally of each item, and where the charter asks for
 * it of each group apart. Nothing below the smallest group; and of groups, none that could be worked out as what is left
 * when the others are taken from the whole.
 */
import type { BodyOf, Questionnaire } from '../records/index.ts';
import type { CheckedAnswers } from './check-answers.ts';

interface Counts {
  n: number;
  /** By item: answers of each point of the scale, or of each option. */
  items: Record<string, number[]>;
}

export interface Tally extends Counts {
  /** By item: what was written, sorted, so that no order of answering is kept. */
  texts: Record<string, string[]>;
  groups: Record<string, Counts>;
}

type Results = Pick<BodyOf<'questionnaire-round'>, 'items' | 'groups'>;

/** The tally with an answer more. `group`: where the round counts groups apart. */
export function counted(
  before: Tally | null,
  { items }: Questionnaire,
  { answers }: Pick<CheckedAnswers, 'answers'>,
  group: string | null,
): Tally {
  const tally: Tally = structuredClone(before ?? { n: 0, items: {}, texts: {}, groups: {} });
  const into: Counts[] = [tally];
  if (group !== null) {
    tally.groups[group] ??= { n: 0, items: {} };
    into.push(tally.groups[group]);
  }
  for (const counts of into) counts.n += 1;
  for (const item of items) {
    const value = answers[item.id];
    if (value === undefined) continue;
    if (item.type === 'text') {
      tally.texts[item.id] = [...(tally.texts[item.id] ?? []), String(value)].sort();
      continue;
    }
    const places = placesOf(item);
    const place = item.type === 'scale' ? Number(value) - 1 : (item.options ?? []).findIndex(({ id }) => id === value);
    for (const counts of into) {
      counts.items[item.id] ??= Array.from({ length: places }, () => 0);
      counts.items[item.id]![place]! += 1;
    }
  }
  return tally;
}

/** Null where so few answered that nothing may be shown. */
export function resultsOf(tally: Tally | null, questionnaire: Questionnaire): Results | null {
  const { smallestGroup } = questionnaire;
  if (tally === null || tally.n < smallestGroup) return null;
  const sizes = Object.entries(tally.groups).map(([group, { n }]) => ({ group, n }));
  const shown = showable(sizes, smallestGroup);
  return {
    items: itemsOf(tally, questionnaire, smallestGroup),
    groups: shown.map((group) => {
      const counts = tally.groups[group] as Counts;
      return { group, n: counts.n, items: itemsOf(counts, questionnaire, smallestGroup) };
    }),
  };
}

/**
 * Groups that may be shown beside the whole: those of the smallest size on; and if the hidden ones together are fewer
 * than that, the next larger ones are hidden as well, because they could be worked out by subtraction.
 */
export function showable(groups: readonly { group: string; n: number }[], smallest: number): string[] {
  const bySize = [...groups].sort((a, b) => a.n - b.n || (a.group < b.group ? -1 : 1));
  let hidden = 0;
  let from = 0;
  while (from < bySize.length && (bySize[from]!.n < smallest || (hidden > 0 && hidden < smallest))) {
    hidden += bySize[from]!.n;
    from += 1;
  }
  return bySize
    .slice(from)
    .map(({ group }) => group)
    .sort();
}

function itemsOf(counts: Counts, { items }: Questionnaire, smallest: number): NonNullable<Results['items']> {
  return items.flatMap((item) => {
    if (item.type !== 'scale' && item.type !== 'choice') return [];
    const found = counts.items[item.id] ?? Array.from({ length: placesOf(item) }, () => 0);
    const n = found.reduce((sum, count) => sum + count, 0);
    return [{ item: item.id, n, counts: n < smallest ? null : found }];
  });
}

function placesOf({ anchors, options }: Questionnaire['items'][number]): number {
  return (anchors ?? options ?? []).length;
}
