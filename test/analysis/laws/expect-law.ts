/** What each word of a law claims, as a comparison of two results: before a change of the network, and after it. */
import { expect } from 'vitest';
import type { MetricResult } from '../../../analysis/index.ts';
import {
  type Changes,
  type Effect,
  FORMULAS,
  type ForMembers,
  type Laws,
  type Turned,
} from '../../../analysis/metrics/laws.ts';
import { at, expectClose, type Figures, figuresOf, mapNames, mapNumbers, withoutOrder } from './comparing.ts';

export function isChanges(law: unknown): law is Changes {
  return typeof law === 'object' && law !== null && 'changes' in law;
}

export function expectSame(before: MetricResult, after: MetricResult): void {
  const { values, reasons } = figuresOf(before);
  expectClose(figuresOf(after).values, values, after.metric);
  expect(figuresOf(after).reasons, after.metric).toEqual(reasons);
}

function expectKept({ keeps = [] }: Changes, before: MetricResult, after: MetricResult): void {
  for (const path of keeps) expectClose(at(after, path), at(before, path), `${after.metric} ${path}`);
}

export function expectRelabelled(
  law: Laws['relabel'],
  before: MetricResult,
  after: MetricResult,
  renamed: (name: string) => string,
): void {
  if (isChanges(law)) expectKept(law, before, after);
  else if (law === 'same') expectSame(before, after);
  else {
    const { values, reasons } = mapNames(figuresOf(before), renamed);
    expectClose(withoutOrder(figuresOf(after).values), withoutOrder(values), after.metric);
    expect(figuresOf(after).reasons, after.metric).toEqual(reasons);
  }
}

export interface Newcomer {
  newcomer: string;
  /** Members before. */
  n: number;
}

export function expectIsolate(
  law: Effect | ForMembers,
  before: MetricResult,
  after: MetricResult,
  { newcomer, n }: Newcomer,
): void {
  const [old, now] = [figuresOf(before), figuresOf(after)];
  if (typeof law === 'string' || !('others' in law)) return void expectEffect(law, { before, after, old, now, n });
  const { [newcomer]: own, ...others } = now.values;
  const { [newcomer]: ownReason, ...reasons } = now.reasons;
  expectEffect(law.others, { before, after, old, now: { ...now, values: others, reasons }, n });
  if (after.reason !== null || ownReason?.startsWith('fewer than ')) expect(own, `${after.metric} own`).toBeNull();
  else if (law.own === 'least') {
    for (const other of Object.values(others))
      expect(own, `${after.metric} own`).toBeLessThanOrEqual((other as number) + 1e-12);
  } else expect(own, `${after.metric} own`).toEqual(law.own);
}

interface Compared {
  before: MetricResult;
  after: MetricResult;
  old: Figures;
  now: Figures;
  n: number;
}

function expectEffect(law: Effect, { before, after, old, now, n }: Compared): void {
  if (isChanges(law)) return void expectKept(law, before, after);
  const names = Object.keys(old.values);
  expect(Object.keys(now.values).sort(), `${after.metric}: of whom`).toEqual([...names].sort());
  let factor: number | null = null;
  for (const name of names) {
    // Nothing to compare with: there were not enough members for a figure.
    if (old.reasons[name]?.startsWith('fewer than ')) continue;
    const [x, y] = [old.values[name]!, now.values[name]!];
    const label = `${after.metric} ${name}`;
    if (law === 'no-higher' || law === 'no-lower') {
      if (typeof x !== 'number' || typeof y !== 'number') continue;
      expect(law === 'no-higher' ? y - x : x - y, `${label}: ${x} to ${y}`).toBeLessThanOrEqual(1e-12);
      continue;
    }
    expect(now.reasons[name], label).toBe(old.reasons[name]);
    if (x === null) expect(y, label).toBeNull();
    else if (law === 'same') expectClose(y, x, label);
    else if (law === 'proportional') {
      factor ??= (y as number) / (x as number);
      expectClose(y, (x as number) * factor, label);
    } else if ('becomes' in law)
      expectClose(
        y,
        mapNumbers(x, (one) => FORMULAS[law.becomes](one, n)),
        label,
      );
    else if ('appends' in law) expect(y, label).toEqual([...(x as number[]), law.appends]);
    else {
      const [fewer, more] = [x as Record<string, number>, y as Record<string, number>];
      for (const [entry, count] of Object.entries(fewer)) {
        if (law.raises.includes(entry)) expect(more[entry], `${label} ${entry}`).toBeGreaterThanOrEqual(count);
        else expect(more[entry], `${label} ${entry}`).toBe(count);
      }
    }
  }
}

export function expectTurned(law: Turned, before: MetricResult, after: MetricResult): void {
  if (law === 'same') return void expectSame(before, after);
  if (isChanges(law)) return void expectKept(law, before, after);
  const { values } = figuresOf(before);
  if (law === 'transposed') {
    const table = values.value as number[][] | null;
    const columns = table === null ? null : table.map((row, g) => row.map((_, h) => table[h]![g]!));
    return void expectClose(figuresOf(after).values.value, columns, after.metric);
  }
  if (!('swaps' in law)) throw new Error('a law that is not known here');
  const swapped = new Map(
    law.swaps.flatMap(
      ([one, other]) =>
        [
          [one, other],
          [other, one],
        ] as const,
    ),
  );
  expectClose(
    figuresOf(after).values,
    mapNames(values, (name) => swapped.get(name) ?? name),
    after.metric,
  );
}

export function expectScaled(law: Laws['scale'], before: MetricResult, after: MetricResult, factor: number): void {
  if (law === 'same') return void expectSame(before, after);
  const change = (x: number): number => (law === 'times' ? x * factor : x / factor);
  expectClose(figuresOf(after).values, mapNumbers(figuresOf(before).values as never, change), after.metric);
}

export interface Said {
  from: string;
  to: string;
  strength: number;
  joined: boolean;
}

export function expectDoubled(law: Laws['double'], before: MetricResult, after: MetricResult, said: Said): void {
  if (law === 'same') {
    expect(figuresOf(after), after.metric).toEqual(figuresOf(before));
    return;
  }
  const { from, to, strength, joined } = said;
  const atEnd = { from: [from], to: [to], both: [from, to] }[joined ? 'both' : law.addsStrengthAt];
  const raised = (id: string, value: unknown): unknown =>
    typeof value === 'number' && from !== to && atEnd.includes(id) ? value + strength : value;
  const expected = Object.entries(figuresOf(before).values).map(([id, value]) => [id, raised(id, value)]);
  expectClose(figuresOf(after).values, Object.fromEntries(expected), after.metric);
}
