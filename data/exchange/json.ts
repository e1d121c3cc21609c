/** A JSON file → tables, whichever of the formats it is in. */

import type { Problems } from './import-error.ts';
import { refuse } from './import-error.ts';
import type { SourceTable } from './import-tables.ts';
import { factsOf, isFactsJson, recordsOfFacts } from './json-facts.ts';
import { jsonGraphTables } from './json-graph.ts';
import { readJsonText } from './json-text.ts';
import { tableOf } from './table.ts';
import { tablesOf } from './write-tables.ts';

export function readJson(bytes: Uint8Array, file: string, problems: Problems, notes: string[]): SourceTable[] {
  const json = readJsonText(bytes, file);
  if (!isFactsJson(json.value)) return jsonGraphTables(json, file, problems, notes);
  const facts = factsOf(json, file);
  if (new Set(facts.map((fact) => fact.network)).size > 1) {
    refuse(file, null, 'network', 'differs between facts; export one network to a file');
  }
  // Facts of a network become the tables that an export of it as CSV would have.
  return [...tablesOf(recordsOfFacts(facts))].flatMap(([name, { header, rows }]) => {
    const cells = rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
    const lines = [header, ...cells].map((row, index) => ({ line: index + 1, cells: row }));
    const table = tableOf({ file, name, rows: lines, decimalComma: false, strictWidth: true }, problems);
    return table ? [{ table }] : [];
  });
}
