/**
 * Who mediates between whom, in the five roles of Gould and Fernandez: a row for each member, a column for each role,
 * counts in the cells; the darker, the more than chance would give. A first row says it of all members together.
 */
import { CHART_WIDTH_PX, chart, INK, PAPER, type Spec } from './theme.ts';

export interface BrokerageCell {
  /** A member, or all. */
  who: string;
  role: string;
  text: string;
  count: number;
  /** How far above chance, in standard deviations; null where nothing can be said, and for all members together. */
  z: number | null;
  isTold: boolean;
}

export function brokerageRoles(
  cells: BrokerageCell[],
  rows: string[],
  roles: string[],
  title: string,
  description: string,
): Spec {
  const values = cells.map((cell) => ({
    ...cell,
    shade: Math.max(0, Math.min(6, cell.z ?? 0)),
    isDark: (cell.z ?? 0) > 3.5,
  }));
  return {
    ...chart(title, description),
    width: CHART_WIDTH_PX - 60,
    height: { step: 28 },
    data: { values },
    encoding: {
      x: {
        field: 'role',
        type: 'ordinal',
        sort: roles,
        title: null,
        axis: { orient: 'top', labelAngle: 0, ticks: false, domain: false, labelFontSize: 12 },
      },
      y: { field: 'who', type: 'ordinal', sort: rows, title: null, axis: { ticks: false, domain: false } },
      tooltip: [
        { field: 'who', type: 'nominal', title: 'who' },
        { field: 'role', type: 'nominal', title: 'role' },
        { field: 'count', type: 'quantitative', title: 'ways', format: ',d' },
        { field: 'z', type: 'quantitative', title: 'above chance, in SD', format: '+.1f' },
      ],
    },
    layer: [
      {
        mark: { type: 'rect', stroke: PAPER, strokeWidth: 2 },
        encoding: {
          color: {
            field: 'shade',
            type: 'quantitative',
            scale: { domain: [0, 6], range: ['#f1f4f7', '#7ba6cc', '#0b3c66'] },
            legend: null,
          },
        },
      },
      {
        mark: { type: 'text', fontSize: 12 },
        encoding: {
          text: { field: 'text', type: 'nominal' },
          color: { condition: { test: 'datum.isDark', value: PAPER }, value: INK },
        },
      },
      {
        transform: [{ filter: 'datum.isTold' }],
        mark: { type: 'rect', filled: false, stroke: INK, strokeWidth: 2 },
        encoding: { color: { value: INK } },
      },
    ],
  } as unknown as Spec;
}
