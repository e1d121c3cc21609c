/**
 * How inward each group is: the E-I index of the network and of each group, on the range that its ties allow, beside what
 * chance would give. −1: all ties stay within; +1: all cross.
 */
import { ACCENT, CHART_WIDTH_PX, chart, FAINT, INK, MAIN, QUIET, type Spec } from './theme.ts';

export interface EiRow {
  /** The whole network, or a group. */
  subject: string;
  value: number | null;
  /** The lowest and highest index these ties could have; null where not known. */
  least: number | null;
  most: number | null;
  /** What chance would give with groups of these sizes. */
  expected: number | null;
  isNetwork: boolean;
}

export function eiGroups(rows: EiRow[], title: string, description: string): Spec {
  const subjects = rows.map((row) => row.subject);
  const y = { field: 'subject', type: 'nominal', sort: subjects, title: null, axis: { domain: false, ticks: false } };
  const x = {
    type: 'quantitative',
    scale: { domain: [-1, 1] },
    title: 'E-I index: −1 all ties within, +1 all ties across',
    axis: { values: [-1, -0.5, 0, 0.5, 1], labelExpr: "datum.value === 0 ? '0' : format(datum.value, '+.1f')" },
  };
  return {
    ...chart(title, description),
    width: CHART_WIDTH_PX - 150,
    height: { step: 34 },
    data: { values: rows },
    encoding: { y },
    layer: [
      {
        transform: [{ filter: 'isValid(datum.least) && isValid(datum.most)' }],
        mark: { type: 'bar', color: '#e4e9ee', size: 14 },
        encoding: { x: { field: 'least', ...x }, x2: { field: 'most' } },
      },
      {
        transform: [{ filter: 'isValid(datum.expected)' }],
        mark: { type: 'tick', color: QUIET, thickness: 2, size: 22 },
        encoding: { x: { field: 'expected', ...x } },
      },
      {
        transform: [{ filter: 'isValid(datum.value)' }],
        mark: { type: 'rule', color: FAINT, strokeWidth: 1 },
        encoding: { x: { datum: 0 } },
      },
      {
        transform: [{ filter: 'isValid(datum.value)' }],
        mark: { type: 'point', filled: true, size: 130, opacity: 1, stroke: INK, strokeWidth: 0.5 },
        encoding: {
          x: { field: 'value', ...x },
          color: { condition: { test: 'datum.isNetwork', value: ACCENT }, value: MAIN },
          shape: { condition: { test: 'datum.isNetwork', value: 'diamond' }, value: 'circle' },
        },
      },
      {
        transform: [{ filter: 'isValid(datum.value)' }],
        mark: { type: 'text', dy: -13, fontSize: 12 },
        encoding: { x: { field: 'value', ...x }, text: { field: 'value', type: 'quantitative', format: '+.2f' } },
      },
    ],
  } as Spec;
}
