/**
 * The headline figures at each health check, on the programme's dates: small lines under each other, each on its own
 * scale, with the first and last value written.
 */
import { ACCENT, CHART_WIDTH_PX, chart, MAIN, type Spec } from './theme.ts';

export interface FigurePoint {
  figure: string;
  /** ISO date of the health check; or the name of a wave of which no date is known. */
  date: string;
  value: number;
  /** As it is written: 82 %, −0.60. */
  text: string;
  /** How far missing answers could move it, where that is known. */
  low?: number | null;
  high?: number | null;
}

/** A change within them has not been seen. */
const RANGES = {
  transform: [{ filter: 'isValid(datum.low) && isValid(datum.high)' }],
  mark: { type: 'rule', color: '#a9c4dc', strokeWidth: 5 },
  encoding: { y: { field: 'low', type: 'quantitative' }, y2: { field: 'high' } },
};

/** Numbers stand beside the ends where the ranges are above and below them. */
const BESIDE_PX = 56;

function valueAt(end: 'first' | 'last', mark: object): object {
  return {
    transform: [{ filter: `datum.end === '${end}'` }],
    mark: { type: 'text', baseline: 'middle', fontSize: 12, color: ACCENT, ...mark },
    encoding: { text: { field: 'text', type: 'nominal' } },
  };
}

export function figuresOverTime(points: FigurePoint[], title: string, description: string): Spec {
  const figures = [...new Set(points.map((point) => point.figure))];
  const ends = figures.map((figure) => points.filter((point) => point.figure === figure));
  const isEnd = new Set(ends.flatMap((own) => [own[0], own.at(-1)]));
  const hasRanges = points.some(({ low, high }) => low != null && high != null);
  const endOf = (point: FigurePoint) =>
    hasRanges ? { end: ends.some((own) => own[0] === point) ? 'first' : isEnd.has(point) ? 'last' : 'neither' } : {};
  const isDated = points.every(({ date }) => /^\d{4}-\d{2}-\d{2}/.test(date));
  const dates = [...new Set(points.map(({ date }) => date))];
  return {
    ...chart(title, description),
    data: { values: points.map((point) => ({ ...point, isEnd: isEnd.has(point), ...endOf(point) })) },
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
        x: isDated
          ? {
              field: 'date',
              type: 'temporal',
              scale: { type: 'utc', padding: hasRanges ? BESIDE_PX : 24 },
              title: null,
              axis: { format: '%b %Y', grid: false, labelOverlap: true, tickCount: 4 },
            }
          : { field: 'date', type: 'ordinal', sort: dates, title: 'Wave', axis: { grid: false, labelAngle: 0 } },
        y: { field: 'value', type: 'quantitative', scale: { zero: false, padding: 10 }, axis: null },
      },
      layer: [
        ...(hasRanges ? [RANGES] : []),
        { mark: { type: 'line', color: MAIN, strokeWidth: 2 } },
        { mark: { type: 'point', filled: true, size: 36, opacity: 1, color: MAIN } },
        ...(hasRanges
          ? [valueAt('first', { align: 'right', dx: -9 }), valueAt('last', { align: 'left', dx: 9 })]
          : [
              {
                transform: [{ filter: 'datum.isEnd' }],
                mark: { type: 'text', dy: -11, fontSize: 12, color: ACCENT },
                encoding: { text: { field: 'text', type: 'nominal' } },
              },
            ]),
      ],
    },
  } as Spec;
}
