/**
 * How far each practice has spread: the share of members who had taken it up, by time. A step holds until the next one:
 * between two points fewer members than the smallest group took it up, which is not shown.
 */
import { CHART_WIDTH_PX, chart, groupScales, type Spec } from './theme.ts';

export interface AdoptionPoint {
  practice: string;
  /** A period number, or an ISO date. */
  time: number | string;
  /** Share of members, 0 to 1. */
  share: number;
}

/** @param held where each line ends: the last share, until the day of the report. It is no point of its own. */
export function adoptionCurve(
  points: AdoptionPoint[],
  held: AdoptionPoint[],
  practices: string[],
  title: string,
  description: string,
): Spec {
  const isDated = points.some((point) => typeof point.time === 'string');
  const scales = groupScales(practices);
  // Half the height is enough where less than half have taken anything up; never less, or every trickle looks like a flood.
  const top = points.some(({ share }) => share > 0.5) ? 1 : 0.5;
  const legend = practices.length < 2 ? null : { title: null, orient: 'top' };
  return {
    ...chart(title, description),
    width: CHART_WIDTH_PX - 70,
    height: 230,
    data: {
      values: [
        ...points.map((point) => ({ ...point, isSeen: true })),
        ...held.map((point) => ({ ...point, isSeen: false })),
      ],
    },
    encoding: {
      x: isDated
        ? {
            field: 'time',
            type: 'temporal',
            scale: { type: 'utc' },
            title: null,
            axis: { format: '%b %Y', labelOverlap: true, grid: false, tickCount: 6 },
          }
        : { field: 'time', type: 'quantitative', title: 'Period', axis: { grid: false, format: 'd', tickMinStep: 1 } },
      y: {
        field: 'share',
        type: 'quantitative',
        title: 'Members who took it up',
        scale: { domain: [0, top] },
        axis: { format: '.0%', tickCount: 5 },
      },
      color: { field: 'practice', type: 'nominal', scale: scales.color, legend },
      shape: { field: 'practice', type: 'nominal', scale: scales.shape, legend },
    },
    layer: [
      { mark: { type: 'line', interpolate: 'step-after', strokeWidth: 2.2 }, encoding: { shape: null } },
      { transform: [{ filter: 'datum.isSeen' }], mark: { type: 'point', filled: true, size: 70, opacity: 1 } },
    ],
  } as Spec;
}
