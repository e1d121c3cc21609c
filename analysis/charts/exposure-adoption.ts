/**
 * Whether practice travels along ties: of those who had not taken it up, the share who did in the next period, by how many
 * of their contacts had; with the interval that so many observations leave. Rising columns fit spread by contact; they do
 * not prove it, for the like-minded name each other.
 */
import { CHART_WIDTH_PX, chart, INK, PAPER, type Spec } from './theme.ts';

export interface ExposureRate {
  /** "none", "up to a half" … in order. */
  exposure: string;
  /** Members times periods in which somebody so exposed could have taken it up. */
  atRisk: number;
  /** Who did; null where they are too few to be shown. */
  adopting: number | null;
  rate: number | null;
  low: number | null;
  high: number | null;
  /** What is written over the column, or in its place. */
  text: string;
}

const WIDTH_PX = CHART_WIDTH_PX - 100;

export function exposureAdoption(rows: ExposureRate[], title: string, description: string): Spec {
  const highest = rows.reduce((most, { high, rate }) => Math.max(most, high ?? 0, rate ?? 0), 0);
  const values = rows.map((row) => ({ ...row, height: row.rate ?? 0, top: row.high ?? row.rate ?? 0 }));
  const axis = { labelAngle: 0, labelLimit: 110, domain: true, ticks: false, labelExpr: "split(datum.label, '|')" };
  const label = { type: 'text', dy: -9, fontSize: 13 };
  const above = { y: { field: 'top', type: 'quantitative' }, text: { field: 'text', type: 'nominal' } };
  return {
    ...chart(title, description),
    width: WIDTH_PX,
    height: 220,
    data: { values: values.map((row) => ({ ...row, band: `${row.exposure}|n = ${row.atRisk}` })) },
    encoding: {
      x: {
        ...{
          field: 'band',
          type: 'ordinal',
          sort: null,
          title: 'Contacts who had taken it up before (n: members × periods)',
        },
        ...{ scale: { paddingInner: 0.45, paddingOuter: 0.25 }, axis },
      },
      y: {
        ...{ field: 'height', type: 'quantitative', title: 'Took it up in the next period' },
        ...{
          scale: { domain: [0, Math.max(0.05, highest) * 1.15], nice: true },
          axis: { format: '.0%', tickCount: 5 },
        },
      },
      tooltip: [
        { field: 'exposure', type: 'nominal', title: 'contacts who had' },
        { field: 'atRisk', type: 'quantitative', title: 'members × periods', format: ',d' },
        { field: 'text', type: 'nominal', title: 'took it up' },
        { field: 'low', type: 'quantitative', title: 'from', format: '.1%' },
        { field: 'high', type: 'quantitative', title: 'to', format: '.1%' },
      ],
    },
    layer: [
      { mark: { type: 'bar', color: '#a9c4dc', stroke: '#5b7f9f', strokeWidth: 1 } },
      {
        transform: [{ filter: 'isValid(datum.low) && isValid(datum.high)' }],
        mark: { type: 'rule', color: INK, strokeWidth: 1.6 },
        encoding: { y: { field: 'low', type: 'quantitative' }, y2: { field: 'high' } },
      },
      { mark: { ...label, color: PAPER, stroke: PAPER, strokeWidth: 4 }, encoding: above },
      { mark: { ...label, color: INK }, encoding: above },
    ],
  } as unknown as Spec;
}
