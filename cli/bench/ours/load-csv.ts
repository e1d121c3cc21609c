/** A folder of CSV files, read and checked as `weft measure` does, and made into the integer adjacency. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type CompactGraph, compact } from '../../../analysis/graph/compact.ts';
import { readMeasurable } from '../../../data/exchange/read-source.ts';
import { degrees, type Given, textOf, type Work } from './work.ts';

export function prepare(given: Given): Work<CompactGraph> {
  const path = textOf(given, 'ties');
  const folder = `${path}-csv`;
  // Once for all processes of a run, so that it is not seen in the memory of those that are measured.
  if (!existsSync(folder)) {
    mkdirSync(folder);
    writeFileSync(`${folder}/edges.csv`, `source,target\n${readFileSync(path, 'utf8').replaceAll(' ', ',')}`);
  }
  return {
    async call() {
      const { records } = await readMeasurable(folder);
      return compact(records);
    },
    answer: degrees,
  };
}
