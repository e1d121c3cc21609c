/**
 * What became of the ties since last time, as one bar: kept, formed, gone. Only ties of members whose answers are known
 * both times are in it: no answer is not a lost tie.
 */
import { ACCENT, CHART_WIDTH_PX, chart, MAIN, PAPER, type Spec } from './theme.ts';

export interface TieChangeRow {
  fate: 'kept' | 'formed' | 'gone';
  ties: number;
}

const FATES = ['kept', 'formed', 'gone'];

export function tieChange(rows: TieChangeRow[], title: string, description: string): Spec {
  return {
    ...chart(title, description),
    width: CHART_WIDTH_PX - 120,
    height: { step: 38 },
    data: { values: rows },
    encoding: {
      y: {
        field: 'fate',
        type: 'nominal',
        sort: FATES,
        title: null,
        axis: { domain: false, ticks: false, labelFontSize: 13 },
      },
      x: { field: 'ties', type: 'quantitative', title: 'Ties', axis: { tickMinStep: 1, tickCount: 5 } },
    },
    layer: [
      {
        mark: { type: 'bar', size: 24, strokeWidth: 1.5 },
        encoding: {
          color: {
            field: 'fate',
            type: 'nominal',
            scale: { domain: FATES, range: ['#8aa9c4', MAIN, PAPER] },
            legend: null,
          },
          stroke: {
            field: 'fate',
            type: 'nominal',
            scale: { domain: FATES, range: ['#8aa9c4', MAIN, ACCENT] },
            legend: null,
          },
        },
      },
      {
        mark: { type: 'text', align: 'left', dx: 6, fontSize: 13 },
        encoding: { text: { field: 'ties', type: 'quantitative' } },
      },
    ],
  } as Spec;
}
