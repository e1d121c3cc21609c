/**
 * A charter setting by setting: what it says and what it does, with what each practice does that it switches on. For a
 * lead who reads what somebody else wrote.
 */
import { z } from 'zod';
import { type CharterDocument, CharterSchema } from '../records/index.ts';
import { CHARTER_SETTINGS, settingOf } from './charter-settings.ts';

export interface ExplainedSetting {
  /** `health.rules[0].metric` */
  path: string;
  value: string | number | boolean | readonly (string | number | boolean)[];
  does: string;
}

/** What is left out and has no default is not there. Lists of settings are gone through entry by entry. */
export function explainedCharter(charter: CharterDocument): ExplainedSetting[] {
  return explained(CharterSchema, charter, []);
}

function explained(schema: z.ZodType, value: unknown, path: readonly (string | number)[]): ExplainedSetting[] {
  const inner = unwrapped(schema);
  if (value === undefined || value === null) return [];
  if (inner instanceof z.ZodObject) {
    const own = value as Record<string, unknown>;
    const settings = Object.entries(inner.shape).flatMap(([key, child]) =>
      explained(child as z.ZodType, own[key], [...path, key]),
    );
    return isPractice(path) ? [{ path: textOf(path), value: 'on', does: doesAt(path) }, ...settings] : settings;
  }
  if (inner instanceof z.ZodArray && Array.isArray(value) && value.some((entry) => typeof entry === 'object')) {
    return value.flatMap((entry, at) => explained(inner.element as z.ZodType, entry, [...path, at]));
  }
  return [{ path: textOf(path), value: value as ExplainedSetting['value'], does: doesAt(path) }];
}

/** That it is named switches it on, whatever its settings. */
function isPractice(path: readonly (string | number)[]): boolean {
  return path.length === 2 && path[0] === 'practices';
}

function doesAt(path: readonly (string | number)[]): string {
  return CHARTER_SETTINGS[settingOf(path)] ?? '';
}

function unwrapped(schema: z.ZodType): z.ZodType {
  let inner = schema;
  while (inner instanceof z.ZodDefault || inner instanceof z.ZodPrefault || inner instanceof z.ZodOptional) {
    inner = inner.unwrap() as z.ZodType;
  }
  return inner;
}

function textOf(path: readonly (string | number)[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? key : `${text}.${key}`),
    '',
  );
}
