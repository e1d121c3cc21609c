/** What every column of every table of an archive means, from the schemas that the facts were checked by. */
import { z } from 'zod';
import { KINDS, type Kind, type RecordKind } from '../../records/index.ts';

export interface DictionaryRow {
  file: string;
  column: string;
  type: string;
  says: string;
}

/** Columns that records share with others, beyond what their kind says. */
const SHARED: Readonly<Record<string, string>> = {
  since: 'from when on it holds, on the programme’s clock (UTC)',
};

export function dictionaryOf(
  tables: readonly { file: string; kind: Kind; columns: readonly string[] }[],
): DictionaryRow[] {
  return tables.flatMap(({ file, kind, columns }) => {
    const { schema, says } = KINDS[kind] as RecordKind;
    const properties = (z.toJSONSchema(schema, { unrepresentable: 'any' }).properties ?? {}) as Record<
      string,
      JsonType
    >;
    return columns.map((column) => ({
      ...{ file, column },
      type: column === 'since' ? 'instant' : typeOf(properties[column]),
      says: SHARED[column] ?? says,
    }));
  });
}

interface JsonType {
  type?: string;
  enum?: unknown[];
  anyOf?: JsonType[];
  items?: JsonType;
}

function typeOf(property: JsonType | undefined): string {
  if (property === undefined) return 'text';
  if (property.anyOf !== undefined) return [...new Set(property.anyOf.map(typeOf))].join(' or ');
  if (property.enum !== undefined) return `one of ${property.enum.join(', ')}`;
  if (property.type === 'array') return `list of ${typeOf(property.items)}, separated by semicolons`;
  if (property.type === 'null') return 'blank';
  return property.type === 'string' ? 'text' : (property.type ?? 'text');
}
