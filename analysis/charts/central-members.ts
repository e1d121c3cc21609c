/**
 * Ranks with how sure we are of them: a bar from the best to the worst rank a member may have, and a dot where the rank
 * itself can be told. Members are in the order of the alphabet, because bars that overlap say that their order is not
 * known.
 */
import { CHART_WIDTH_PX, chart, MAIN, type Spec } from './theme.ts';

export interface RankRow {
  member: string;
  /** Null where it is withheld, because others' bars overlap. */
  rank: number | null;
  best: number;
  worst: number;
}

export function centralMembers(
  rows: RankRow[],
  members: number,
  title: string,
  description: string,
  axisTitle = 'Rank, 1 = reached most easily',
): Spec {
  const x = {
    type: 'quantitative',
    title: axisTitle,
    scale: { domain: [1, members], nice: false, zero: false },
    axis: { format: 'd', tickMinStep: 1 },
  };
  return {
    ...chart(title, description),
    width: CHART_WIDTH_PX - 190,
    height: { step: 24 },
    data: { values: rows },
    encoding: {
      y: {
        field: 'member',
        type: 'nominal',
        sort: rows.map((row) => row.member),
        title: null,
        axis: { domain: false, ticks: false },
      },
    },
    layer: [
      {
        mark: { type: 'bar', size: 8, color: '#a9c4dc', cornerRadius: 4 },
        encoding: { x: { field: 'best', ...x }, x2: { field: 'worst' } },
      },
      {
        mark: { type: 'point', filled: true, size: 60, opacity: 1, color: MAIN },
        encoding: { x: { field: 'rank', ...x } },
      },
    ],
  } as Spec;
}
