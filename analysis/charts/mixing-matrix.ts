/**
 * Who names whom, by group: each row's ties shared out over the columns, in per cent. The diagonal is the group itself.
 * Numbers stand in the cells, so that the picture can be read without its colours.
 */
import { chart, INK, PAPER, type Spec } from './theme.ts';

export interface MixingCell {
  from: string;
  to: string;
  /** Share of the row's ties, 0 to 1; null where the row has no ties. */
  share: number | null;
}

export function mixingMatrix(cells: MixingCell[], groups: string[], title: string, description: string): Spec {
  const side = Math.max(54, Math.min(96, Math.floor(330 / groups.length)));
  const rows = cells.map((cell) => ({
    ...cell,
    text: cell.share === null ? '–' : `${Math.round(cell.share * 100)} %`,
    isDark: (cell.share ?? 0) > 0.5,
  }));
  return {
    ...chart(title, description),
    width: side * groups.length,
    height: Math.min(side, 64) * groups.length,
    data: { values: rows },
    encoding: {
      x: {
        field: 'to',
        type: 'ordinal',
        sort: groups,
        title: 'are named by',
        axis: {
          orient: 'top',
          labelBaseline: 'line-bottom',
          labelAngle: 0,
          ...(linesIn(groups) > 1 ? { labelPadding: 6 + LINE_PX * (linesIn(groups) - 1) } : {}),
          ticks: false,
          domain: false,
          labelExpr: groups.some((name) => wordsIn(name) > MOST_LINES)
            ? `slice(split(datum.label, ' '), 0, ${MOST_LINES})`
            : "split(datum.label, ' ')",
          labelLimit: side - 6,
          labelFontSize: 13,
        },
      },
      y: { field: 'from', type: 'ordinal', sort: groups, title: null, axis: { ticks: false, domain: false } },
    },
    layer: [
      {
        mark: { type: 'rect', stroke: PAPER, strokeWidth: 3 },
        encoding: {
          color: {
            field: 'share',
            type: 'quantitative',
            scale: { domain: [0, 1], range: ['#eef3f8', '#7ba6cc', '#0b3c66'] },
            legend: null,
          },
        },
      },
      {
        mark: { type: 'text', fontSize: 14 },
        encoding: {
          text: { field: 'text', type: 'nominal' },
          color: { condition: { test: 'datum.isDark', value: PAPER }, value: INK },
        },
      },
    ],
  } as Spec;
}

const LINE_PX = 16;
/** Of a name over a column; the whole of it stands beside its row. */
const MOST_LINES = 3;

/** A name over a column is broken at its blanks, and its first line must begin as much higher. */
function linesIn(groups: string[]): number {
  return groups.reduce((most, name) => Math.max(most, Math.min(MOST_LINES, wordsIn(name))), 1);
}

function wordsIn(name: string): number {
  return name.split(' ').length;
}
