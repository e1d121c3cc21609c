/**
 * The E-I index of the network on the distribution that chance would give, and of each group on the middle 95 % of its
 * own. A histogram that does not reach the stroke says: not by chance.
 */
import { CHART_WIDTH_PX, chart, INK, MAIN, QUIET, type Spec } from './theme.ts';

/** A column of the histogram. */
export interface ChanceBin {
  from: number;
  to: number;
  share: number;
}

export interface GroupIndexRow {
  group: string;
  value: number | null;
  /** The middle 95 % under chance; null where no labelling gives the group a tie. */
  low: number | null;
  high: number | null;
}

export interface NetworkIndex {
  value: number;
  bins: ChanceBin[];
}

const WIDTH_PX = CHART_WIDTH_PX - 150;

const SIGNED = "datum.value === 0 ? '0' : format(datum.value, '+.1f')";

export function eIPermutations(
  network: NetworkIndex,
  groups: GroupIndexRow[],
  title: string,
  description: string,
): Spec {
  const scale = { domain: [-1, 1], nice: false };
  const axis = { values: [-1, -0.5, 0, 0.5, 1], labelExpr: SIGNED };
  return {
    ...chart(title, description),
    spacing: 18,
    vconcat: [
      histogram(network, {
        scale,
        axis: { ...axis, labels: groups.length === 0, title: groups.length === 0 ? AXIS : null },
      }),
      ...(groups.length === 0 ? [] : [intervals(groups, { scale, axis: { ...axis, title: AXIS } })]),
    ],
  } as unknown as Spec;
}

const AXIS = 'E-I index: −1 all ties within, +1 all ties across';

function histogram({ value, bins }: NetworkIndex, x: object): object {
  const most = bins.reduce((high, { share }) => Math.max(high, share), 0);
  const isLeft = value > 0.4;
  const own = [{ value, label: `observed ${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`, top: most * 1.12 }];
  return {
    width: WIDTH_PX,
    height: 110,
    encoding: { y: { type: 'quantitative', scale: { domain: [0, most * 1.2], nice: false }, axis: null } },
    layer: [
      {
        data: { values: bins },
        mark: { type: 'rect', color: '#a9b8c6', stroke: '#8496a6', strokeWidth: 0.5 },
        encoding: {
          x: { field: 'from', type: 'quantitative', ...x },
          x2: { field: 'to' },
          y: { field: 'share' },
          y2: { datum: 0 },
          tooltip: [
            { field: 'from', type: 'quantitative', title: 'from', format: '+.2f' },
            { field: 'to', type: 'quantitative', title: 'to', format: '+.2f' },
            { field: 'share', type: 'quantitative', title: 'share of labellings', format: '.1%' },
          ],
        },
      },
      {
        data: { values: own },
        mark: { type: 'rule', color: INK, strokeWidth: 2.5 },
        encoding: { x: { field: 'value', type: 'quantitative', ...x } },
      },
      {
        data: { values: own },
        mark: {
          type: 'text',
          align: isLeft ? 'right' : 'left',
          dx: isLeft ? -7 : 7,
          baseline: 'middle',
          fontWeight: 600,
        },
        encoding: {
          x: { field: 'value', type: 'quantitative', ...x },
          y: { field: 'top' },
          text: { field: 'label', type: 'nominal' },
        },
      },
    ],
  };
}

function intervals(groups: GroupIndexRow[], x: object): object {
  const names = groups.map(({ group }) => group);
  return {
    width: WIDTH_PX,
    height: { step: 34 },
    data: { values: groups },
    encoding: {
      y: {
        field: 'group',
        type: 'nominal',
        sort: names,
        title: null,
        axis: { domain: false, ticks: false, labelLimit: 140 },
      },
      tooltip: [
        { field: 'group', type: 'nominal', title: 'group' },
        { field: 'value', type: 'quantitative', title: 'E-I index', format: '+.2f' },
        { field: 'low', type: 'quantitative', title: 'chance, from', format: '+.2f' },
        { field: 'high', type: 'quantitative', title: 'chance, to', format: '+.2f' },
      ],
    },
    layer: [
      {
        transform: [{ filter: 'isValid(datum.low) && isValid(datum.high)' }],
        mark: { type: 'bar', size: 12, color: '#d3dbe3', stroke: '#8496a6', strokeWidth: 0.5 },
        encoding: { x: { field: 'low', type: 'quantitative', ...x }, x2: { field: 'high' } },
      },
      {
        transform: [{ filter: 'isValid(datum.value)' }],
        mark: { type: 'point', filled: true, size: 110, opacity: 1, color: MAIN, stroke: INK, strokeWidth: 0.5 },
        encoding: { x: { field: 'value', type: 'quantitative', ...x } },
      },
      {
        transform: [{ filter: 'isValid(datum.value)' }],
        mark: { type: 'text', dy: -13, fontSize: 12 },
        encoding: {
          x: { field: 'value', type: 'quantitative', ...x },
          text: { field: 'value', type: 'quantitative', format: '+.2f' },
        },
      },
      {
        transform: [{ filter: '!isValid(datum.value)' }],
        mark: { type: 'text', align: 'left', color: QUIET, fontSize: 12 },
        encoding: { x: { datum: -1, type: 'quantitative', ...x }, text: { value: 'no ties start here' } },
      },
    ],
  };
}
