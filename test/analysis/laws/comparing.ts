/** What laws compare: a metric's figures without its details, names, lists and numbers each in their own way. */
import { expect } from 'vitest';
import type { MetricResult, Scope, Value } from '../../../analysis/index.ts';

/** What laws speak of in a result. */
export interface Figures {
  scope: Scope;
  /** By member or group, or under `value`. */
  values: Record<string, Value | null>;
  reasons: Record<string, string>;
}

export function figuresOf({ scope, value, values, reason, reasons }: MetricResult): Figures {
  if (values === undefined)
    return { scope, values: { value: value! }, reasons: reason === null ? {} : { value: reason } };
  return { scope, values, reasons: reasons ?? {} };
}

/** Numbers whose sums ran in another order: the same to nine digits. */
export function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}

export function expectClose(found: unknown, expected: unknown, label: string): void {
  if (typeof found === 'number' && typeof expected === 'number') {
    expect(isClose(found, expected), `${label}: ${found} should be ${expected}`).toBe(true);
  } else if (isObject(found) && isObject(expected)) {
    expect(Object.keys(found).sort(), `${label}: names`).toEqual(Object.keys(expected).sort());
    for (const [key, item] of Object.entries(expected)) expectClose(found[key], item, `${label} ${key}`);
  } else expect(found, label).toEqual(expected);
}

/** Every number in a value, changed; everything else as it is. */
export function mapNumbers(value: Value | null, change: (x: number) => number): Value | null {
  if (typeof value === 'number') return change(value);
  if (Array.isArray(value)) return value.map((item: Value) => mapNumbers(item, change)!);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, mapNumbers(item as Value | null, change)]),
  );
}

/** Every text and every key in a value, changed. */
export function mapNames<T>(value: T, change: (name: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map((item) => mapNames(item, change)) as T;
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [change(key), mapNames(item, change)])) as T;
}

/** Lists of names sorted, and lists of such lists: what is left when the order in a list means nothing. */
export function withoutOrder<T>(value: T): T {
  if (Array.isArray(value)) {
    const items = value.map(withoutOrder);
    const key = (item: unknown): string => JSON.stringify(item);
    return items.sort((a, b) => (key(a) < key(b) ? -1 : 1)) as T;
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutOrder(item)])) as T;
}

/** What a result holds at a path such as `details.reach`. */
export function at(result: MetricResult, path: string): unknown {
  return path.split('.').reduce<unknown>((holder, key) => (isObject(holder) ? holder[key] : undefined), result);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
