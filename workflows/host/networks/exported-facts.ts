/**
 * Files that `weft export --format json` wrote: all facts of a network. They are appended as they are, under the keys
 * they have, so that what is known already changes nothing and an export of the import holds the same facts.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { isFactsJson, readJsonFacts } from '../../../data/exchange/index.ts';
import type { NewFact } from '../../../data/records/index.ts';

export interface Exported {
  facts: NewFact[];
  files: { name: string; sha256: string }[];
  /** The paths that are something else. */
  others: string[];
}

/** @throws ImportError with every fact that its schema refuses, by line and field. */
export async function exportedFacts(network: string, paths: readonly string[]): Promise<Exported> {
  const found: Exported = { facts: [], files: [], others: [] };
  for (const path of paths) {
    const bytes = path.endsWith('.json') ? await readFile(path).catch(() => null) : null;
    // What cannot be read is told by the reader of the other formats, by its name.
    if (bytes === null || !claimsToBeExport(bytes)) {
      found.others.push(path);
      continue;
    }
    const name = basename(path);
    for (const { subject: _subject, ...fact } of readJsonFacts(bytes, name)) {
      found.facts.push({ ...fact, network } as NewFact);
    }
    found.files.push({ name, sha256: createHash('sha256').update(bytes).digest('hex') });
  }
  return found;
}

function claimsToBeExport(bytes: Uint8Array): boolean {
  try {
    return isFactsJson(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    // Broken JSON is told by the reader of the other formats, with its line.
    return false;
  }
}
