/**
 * How many of their contacts had taken it up when early, middle and late adopters did: mean and 95 per cent interval of
 * each class, beside the share of all members who had by then, which is what contacts picked at random would show.
 */
import { lineKey } from './line-key.ts';
import { ACCENT, CHART_WIDTH_PX, chart, INK, MAIN, type Spec } from './theme.ts';

export interface ClassThreshold {
  /** "early adopters" … in order. */
  adopters: string;
  n: number;
  mean: number;
  low: number;
  high: number;
  /** Mean share of all other members who had adopted by the same times. */
  byChance: number;
}

const WIDTH_PX = CHART_WIDTH_PX - 170;

export function thresholdsByClass(rows: ClassThreshold[], axisTitle: string, title: string, description: string): Spec {
  const values = rows.map((row) => ({ ...row, label: `${row.adopters} (${row.n})` }));
  const x = {
    type: 'quantitative',
    title: axisTitle,
    scale: { domain: [0, 1], nice: false },
    axis: { format: '.0%', tickCount: 5 },
  };
  return {
    ...chart(title, description),
    width: WIDTH_PX,
    height: { step: 46 },
    data: { values },
    encoding: {
      y: { field: 'label', type: 'nominal', sort: null, title: null, axis: { domain: false, ticks: false } },
      tooltip: [
        { field: 'adopters', type: 'nominal', title: 'adopters' },
        { field: 'n', type: 'quantitative', title: 'with a threshold', format: 'd' },
        { field: 'mean', type: 'quantitative', title: 'mean share of contacts', format: '.1%' },
        { field: 'low', type: 'quantitative', title: 'from', format: '.1%' },
        { field: 'high', type: 'quantitative', title: 'to', format: '.1%' },
        { field: 'byChance', type: 'quantitative', title: 'of all members', format: '.1%' },
      ],
    },
    layer: [
      {
        mark: { type: 'bar', size: 10, color: '#a9c4dc', cornerRadius: 4 },
        encoding: { x: { field: 'low', ...x }, x2: { field: 'high' } },
      },
      {
        mark: { type: 'tick', color: ACCENT, opacity: 1, thickness: 2.5, size: 26 },
        encoding: { x: { field: 'byChance', ...x } },
      },
      {
        mark: { type: 'point', filled: true, size: 90, opacity: 1, color: MAIN },
        encoding: { x: { field: 'mean', ...x } },
      },
      {
        mark: { type: 'text', dy: -15, fontSize: 12, color: INK },
        encoding: { x: { field: 'mean', ...x }, text: { field: 'mean', type: 'quantitative', format: '.0%' } },
      },
      ...lineKey([{ label: 'share of all members by then', color: ACCENT, widthPx: 2.5 }], WIDTH_PX, -14),
    ],
  } as unknown as Spec;
}
