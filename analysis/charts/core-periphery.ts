/** How dense contact is within the core, between core and rim, and within the rim, beside the ideal of such a network. */
import { chart, INK, PAPER, type Spec } from './theme.ts';

export interface BlockRow {
  from: string;
  to: string;
  /** Share of pairs that are tied, 0 to 1; null where it may not be shown, or there is no pair. */
  density: number | null;
  pairs: number | null;
  tied: number | null;
}

const SIDE_PX = 120;

export function corePeriphery(blocks: BlockRow[], names: string[], title: string, description: string): Spec {
  const most = blocks.reduce((high, { density }) => Math.max(high, density ?? 0), 0);
  const values = blocks.map((block) => ({
    ...block,
    text: block.density === null ? 'not shown' : `${(block.density * 100).toFixed(block.density < 0.1 ? 1 : 0)} %`,
    isDark: (block.density ?? 0) > Math.max(most, 0.5) / 2,
  }));
  const place = (field: string, axis: object) => ({
    ...{ field, type: 'ordinal', sort: names, title: null },
    axis: { domain: false, ticks: false, labelAngle: 0, ...axis },
  });
  return {
    ...chart(title, description),
    width: SIDE_PX * names.length * 1.3,
    height: SIDE_PX * names.length * 0.7,
    data: { values },
    encoding: {
      x: place('to', { orient: 'top' }),
      y: place('from', {}),
      tooltip: [
        { field: 'from', type: 'nominal', title: 'between' },
        { field: 'to', type: 'nominal', title: 'and' },
        { field: 'tied', type: 'quantitative', title: 'tied pairs', format: ',d' },
        { field: 'pairs', type: 'quantitative', title: 'of pairs', format: ',d' },
      ],
    },
    layer: [
      {
        mark: { type: 'rect', stroke: PAPER, strokeWidth: 3 },
        encoding: {
          color: {
            field: 'density',
            type: 'quantitative',
            scale: { domain: [0, Math.max(most, 0.5)], range: ['#eef3f8', '#7ba6cc', '#0b3c66'] },
            legend: null,
          },
        },
      },
      {
        mark: { type: 'text', fontSize: 18 },
        encoding: {
          text: { field: 'text', type: 'nominal' },
          color: { condition: { test: 'datum.isDark', value: PAPER }, value: INK },
        },
      },
    ],
  } as unknown as Spec;
}
