/** The benchmark for people: a line a comparison, with what it ranges over, and yes or no. */
import { textTable } from '../../data/exchange/text-table.ts';
import type { MeasuredRow } from './measure-row.ts';
import type { Quantity } from './row.ts';
import type { Bench } from './run-bench.ts';
import type { MeasuredSize } from './sizes.ts';
import type { Comparison, Held, Spread } from './verdict.ts';

const COLUMNS = [
  { label: 'row' },
  { label: 'against' },
  { label: 'ours', align: 'right' },
  { label: 'theirs', align: 'right' },
  { label: 'theirs ÷ ours', align: 'right' },
  { label: 'least – most', align: 'right' },
  { label: 'n', align: 'right' },
  { label: 'goal', align: 'right' },
  { label: '' },
] as const;

const SIZE_COLUMNS = [
  { label: 'work' },
  { label: 'members / ties' },
  { label: 'seconds', align: 'right' },
  { label: 'exponent', align: 'right' },
  { label: 'peak memory', align: 'right' },
  { label: '≤ 300 MB' },
  { label: 'error at most' },
] as const;

export function benchText({ machine, tools, repetitions, rows, sizes }: Bench): string {
  const versions = Object.entries(tools).map(([tool, version]) => `${tool} ${version}`);
  const load = `load ${machine.loadBefore.toFixed(1)} before, ${machine.loadAfter.toFixed(1)} after`;
  return [
    `${machine.processor}, ${machine.processors} processors, Node ${machine.node}; ${load}`,
    `${repetitions} repetitions in turn; medians; processor time where nothing else is said`,
    `here: ${versions.join(', ')}`,
    '',
    textTable(COLUMNS, rows.flatMap(linesOf)),
    ...reasonsOf(rows),
    ...(sizes.length === 0 ? [] : [textTable(SIZE_COLUMNS, sizes.flatMap(sizeLines))]),
  ].join('\n');
}

function linesOf({ id, comparisons, held }: MeasuredRow): string[][] {
  const lines = [...comparisons.map(comparisonLine), ...held.map(heldLine)];
  return lines.map((line, at) => [at === 0 ? id : '', ...line]);
}

function comparisonLine({ tool, quantity, ours, theirs, ratio, goal, repetitions, verdict }: Comparison): string[] {
  const against = quantity === 'processor time' ? tool : `${tool}, ${quantity}`;
  const range = ratio === null ? '' : `${times(ratio.least)} – ${times(ratio.most)}`;
  return [
    ...[against, amount(ours, quantity), amount(theirs, quantity), ratio === null ? '' : times(ratio.median), range],
    ...[String(repetitions), goal === null ? '' : `≥ ${times(goal)}`, verdict === 'shown' ? '' : verdict],
  ];
}

function heldLine({ quantity, cold, ours, atMost, repetitions, verdict }: Held): string[] {
  const range = `${written(ours.least, quantity)} – ${written(ours.most, quantity)}`;
  return [
    ...[`${cold ? 'first call, ' : ''}${quantity}`, amount(ours, quantity), '', '', range, String(repetitions)],
    ...[atMost === null ? '' : `≤ ${written(atMost, quantity)}`, verdict === 'shown' ? '' : verdict],
  ];
}

function reasonsOf(rows: readonly MeasuredRow[]): string[] {
  const reasons = rows.flatMap(({ id, comparisons }) =>
    comparisons.flatMap(({ tool, reason }) => (reason === null ? [] : [`${id}, ${tool}: ${reason}`])),
  );
  return reasons.length === 0 ? [] : [`${[...new Set(reasons)].join('\n')}\n`];
}

/** A line for each of the largest sizes; the exponent, which belongs to all, on the first. */
function sizeLines({ work, costs, exponent, bound, memory }: MeasuredSize): string[][] {
  return memory.map((held, at) => {
    const cost = costs.find(({ members, ties }) => members === held.members && ties === held.ties);
    return [
      ...[at === 0 ? work : '', `${held.members} / ${held.ties}`],
      cost === undefined ? '' : written(cost.seconds, 'wall time'),
      at === 0 && exponent !== null ? exponent.toFixed(2) : '',
      ...[written(held.ours.median, 'peak memory'), held.verdict],
      bound === null || at + 1 < memory.length ? '' : `± ${digits(bound)}`,
    ];
  });
}

function amount(spread: Spread | null, quantity: Quantity): string {
  return spread === null ? '' : written(spread.median, quantity);
}

function written(value: number, quantity: Quantity): string {
  if (quantity === 'peak memory') return `${Math.round(value / 1024 / 1024)} MB`;
  if (value < 1e-3) return `${digits(value * 1e6)} µs`;
  return value < 1 ? `${digits(value * 1e3)} ms` : `${digits(value)} s`;
}

function times(ratio: number): string {
  return `${digits(ratio)}×`;
}

/** Three digits that mean something; whole numbers stay whole. */
function digits(value: number): string {
  return value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}
