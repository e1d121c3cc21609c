/**
 * Time until something happens: the share of members to whom it has not happened yet, with 95 per cent bands, and under
 * the axis how many could still come to it. Lines of groups differ by their dashes as well as by colour.
 */
import { CHART_WIDTH_PX, chart, groupScales, PAPER, QUIET, type Spec } from './theme.ts';

export interface SurvivalPoint {
  group: string;
  /** Periods since the first: 0 is before anybody. */
  period: number;
  share: number;
  low: number;
  high: number;
}

export interface AtRisk {
  group: string;
  period: number;
  members: number;
}

const WIDTH_PX = CHART_WIDTH_PX - 130;
/** The last step is held a little beyond its period, so that its band can be seen. */
export const BEYOND_END = 0.05;
/** More bands than this hide each other; they are in the data. */
export const MOST_BANDS = 3;

const DASHES = [
  [1, 0],
  [7, 3],
  [2, 3],
  [9, 3, 2, 3],
  [4, 2],
  [12, 4],
  [1, 2],
];

export function survival(
  points: SurvivalPoint[],
  atRisk: AtRisk[],
  groups: string[],
  periods: number,
  labels: { x: string; y: string },
  title: string,
  description: string,
): Spec {
  const { color } = groupScales(groups);
  const legend =
    groups.length < 2
      ? null
      : {
          title: null,
          orient: 'top',
          symbolType: 'stroke',
          symbolStrokeWidth: 2.5,
          symbolSize: 500,
          symbolOpacity: 1,
          columns: 3,
        };
  const axis = { format: 'd', tickMinStep: 1, grid: false };
  const x = { field: 'period', type: 'quantitative', scale: { domain: [0, periods * (1 + BEYOND_END)], nice: false } };
  const hue = { field: 'group', type: 'nominal', scale: color, legend };
  const dash = {
    field: 'group',
    type: 'nominal',
    scale: { domain: groups, range: groups.map((_, at) => DASHES[at % DASHES.length]) },
    legend,
  };
  return {
    ...chart(title, description),
    spacing: 8,
    vconcat: [
      {
        width: WIDTH_PX,
        height: 220,
        data: { values: points },
        encoding: { x: { ...x, title: labels.x, axis } },
        layer: [
          // A layer each: a scale without a legend beside the lines' would take theirs away.
          ...(groups.length > MOST_BANDS ? [] : groups).map((group, at) => ({
            data: { values: points.filter((point) => point.group === group) },
            mark: { type: 'area', interpolate: 'step-after', opacity: 0.15, color: color.range[at] },
            encoding: { y: { field: 'low', type: 'quantitative' }, y2: { field: 'high' } },
          })),
          {
            mark: { type: 'line', interpolate: 'step-after', strokeWidth: 2.4 },
            encoding: {
              y: {
                field: 'share',
                type: 'quantitative',
                title: labels.y,
                scale: { domain: [0, 1] },
                axis: { format: '.0%', tickCount: 5 },
              },
              color: hue,
              strokeDash: dash,
            },
          },
          {
            mark: { type: 'point', filled: true, size: 130, opacity: 0 },
            encoding: {
              y: { field: 'share', type: 'quantitative' },
              tooltip: [
                { field: 'group', type: 'nominal', title: 'who' },
                { field: 'period', type: 'quantitative', title: 'after periods', format: 'd' },
                { field: 'share', type: 'quantitative', title: 'not yet', format: '.1%' },
                { field: 'low', type: 'quantitative', title: 'from', format: '.1%' },
                { field: 'high', type: 'quantitative', title: 'to', format: '.1%' },
              ],
            },
          },
        ],
      },
      {
        width: WIDTH_PX,
        height: { step: 20 },
        data: { values: atRisk },
        encoding: {
          x: { ...x, axis: null },
          y: {
            field: 'group',
            type: 'nominal',
            sort: groups,
            title: 'not yet',
            axis: {
              domain: false,
              ticks: false,
              labelLimit: 110,
              labelPadding: 24,
              titleColor: QUIET,
              titleAngle: 0,
              titleAlign: 'right',
              titleAnchor: 'end',
              titleY: -6,
              titleX: -26,
            },
          },
        },
        layer: [
          { mark: { type: 'rect', opacity: 0, color: PAPER } },
          { mark: { type: 'text', fontSize: 12 }, encoding: { text: { field: 'members', type: 'quantitative' } } },
        ],
      },
    ],
  } as unknown as Spec;
}
