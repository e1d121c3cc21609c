/**
 * How contacts are spread over members: a histogram whose columns are as wide as it takes to hold enough people, so that
 * areas compare, beside what an even chance would give.
 */
import { lineKey } from './line-key.ts';
import { ACCENT, CHART_WIDTH_PX, chart, INK, PAPER, type Spec } from './theme.ts';

/** A column: members with `from` to `to` contacts, both included. */
export interface DegreeColumn {
  from: number;
  to: number;
  members: number;
}

/** Members with so many contacts, were all pairs equally likely. */
export interface DegreeByChance {
  degree: number;
  members: number;
}

/** More numbers than this over columns run into each other. */
const MOST_NUMBERS = 16;
const WIDTH_PX = CHART_WIDTH_PX - 70;
const DASH = [5, 3];

/** Numbers stay readable where the line runs through them. */
const HALO = { color: PAPER, stroke: PAPER, strokeWidth: 4 };
const INK_ITSELF = { color: INK };

export function degreeDistribution(
  columns: DegreeColumn[],
  byChance: DegreeByChance[],
  axisTitle: string,
  title: string,
  description: string,
): Spec {
  const bars = columns.map((column) => ({
    ...column,
    left: column.from - 0.5,
    right: column.to + 0.5,
    middle: (column.from + column.to) / 2,
    perDegree: column.members / (column.to - column.from + 1),
    contacts: column.from === column.to ? `${column.from}` : `${column.from}–${column.to}`,
  }));
  const axis = { format: 'd', tickMinStep: 1, grid: false };
  const x = { type: 'quantitative', title: axisTitle, scale: { nice: false, zero: false }, axis };
  const y = { type: 'quantitative', title: 'Members for each number', axis: { tickCount: 5 } };
  return {
    ...chart(title, description),
    width: WIDTH_PX,
    height: 220,
    layer: [
      {
        data: { values: bars },
        mark: { type: 'rect', color: '#a9c4dc', stroke: '#5b7f9f', strokeWidth: 1 },
        encoding: {
          x: { field: 'left', ...x },
          x2: { field: 'right' },
          y: { field: 'perDegree', ...y },
          y2: { datum: 0 },
          tooltip: [
            { field: 'contacts', type: 'nominal', title: axisTitle },
            { field: 'members', type: 'quantitative', title: 'members', format: 'd' },
          ],
        },
      },
      ...(byChance.length === 0
        ? []
        : [
            {
              data: { values: byChance },
              mark: { type: 'line', color: ACCENT, strokeWidth: 2, strokeDash: DASH, interpolate: 'monotone' },
              encoding: { x: { field: 'degree', ...x }, y: { field: 'members', ...y } },
            },
            ...lineKey([{ label: 'by an even chance', color: ACCENT, dash: DASH }], WIDTH_PX, 2),
          ]),
      ...(bars.length > MOST_NUMBERS ? [] : [HALO, INK_ITSELF]).map((mark) => ({
        data: { values: bars },
        mark: { type: 'text', dy: -8, fontSize: 12, ...mark },
        encoding: {
          x: { field: 'middle', ...x },
          y: { field: 'perDegree', ...y },
          text: { field: 'members', type: 'quantitative' },
        },
      })),
    ],
  } as unknown as Spec;
}
