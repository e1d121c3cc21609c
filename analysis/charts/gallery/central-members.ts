/** Who is central, and how sure that is: the range of ranks that each of the foremost members may have. */

import { measure } from '../../measure.ts';
import { MeasureError } from '../../measure-error.ts';
import { METRICS } from '../../metrics/index.ts';
import { count, list, many, percent } from '../../report/words.ts';
import { resultOf } from '../../tables.ts';
import { type RankRow, centralMembers as rangesOf } from '../central-members.ts';
import type { Chart } from '../chart.ts';
import { withTooltip } from '../tooltip.ts';
import { type GalleryEntry, measureOptions } from './entry.ts';
import { notesOf, titled } from './notes.ts';
import { nothingToDraw } from './nothing-to-draw.ts';

const USUAL_METRIC = 'betweenness';
const USUAL_TOP = 12;
const MOST_TOP = 60;
/** More than this do not lead, they are many. */
const MOST_LEADERS = 5;

interface Range {
  /** Null where another's range overlaps. */
  rank: number | null;
  best: number;
  worst: number;
}

export const centralMembers: GalleryEntry = {
  id: 'central-members',
  question: 'Who is central, and how sure are we?',
  reading:
    'A bar runs from the best to the worst rank that a member has when answers are left out at random; a dot marks who can be told from everybody else. Where bars overlap the order is not known. Central is a place in this network, not a merit, and losing it may be good news for those who carry too much.',
  needs: [],
  takes: ['metric', 'top', 'sources'],
  draw(records, options, execute): Chart {
    const { metric: id = USUAL_METRIC, top = USUAL_TOP } = options;
    const metric = METRICS.find((candidate) => candidate.id === id);
    if (metric === undefined || !metric.options.includes('ranks')) {
      const ranked = METRICS.filter((candidate) => candidate.options.includes('ranks')).map(
        (candidate) => candidate.id,
      );
      throw new MeasureError(`members cannot be ranked by "${id}"; give metric as one of ${ranked.join(', ')}`);
    }
    if (!Number.isSafeInteger(top) || top < 1 || top > MOST_TOP) {
      throw new MeasureError(`top is ${top}; give a whole number from 1 to ${MOST_TOP}`);
    }
    const measured = measure(records, { ...measureOptions(options), metrics: [id], ranks: true }, execute);
    const result = resultOf(measured, id, 'member');
    const notes = notesOf(measured);
    const nothing = (reason: string): Chart => nothingToDraw(centralMembers.id, centralMembers.question, reason, notes);
    if (result === undefined || result.reason !== null) return nothing(result?.reason ?? 'it was not measured');
    const { ranks, ranking } = result.details as {
      ranks: Record<string, Range | null> | null;
      ranking: { replicates: number; leftOut: number | null; toldApart: number | null; withheld: string | null };
    };
    if (ranks === null) return nothing(ranking.withheld ?? 'there are no ranges of rank');
    const values = result.values ?? {};
    if (new Set(Object.values(values).filter((value) => value !== null)).size < 2) {
      return nothing('all members stand alike');
    }

    const ranked = Object.entries(ranks).flatMap(([member, range]) => (range === null ? [] : [{ member, ...range }]));
    // Who is drawn is chosen by their whole range; the order of drawing says nothing of rank.
    const foremost = ranked
      .toSorted((a, b) => a.best + a.worst - (b.best + b.worst) || a.best - b.best || (a.member < b.member ? -1 : 1))
      .slice(0, top)
      .sort((a, b) => (a.member < b.member ? -1 : 1));
    const rows: (RankRow & { value: number })[] = foremost.map(({ member, rank, best, worst }) => ({
      ...{ member, rank, best, worst },
      value: Number(values[member]),
    }));
    const name = metric.title.toLowerCase();
    const title = titled(findingOf(ranked, name, ranking.toldApart), measured);
    const description = `A bar for each of ${many(rows.length, 'member')}, from the best to the worst rank by ${name}; a dot where no other member’s bar overlaps.`;
    return {
      id: centralMembers.id,
      title,
      description,
      spec: withTooltip(rangesOf(rows, ranked.length, title, description, `Rank by ${name}, 1 = highest`), [
        { field: 'member', title: 'member' },
        { field: 'best', title: 'best rank', format: '.3~f' },
        { field: 'worst', title: 'worst rank', format: '.3~f' },
        { field: 'value', title: name, format: '.3~g' },
      ]),
      rows: rows.map((row) => ({ ...row })),
      notes: [
        ...notes,
        `The middle 90 % of ranks in ${count(ranking.replicates)} networks with ${percent(ranking.leftOut ?? 0)} of the answers left out, seed ${measured.options.seed}.`,
        `${ranked.length > rows.length ? `The ${count(rows.length)} foremost of ${many(ranked.length, 'member')} with a rank` : 'All members with a rank'}, in the order of their ids: bars that overlap say that their order is not known.`,
      ],
    };
  },
};

/** Those whom nobody else's range reaches, told before their order is. */
function findingOf(ranked: (Range & { member: string })[], name: string, toldApart: number | null): string {
  const ordered = ranked.toSorted((a, b) => a.best - b.best || a.worst - b.worst || (a.member < b.member ? -1 : 1));
  const most = Math.min(MOST_LEADERS, ordered.length - 1);
  const leaders = Array.from({ length: most }, (_, at) => at + 1).find((size) => {
    const worst = ordered.slice(0, size).reduce((high, one) => Math.max(high, one.worst), 0);
    return worst < ordered[size]!.best;
  });
  if (leaders === undefined) {
    const pairs = toldApart === null ? '' : `: of ${percent(toldApart)} of all pairs the order is sure`;
    return `Nobody leads for certain by ${name}${pairs}`;
  }
  const members = ordered.slice(0, leaders).map(({ member }) => member);
  if (leaders === 1) return `${members[0]} leads by ${name}, whoever happened to answer`;
  return `${list(members.sort())} lead by ${name}; who of them is first is not known`;
}
