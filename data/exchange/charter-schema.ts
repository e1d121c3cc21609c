/**
 * The charter's JSON Schema: what editors use to complete, explain and underline while a charter is written. Made from
 * the one definition, with a description for every setting.
 *
 * Draft 7, because that is what the YAML language server reads.
 */
import { z } from 'zod';
import { CharterSchema } from '../records/index.ts';
import { CHARTER_SETTINGS, settingOf } from './charter-settings.ts';

export function charterJsonSchema(): Record<string, unknown> {
  // Input: what a lead writes, where settings with a default may be left out.
  const { $schema, ...schema } = z.toJSONSchema(CharterSchema, { target: 'draft-7', io: 'input' });
  return {
    $schema,
    title: 'Charter of a learning network',
    description: 'The agreement that a network runs under. Durations are ISO-8601: P6M, P2W, P10D, PT12H.',
    ...(described(schema, []) as object),
  };
}

/** Afterwards and by place, because a schema that is used in two places is one object while it is being translated. */
function described(schema: unknown, path: readonly PropertyKey[]): unknown {
  if (typeof schema !== 'object' || schema === null) return schema;
  const copy: Record<string, unknown> = { ...schema };
  const description = CHARTER_SETTINGS[settingOf(path)];
  if (description !== undefined) copy.description = description;
  if ('items' in copy) copy.items = described(copy.items, [...path, 0]);
  if (typeof copy.properties === 'object' && copy.properties !== null) {
    const properties = Object.entries(copy.properties);
    copy.properties = Object.fromEntries(properties.map(([key, value]) => [key, described(value, [...path, key])]));
  }
  return copy;
}
