/**
 * What proposed ties would do to the spread of a practice: above, adopters with them and without, each with the band in
 * which nine of ten runs lie; below, the difference, run by run on the same luck, which is what the proposal is judged by.
 */
import { lineKey } from './line-key.ts';
import { ACCENT, CHART_WIDTH_PX, chart, INK, MAIN, QUIET, type Spec } from './theme.ts';

export interface FanRow {
  arm: 'proposed' | 'doing nothing' | 'difference';
  period: number;
  mean: number;
  /** Nine of ten runs lie between. */
  low: number;
  high: number;
}

const WIDTH_PX = CHART_WIDTH_PX - 80;
const DASH = [6, 4];

export function simulationFan(rows: FanRow[], proposal: string, title: string, description: string): Spec {
  const of = (arm: FanRow['arm']): { values: FanRow[] } => ({ values: rows.filter((row) => row.arm === arm) });
  const x = (axisTitle: string | null) => ({
    ...{ field: 'period', type: 'quantitative', title: axisTitle, scale: { nice: false, zero: false } },
    axis: { format: 'd', tickMinStep: 1, grid: false, labels: axisTitle !== null },
  });
  // A difference of a twentieth of a person must not fill the picture.
  const differences = of('difference').values;
  const least = Math.min(...differences.map(({ low }) => low), 0);
  const most = Math.max(...differences.map(({ high }) => high), least + 1);
  const tooltip = [
    { field: 'arm', type: 'nominal', title: 'what' },
    { field: 'period', type: 'quantitative', title: 'period', format: 'd' },
    { field: 'mean', type: 'quantitative', title: 'mean', format: '.1f' },
    { field: 'low', type: 'quantitative', title: 'from', format: '.0f' },
    { field: 'high', type: 'quantitative', title: 'to', format: '.0f' },
  ];
  const band = (arm: FanRow['arm'], mark: object, y: object) => ({
    data: of(arm),
    mark: { type: 'area', ...mark },
    encoding: { y: { field: 'low', type: 'quantitative', ...y }, y2: { field: 'high' } },
  });
  const line = (arm: FanRow['arm'], mark: object) => ({
    data: of(arm),
    mark: { type: 'line', strokeWidth: 2.4, ...mark },
    encoding: { y: { field: 'mean', type: 'quantitative' }, tooltip },
  });
  return {
    ...chart(title, description),
    spacing: 14,
    vconcat: [
      {
        width: WIDTH_PX,
        height: 190,
        encoding: { x: x(null) },
        layer: [
          band(
            'doing nothing',
            { color: '#8496a6', opacity: 0.28 },
            { title: 'Adopters', scale: { zero: false }, axis: { tickCount: 5, tickMinStep: 1 } },
          ),
          band('proposed', { color: MAIN, opacity: 0.22 }, { title: 'Adopters' }),
          line('doing nothing', { color: QUIET, strokeDash: DASH }),
          line('proposed', { color: MAIN }),
          ...lineKey(
            [
              { label: proposal, color: MAIN, widthPx: 2.4 },
              { label: 'doing nothing', color: QUIET, dash: DASH, widthPx: 2.4 },
            ],
            WIDTH_PX,
            -10,
          ),
        ],
      },
      {
        width: WIDTH_PX,
        height: 110,
        encoding: { x: x('Periods from now') },
        layer: [
          band(
            'difference',
            { color: ACCENT, opacity: 0.2 },
            { title: 'Difference', scale: { domain: [least, most] }, axis: { tickCount: 4, tickMinStep: 1 } },
          ),
          {
            data: { values: [{ zero: 0 }] },
            mark: { type: 'rule', color: INK, strokeWidth: 1 },
            encoding: { x: null, y: { field: 'zero', type: 'quantitative' } },
          },
          line('difference', { color: ACCENT }),
        ],
      },
    ],
  } as unknown as Spec;
}
