/**
 * How far each practice has spread, with the curve that Bass's model draws through it and the band in which that curve
 * lies with 95 per cent confidence. Points are shown counts, and steps hold until the next one.
 */
import { lineKey } from './line-key.ts';
import { CHART_WIDTH_PX, chart, groupScales, QUIET, type Spec } from './theme.ts';

export interface AdoptionPoint {
  practice: string;
  /** A period number, or an ISO date or month. */
  time: number | string;
  /** Share of members, 0 to 1. */
  share: number;
}

export interface FittedPoint extends AdoptionPoint {
  low: number;
  high: number;
}

const WIDTH_PX = CHART_WIDTH_PX - 70;
const DASH = [6, 3];

/** @param held where each line ends: the last share that is shown, until the last period. */
export function adoptionBass(
  points: AdoptionPoint[],
  held: AdoptionPoint[],
  fitted: FittedPoint[],
  practices: string[],
  title: string,
  description: string,
): Spec {
  const all = [...points, ...held, ...fitted];
  const isDated = all.some(({ time }) => typeof time === 'string');
  const highest = Math.max(...all.map(({ share }) => share), ...fitted.map(({ high }) => high));
  const scales = groupScales(practices);
  const legend = practices.length < 2 ? null : { title: null, orient: 'bottom', symbolOpacity: 1 };
  const x = isDated
    ? {
        ...{ field: 'time', type: 'temporal', scale: { type: 'utc' }, title: null },
        axis: { format: '%b %Y', labelOverlap: true, grid: false, tickCount: 6 },
      }
    : {
        field: 'time',
        type: 'quantitative',
        title: 'Period',
        scale: { zero: false },
        axis: { grid: false, format: 'd', tickMinStep: 1 },
      };
  const y = {
    ...{ type: 'quantitative', title: 'Members who took it up' },
    scale: { domain: [0, highest > 0.5 ? 1 : 0.5], clamp: true },
    axis: { format: '.0%', tickCount: 5 },
  };
  const color = { field: 'practice', type: 'nominal', scale: scales.color, legend };
  const when = {
    field: 'time',
    type: isDated ? 'temporal' : 'quantitative',
    title: isDated ? 'by' : 'period',
    ...(isDated ? { format: '%b %Y' } : {}),
  };
  const tooltip = [
    { field: 'practice', type: 'nominal', title: 'practice' },
    when,
    { field: 'share', type: 'quantitative', title: 'share', format: '.1%' },
  ];
  const band = {
    data: { values: fitted },
    mark: { type: 'area', opacity: 0.16 },
    encoding: { x, y: { field: 'low', ...y }, y2: { field: 'high' }, color },
  };
  const curve = {
    data: { values: fitted },
    mark: { type: 'line', strokeWidth: 1.8, strokeDash: DASH, interpolate: 'monotone' },
    encoding: { x, y: { field: 'share', ...y }, color },
  };
  return {
    ...chart(title, description),
    width: WIDTH_PX,
    height: 230,
    layer: [
      ...(fitted.length === 0 ? [] : [band]),
      {
        data: { values: [...points, ...held] },
        mark: { type: 'line', interpolate: 'step-after', strokeWidth: 2.2 },
        encoding: { x, y: { field: 'share', ...y }, color },
      },
      ...(fitted.length === 0 ? [] : [curve]),
      {
        data: { values: points },
        mark: { type: 'point', filled: true, size: 70, opacity: 1 },
        encoding: {
          ...{ x, y: { field: 'share', ...y }, color, tooltip },
          shape: { field: 'practice', type: 'nominal', scale: scales.shape, legend },
        },
      },
      ...(fitted.length === 0
        ? []
        : lineKey([{ label: 'Bass model, with its 95 % band', color: QUIET, dash: DASH }], WIDTH_PX, -8)),
    ],
  } as unknown as Spec;
}
