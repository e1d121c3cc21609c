/** A folder of CSV files, read and checked as `weft measure` does, and made into the integer adjacency. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type CompactGraph, compact } from '../../../analysis/graph/compact.ts';
import { readMeasurable } from '../../../data/exchange/read-source.ts';
import { degrees, type Given, textOf, type Work } from './work.ts';

export function prepare(given: Given): Work<CompactGraph> {
  const path = textOf(given, 'ties');
  const folder = `${path}-csv`;
  mkdirSync(folder, { recursive: true });
  const rows = readFileSync(path, 'utf8').replaceAll(' ', ',');
  writeFileSync(`${folder}/edges.csv`, `source,target\n${rows}`);
  return {
    async call() {
      const { records } = await readMeasurable(folder);
      return compact(records, { undirected: true });
    },
    answer: degrees,
  };
}
