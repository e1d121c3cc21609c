/**
 * A charter as people write it, in YAML → the document that workflows obey; or every problem with the line and column
 * at which to mend it. What is missing is shown at the setting that it belongs to.
 *
 * All problems are named at once: a lead mends a charter in one sitting.
 */
import { z } from 'zod';
import { type CharterDocument, CharterSchema } from '../records/index.ts';
import { checkCharter } from './charter-checks.ts';
import { CHARTER_SETTINGS, settingOf } from './charter-settings.ts';
import { type CharterText, readCharterText } from './charter-syntax.ts';
import { shownKey, wordsFor } from './charter-words.ts';
import { nearMatch } from './near-match.ts';

export interface CharterProblem {
  file: string;
  line: number;
  column: number;
  /** The setting: `health.rules[0].metric`; empty where it is about the text itself. */
  path: string;
  message: string;
}

export type CharterReading =
  | { ok: true; charter: CharterDocument; warnings: CharterProblem[] }
  | { ok: false; problems: CharterProblem[]; warnings: CharterProblem[] };

const MOST_CHARACTERS = 500_000;

/** `metrics`: ids of the catalogue that rules and targets may name; left out, they are not looked up. */
export function readCharter(
  text: string,
  fileName: string,
  { metrics }: { metrics?: readonly string[] } = {},
): CharterReading {
  const refused = (message: string): CharterReading => ({
    ok: false,
    problems: [{ file: fileName, line: 1, column: 1, path: '', message }],
    warnings: [],
  });
  if (text.length > MOST_CHARACTERS) return refused(`is longer than ${MOST_CHARACTERS} characters; this is no charter`);
  const read = readCharterText(text.replace(/^\uFEFF/, ''));
  if (
    read.problems.length === 0 &&
    (typeof read.value !== 'object' || read.value === null || Array.isArray(read.value))
  ) {
    return refused('is no charter: write settings, each as a name, a colon and a value; weft charter new shows how');
  }

  const result = CharterSchema.safeParse(withPracticesOn(read.value), { error: wordsFor });
  const problems = read.problems.map((problem) => ({ file: fileName, ...problem }));
  const slips = new Set(problems.map(({ line }) => line));
  const add = (found: Omit<CharterProblem, 'file'>) => {
    if (!slips.has(found.line)) problems.push({ file: fileName, ...found });
  };
  for (const issue of result.success ? [] : result.error.issues) {
    for (const found of located(issue, read)) {
      // What has the wrong form fails further checks as well: the first says it.
      if (!problems.some(({ path, line }) => path === found.path && line === found.line)) add(found);
    }
  }
  const remarks = checkCharter(read.value, metrics).map(({ path, message, isWarning }) => ({
    problem: { file: fileName, ...read.placeOf(path), path: pathText(path), message },
    isWarning,
  }));
  for (const { problem, isWarning } of remarks) if (!isWarning) add(problem);
  const warnings = inOrder(remarks.filter(({ isWarning }) => isWarning).map(({ problem }) => problem));

  if (!result.success || problems.length > 0) return { ok: false, problems: inOrder(distinct(problems)), warnings };
  return { ok: true, charter: result.data, warnings };
}

/** A practice that is named and left empty is on, as it is by default; so is the empty list of them. */
function withPracticesOn(value: unknown): unknown {
  if (!isSettings(value) || !Object.hasOwn(value, 'practices')) return value;
  const { practices } = value;
  if (practices === null) return { ...value, practices: {} };
  if (!isSettings(practices)) return value;
  const on = Object.entries(practices).map(([name, settings]) => [name, settings === null ? {} : settings]);
  return { ...value, practices: Object.fromEntries(on) as unknown };
}

function isSettings(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `charter.yaml line 12, column 3: health.every: is …` */
export function charterProblemText({ file, line, column, path, message }: CharterProblem): string {
  return `${file} line ${line}, column ${column}: ${path === '' ? '' : `${path}: `}${message}`;
}

function located(issue: z.core.$ZodIssue, read: CharterText): Omit<CharterProblem, 'file'>[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownSetting(issue.path, key, read));
  const isMissing = !has(read.value, issue.path);
  // A slip of the text may hide what seems to be missing.
  if (isMissing && read.isBroken) return [];
  const { path, message } = issue;
  const says = CHARTER_SETTINGS[settingOf(path)];
  const isEmpty = isMissing || valueAt(read.value, path) === null;
  const explained = isEmpty && says !== undefined && issue.code !== 'custom' ? `${message} (${says})` : message;
  return [{ ...read.placeOf(path), path: pathText(path), message: explained }];
}

function unknownSetting(path: readonly PropertyKey[], key: string, read: CharterText): Omit<CharterProblem, 'file'> {
  const place = read.placeOfKey([...path, key]);
  const known = settingsAt(path);
  // Where roles are expected, somebody may have written who holds them.
  if (path[0] === 'roles')
    return { ...place, path: 'roles', message: `has a role that is none of ${known.join(', ')}` };
  const near = nearMatch(key, known);
  const message = near === null ? 'is no setting of a charter; remove it' : `is no setting; did you mean ${near}?`;
  return { ...place, path: pathText([...path, key]), message };
}

/** Names that may stand at a place of the document. */
function settingsAt(path: readonly PropertyKey[]): string[] {
  let schema: unknown = CharterSchema;
  for (const key of path) {
    schema = unwrapped(schema);
    if (schema instanceof z.ZodObject) schema = schema.shape[String(key)];
    else if (schema instanceof z.ZodArray) schema = schema.element;
  }
  schema = unwrapped(schema);
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

function unwrapped(schema: unknown): unknown {
  let inner = schema;
  while (inner instanceof z.ZodDefault || inner instanceof z.ZodPrefault || inner instanceof z.ZodOptional) {
    inner = inner.unwrap();
  }
  return inner;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown>)[key], value);
}

function has(value: unknown, path: readonly PropertyKey[]): boolean {
  let inner = value;
  for (const key of path) {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, key)) return false;
    inner = (inner as Record<PropertyKey, unknown>)[key];
  }
  return true;
}

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    const name = shownKey(String(key));
    return text === '' ? name : `${text}.${name}`;
  }, '');
}

function distinct(problems: CharterProblem[]): CharterProblem[] {
  const seen = new Map(problems.map((problem) => [charterProblemText(problem), problem]));
  return [...seen.values()];
}

function inOrder(problems: CharterProblem[]): CharterProblem[] {
  return problems.sort((a, b) => a.line - b.line || a.column - b.column);
}
