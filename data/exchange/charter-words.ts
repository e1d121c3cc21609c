/**
 * What a schema finds wrong, in words that a program lead understands. The charter's own definition has good words for
 * what is particular to it; here are those for what is wrong in general: a list where text belongs, a number too large.
 *
 * A value is never shown: what stands in a charter may name people.
 */
import type { z } from 'zod';

type Issue = z.core.$ZodRawIssue;

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'settings of its own, each on a line, indented',
};

/** For `safeParse(value, { error: wordsFor })`: where the schema has no words of its own. */
export function wordsFor(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return wrongKind(issue.expected, issue.input);
    case 'invalid_value':
      if (issue.input === null || issue.input === undefined)
        return `${absence(issue.input)}; write ${oneOf(issue.values)}`;
      return `is not known; write ${oneOf(issue.values)}`;
    case 'too_small':
      return outOfRange('at least', Number(issue.minimum), issue.origin, issue.inclusive);
    case 'too_big':
      return outOfRange('at most', Number(issue.maximum), issue.origin, issue.inclusive);
    case 'unrecognized_keys':
      return 'is no setting of a charter';
    default:
      return 'is not as it should be';
  }
}

/** A name that somebody typed, short and on one line. */
export function shownKey(key: string): string {
  const flat = key.replaceAll(/\s+/gu, ' ');
  return flat.length > 40 ? `${flat.slice(0, 40)}…` : flat;
}

function wrongKind(expected: string, input: unknown): string {
  const wanted = KINDS[expected] ?? expected;
  if (input === null || input === undefined) return `${absence(input)}; write ${wanted}`;
  if (expected === 'string' && (typeof input === 'number' || typeof input === 'boolean')) {
    return `is ${kindOf(input)} to YAML; write text, in quotation marks`;
  }
  if (expected === 'int' && typeof input === 'number') return 'has a fraction; write a whole number';
  if ((expected === 'number' || expected === 'int') && typeof input === 'string') {
    return `is text; write ${wanted}, without quotation marks`;
  }
  if (expected === 'array') return `is ${kindOf(input)}; write a list, such as [one, two]`;
  return `is ${kindOf(input)}; write ${wanted}`;
}

function absence(input: unknown): string {
  return input === undefined ? 'is missing' : 'is empty';
}

function kindOf(input: unknown): string {
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'number') return 'a number';
  if (typeof input === 'boolean') return 'true or false';
  return typeof input === 'string' ? 'text' : 'a group of settings';
}

function outOfRange(bound: 'at least' | 'at most', limit: number, origin: string, inclusive = true): string {
  const strict = bound === 'at least' ? 'more than' : 'less than';
  const words = inclusive ? bound : strict;
  if (origin === 'string') {
    return bound === 'at least'
      ? `is too short; write ${words} ${limit} characters`
      : `is too long; write ${words} ${limit} characters`;
  }
  if (origin === 'array' || origin === 'set') return `has the wrong number of entries; give ${words} ${limit}`;
  return `is ${bound === 'at least' ? 'too small' : 'too large'}; give ${words} ${limit}`;
}

function oneOf(values: readonly unknown[]): string {
  const names = values.map(String);
  return names.length === 1 ? names[0]! : `one of ${names.join(', ')}`;
}
