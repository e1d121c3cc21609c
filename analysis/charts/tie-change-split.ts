/** What became of ties, within groups and between them: where contact was kept, formed and lost. */
import { CHART_WIDTH_PX, chart, INK, MAIN, type Spec } from './theme.ts';

export interface TieFateRow {
  fate: 'kept' | 'formed' | 'gone';
  /** "within a region" or "between regions". */
  place: string;
  ties: number;
}

const FATES = ['kept', 'formed', 'gone'];

export function tieChangeSplit(rows: TieFateRow[], places: [string, string], title: string, description: string): Spec {
  const fill = { domain: places, range: ['#c6d6e5', MAIN] };
  return {
    ...chart(title, description),
    width: CHART_WIDTH_PX - 110,
    height: { step: 20 },
    data: { values: rows },
    encoding: {
      y: {
        ...{ field: 'fate', type: 'nominal', sort: FATES, title: null, scale: { paddingInner: 0.35 } },
        axis: { domain: false, ticks: false, labelFontSize: 13 },
      },
      yOffset: { field: 'place', type: 'nominal', sort: places, scale: { paddingInner: 0.1 } },
      x: { field: 'ties', type: 'quantitative', title: 'Ties', axis: { tickMinStep: 1, tickCount: 5 } },
      tooltip: [
        { field: 'fate', type: 'nominal', title: 'ties' },
        { field: 'place', type: 'nominal', title: 'where' },
        { field: 'ties', type: 'quantitative', title: 'number', format: ',d' },
      ],
    },
    layer: [
      {
        mark: { type: 'bar', stroke: INK, strokeWidth: 0.6 },
        encoding: {
          color: {
            ...{ field: 'place', type: 'nominal', scale: fill },
            legend: { title: null, orient: 'top', symbolType: 'square' },
          },
        },
      },
      {
        mark: { type: 'text', align: 'left', dx: 6, fontSize: 13 },
        encoding: { text: { field: 'ties', type: 'quantitative' } },
      },
    ],
  } as unknown as Spec;
}
