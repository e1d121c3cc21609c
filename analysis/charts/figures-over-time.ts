/**
 * The headline figures at each health check, on the programme's dates: small lines under each other, each on its own
 * scale, with the first and last value written.
 */
import { ACCENT, CHART_WIDTH_PX, chart, MAIN, type Spec } from './theme.ts';

export interface FigurePoint {
  figure: string;
  /** ISO date of the health check. */
  date: string;
  value: number;
  /** As it is written: 82 %, −0.60. */
  text: string;
}

export function figuresOverTime(points: FigurePoint[], title: string, description: string): Spec {
  const figures = [...new Set(points.map((point) => point.figure))];
  const isEnd = new Set(
    figures.flatMap((figure) => {
      const own = points.filter((point) => point.figure === figure);
      return [own[0], own.at(-1)];
    }),
  );
  return {
    ...chart(title, description),
    data: { values: points.map((point) => ({ ...point, isEnd: isEnd.has(point) })) },
    facet: {
      row: {
        field: 'figure',
        type: 'nominal',
        sort: figures,
        title: null,
        header: { labelAngle: 0, labelAlign: 'left', labelFontSize: 13, labelLimit: 170 },
      },
    },
    spacing: 14,
    resolve: { scale: { y: 'independent' } },
    spec: {
      width: CHART_WIDTH_PX - 230,
      height: 44,
      encoding: {
        x: {
          field: 'date',
          type: 'temporal',
          scale: { type: 'utc', padding: 24 },
          title: null,
          axis: { format: '%b %Y', grid: false, labelOverlap: true, tickCount: 4 },
        },
        y: { field: 'value', type: 'quantitative', scale: { zero: false, padding: 10 }, axis: null },
      },
      layer: [
        { mark: { type: 'line', color: MAIN, strokeWidth: 2 } },
        { mark: { type: 'point', filled: true, size: 36, opacity: 1, color: MAIN } },
        {
          transform: [{ filter: 'datum.isEnd' }],
          mark: { type: 'text', dy: -11, fontSize: 12, color: ACCENT },
          encoding: { text: { field: 'text', type: 'nominal' } },
        },
      ],
    },
  } as Spec;
}
