/**
 * How contributions are shared out: members from those who gave least, and the share that they gave together. The
 * straight line is everybody alike; the dashed one is what blind chance would give, which is never straight.
 */
import { lineKey } from './line-key.ts';
import { ACCENT, CHART_WIDTH_PX, chart, FAINT, MAIN, QUIET, type Spec } from './theme.ts';

export interface LorenzPoint {
  line: 'observed' | 'by chance';
  /** Share of members, from those who gave least. */
  members: number;
  /** Share of all contributions that they gave. */
  given: number;
}

const WIDTH_PX = CHART_WIDTH_PX - 130;
const CHANCE_DASH = [5, 3];
const EVEN_DASH = [1, 3];

export function lorenz(points: LorenzPoint[], title: string, description: string): Spec {
  const x = {
    type: 'quantitative',
    title: 'Members, from those who gave least',
    scale: { domain: [0, 1] },
    axis: { format: '.0%', tickCount: 5, grid: false },
  };
  const y = {
    type: 'quantitative',
    title: 'Share of what was given',
    scale: { domain: [0, 1] },
    axis: { format: '.0%', tickCount: 5 },
  };
  const at = { x: { field: 'members', ...x }, y: { field: 'given', ...y } };
  const of = (line: LorenzPoint['line']): { values: LorenzPoint[] } => ({
    values: points.filter((point) => point.line === line),
  });
  const tooltip = [
    { field: 'members', type: 'quantitative', title: 'of members', format: '.0%' },
    { field: 'given', type: 'quantitative', title: 'gave', format: '.1%' },
  ];
  return {
    ...chart(title, description),
    width: WIDTH_PX,
    height: WIDTH_PX * 0.8,
    layer: [
      { data: of('observed'), mark: { type: 'area', color: FAINT, opacity: 0.45, tooltip: null }, encoding: at },
      {
        data: {
          values: [
            { members: 0, given: 0 },
            { members: 1, given: 1 },
          ],
        },
        mark: { type: 'line', color: QUIET, strokeWidth: 1.5, strokeDash: EVEN_DASH },
        encoding: at,
      },
      {
        data: of('by chance'),
        mark: { type: 'line', color: ACCENT, strokeWidth: 2, strokeDash: CHANCE_DASH },
        encoding: at,
      },
      { data: of('observed'), mark: { type: 'line', color: MAIN, strokeWidth: 2.6 }, encoding: at },
      {
        data: of('observed'),
        mark: { type: 'point', filled: true, size: 45, opacity: 1, color: MAIN },
        encoding: { ...at, tooltip },
      },
      ...lineKey(
        [
          { label: 'observed', color: MAIN, widthPx: 2.6 },
          { label: 'by chance', color: ACCENT, dash: CHANCE_DASH },
          { label: 'all alike', color: QUIET, dash: EVEN_DASH, widthPx: 1.5 },
        ],
        WIDTH_PX + 10,
        -12,
      ),
    ],
  } as unknown as Spec;
}
