/**
 * What flows from group to group, as ribbons from a column of givers to a column of takers: as thick as there is much of
 * it. What stays within a group is pale, what crosses is dark and outlined, because crossing is the question.
 */
import { CHART_WIDTH_PX, chart, groupScales, INK, PAPER, QUIET, type Spec } from './theme.ts';

export interface FlowTable {
  groups: string[];
  /** From row to column. */
  counts: number[][];
}

export interface FlowWords {
  from: string;
  to: string;
  /** What a count counts: ties, contributions. */
  unit: string;
}

const WIDTH_PX = CHART_WIDTH_PX - 220;
const HEIGHT_PX = 300;
const GAP_PX = 18;
const NODE = 0.03;
const STEPS = 12;
/** A number is written into a ribbon that is thick enough for it. */
const NUMBER_PX = 13;
const MOST_LETTERS = 18;

export function flow({ groups, counts }: FlowTable, words: FlowWords, title: string, description: string): Spec {
  const { ribbons, nodes, numbers } = laidOut({ groups, counts });
  const scales = groupScales(groups);
  const place = (domain: [number, number]) => ({
    type: 'quantitative',
    scale: { domain, nice: false, zero: false },
    axis: null,
  });
  const x = place([0, 1]);
  const y = { ...place([0, HEIGHT_PX]), scale: { domain: [0, HEIGHT_PX], nice: false, reverse: true } };
  const color = { field: 'from', type: 'nominal', scale: scales.color, legend: null };
  const tooltip = [
    { field: 'from', type: 'nominal', title: words.from },
    { field: 'to', type: 'nominal', title: words.to },
    { field: 'count', type: 'quantitative', title: words.unit, format: ',d' },
  ];
  const ribbon = (crosses: boolean, mark: object, hue: object) => ({
    data: { values: ribbons.filter((one) => one.crosses === crosses) },
    mark: { type: 'area', interpolate: 'linear', ...mark },
    encoding: {
      ...{ x: { field: 'x', ...x }, y: { field: 'top', ...y }, y2: { field: 'bottom' } },
      ...{ detail: { field: 'flow', type: 'nominal' }, tooltip },
      ...hue,
    },
  });
  const label = (side: 'left' | 'right') => ({
    data: { values: nodes.filter((node) => node.side === side) },
    mark: {
      type: 'text',
      align: side === 'left' ? 'right' : 'left',
      dx: side === 'left' ? -8 : 8,
      fontSize: 13,
    },
    encoding: {
      ...{ x: { field: side === 'left' ? 'x' : 'x2', ...x }, y: { field: 'middle', ...y } },
      text: { field: 'label', type: 'nominal' },
    },
  });
  return {
    ...chart(title, description),
    width: WIDTH_PX,
    height: HEIGHT_PX,
    layer: [
      ribbon(false, { color: '#dfe5ea' }, {}),
      ribbon(true, { opacity: 0.75, line: false, stroke: INK, strokeWidth: 0.5 }, { color }),
      {
        data: { values: nodes },
        mark: { type: 'rect', color: QUIET },
        encoding: { x: { field: 'x', ...x }, x2: { field: 'x2' }, y: { field: 'top', ...y }, y2: { field: 'bottom' } },
      },
      ...[{ color: PAPER, stroke: PAPER, strokeWidth: 3 }, { color: INK }].map((ink) => ({
        data: { values: numbers },
        mark: { type: 'text', align: 'left', dx: 5, fontSize: 11, ...ink },
        encoding: { x: { field: 'x', ...x }, y: { field: 'y', ...y }, text: { field: 'count', type: 'quantitative' } },
      })),
      label('left'),
      label('right'),
      ...(['left', 'right'] as const).map((side) => ({
        data: { values: [{ text: side === 'left' ? words.from : words.to }] },
        mark: {
          type: 'text',
          align: side === 'left' ? 'right' : 'left',
          baseline: 'bottom',
          fontSize: 12,
          color: QUIET,
        },
        encoding: {
          ...{ x: { value: side === 'left' ? -8 : WIDTH_PX + 8 }, y: { value: 0 } },
          text: { field: 'text', type: 'nominal' },
        },
      })),
    ],
  } as unknown as Spec;
}

function laidOut({ groups, counts }: FlowTable) {
  const sent = counts.map(sumOf);
  const taken = groups.map((_, b) => sumOf(counts.map((row) => row[b]!)));
  const all = sumOf(sent);
  const perCount = (HEIGHT_PX - GAP_PX * groups.length) / Math.max(1, all);
  const starts = (amounts: number[]): number[] => {
    let next = GAP_PX;
    return amounts.map((amount) => {
      const start = next;
      next += amount * perCount + GAP_PX;
      return start;
    });
  };
  const [left, right] = [starts(sent), starts(taken)];
  const nodes = (['left', 'right'] as const).flatMap((side) =>
    groups.map((group, at) => {
      const amount = (side === 'left' ? sent : taken)[at]!;
      const top = (side === 'left' ? left : right)[at]!;
      const bottom = top + amount * perCount;
      const x = side === 'left' ? 0 : 1 - NODE;
      return {
        side,
        x,
        x2: x + NODE,
        top,
        bottom,
        middle: (top + bottom) / 2,
        label: `${shortened(group)}: ${amount}`,
      };
    }),
  );
  const nextLeft = [...left];
  const nextRight = [...right];
  const ribbons: RibbonPoint[] = [];
  const numbers: { x: number; y: number; count: number }[] = [];
  for (const [a, from] of groups.entries()) {
    for (const [b, to] of groups.entries()) {
      const count = counts[a]![b]!;
      if (count === 0) continue;
      const thick = count * perCount;
      const [begin, end] = [nextLeft[a]!, nextRight[b]!];
      nextLeft[a]! += thick;
      nextRight[b]! += thick;
      for (let step = 0; step <= STEPS; step++) {
        const along = step / STEPS;
        const top = begin + (end - begin) * along * along * (3 - 2 * along);
        const x = NODE + (1 - 2 * NODE) * along;
        ribbons.push({ flow: `${a}>${b}`, from, to, count, crosses: a !== b, x, top, bottom: top + thick });
      }
      if (thick >= NUMBER_PX) numbers.push({ x: NODE, y: begin + thick / 2, count });
    }
  }
  return { ribbons, nodes, numbers };
}

interface RibbonPoint {
  flow: string;
  from: string;
  to: string;
  count: number;
  crosses: boolean;
  x: number;
  top: number;
  bottom: number;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/** The number after a long name must not be cut off with it. */
function shortened(name: string): string {
  const letters = [...name];
  return letters.length <= MOST_LETTERS ? name : `${letters.slice(0, MOST_LETTERS - 1).join('')}…`;
}
