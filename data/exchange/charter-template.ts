/**
 * A charter to fill in: every setting with its line of explanation and the value it has when it is left out. What makes
 * a network a network (its challenge, its lead, what members agree to) is empty, and `weft charter check` asks for it.
 *
 * Written from the schema and the settings, so that it cannot say something else than they do.
 */
import { stringify } from 'yaml';
import { z } from 'zod';
import { CharterSchema } from '../records/index.ts';
import { CHARTER_EXAMPLES, CHARTER_SETTINGS, settingOf } from './charter-settings.ts';
import type { TemplateValues } from './charter-templates.ts';

/** What a lead finds filled in although it has no default: a place to begin. */
const SUGGESTED: Readonly<Record<string, unknown>> = { charter: 1, horizon: 'P8M' };

const ON_A_LINE = {
  collectionStyle: 'flow',
  flowCollectionPadding: false,
  lineWidth: 0,
  aliasDuplicateObjects: false,
} as const;

/** Settings that are wanted as a list. */
const WANTED_LISTS: readonly string[] = ['roles.lead'];

/**
 * `schemaFile`: where the JSON Schema lies, seen from the charter; editors then help. `values` stand in the place of
 * defaults; practices among them are on.
 */
export function charterTemplate(schemaFile: string, values: TemplateValues = {}): string {
  const head = [
    `# yaml-language-server: $schema=${schemaFile}`,
    '#',
    '# The charter of a learning network: the agreement that it runs under.',
    '# Fill in what is empty; what has a value may stay, be changed or be left out.',
    '# Durations are ISO-8601: P6M = six months, P2W = two weeks, P10D = ten days, PT12H = twelve hours.',
    '# When it is filled in: weft charter check FILE, then weft launch FILE --members MEMBERS.csv',
  ];
  return `${[...head, ...settings(CharterSchema, values, [])].join('\n')}\n`;
}

/** The settings of an object. `given` is its default as a whole. */
function settings(schema: z.ZodObject, given: unknown, path: readonly string[]): string[] {
  const indent = '  '.repeat(path.length);
  return Object.entries(schema.shape).flatMap(([key, child]) => {
    const at = [...path, key];
    const name = settingOf(at);
    const own = isObject(given) ? given[key] : undefined;
    const gap = path.length === 0 ? [''] : [];
    return [...gap, `${indent}# ${CHARTER_SETTINGS[name]}`, ...setting(child as z.ZodType, own, at)].map((line) =>
      line.trimEnd(),
    );
  });
}

function setting(schema: z.ZodType, given: unknown, path: readonly string[]): string[] {
  const indent = '  '.repeat(path.length - 1);
  const key = path.at(-1);
  const name = settingOf(path);
  const inner = withoutDefault(schema);
  const example = CHARTER_EXAMPLES[name];
  if (example !== undefined && given === undefined) {
    if (typeof example !== 'object') return [`${indent}# ${key}: ${stringify(example, ON_A_LINE).trim()}`];
    const commented = block(example).map((line) => `${indent}# ${line}`);
    return inner.type === 'array' && !isOptional(schema)
      ? [`${indent}# ${key}:`, ...commented, `${indent}${key}: []`]
      : [`${indent}# ${key}:`, ...commented];
  }
  // What is off while it is not named stands there as a comment, to be switched on by taking the marks away.
  if (inner.schema instanceof z.ZodObject && isOptional(schema) && given === undefined) {
    const lines = [
      `${indent}${key}:`,
      ...settings(inner.schema, defaultOf(inner.schema) ?? inner.schema.parse({}), path),
    ];
    return lines.map((line) => `${indent}# ${line.slice(indent.length)}`);
  }
  if (inner.schema instanceof z.ZodObject) {
    return [`${indent}${key}:`, ...settings(inner.schema, given ?? defaultOf(schema), path)];
  }
  const value = given ?? defaultOf(schema) ?? SUGGESTED[name] ?? (WANTED_LISTS.includes(name) ? [] : null);
  if (Array.isArray(value) && value.some(isObject)) {
    return [`${indent}${key}:`, ...block(value).map((line) => `${indent}${line}`)];
  }
  return [`${indent}${key}: ${value === null ? '' : stringify(value, ON_A_LINE).trim()}`];
}

function block(value: unknown): string[] {
  const lines = stringify(value, { lineWidth: 0, aliasDuplicateObjects: false }).trimEnd().split('\n');
  return lines.map((line) => `  ${line}`);
}

/** What the schema puts in where nothing is given; undefined where it wants something. */
function defaultOf(schema: z.ZodType): unknown {
  const result = schema.safeParse(undefined);
  return result.success ? result.data : undefined;
}

function withoutDefault(schema: z.ZodType): { type: string; schema: z.ZodType } {
  let inner = schema;
  while (inner instanceof z.ZodDefault || inner instanceof z.ZodPrefault || inner instanceof z.ZodOptional) {
    inner = inner.unwrap() as z.ZodType;
  }
  return { type: inner.type, schema: inner };
}

function isOptional(schema: z.ZodType): boolean {
  return schema instanceof z.ZodOptional;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
