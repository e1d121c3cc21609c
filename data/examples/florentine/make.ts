/**
 * Writes the marriages of the Florentine families, as graphology-generators has them, into nodes.csv and edges.csv
 * beside this script: `npx tsx data/examples/florentine/make.ts`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UndirectedGraph } from 'graphology';
import florentineFamilies from 'graphology-generators/social/florentine-families.js';
import { writeCsvTable } from '../../exchange/csv.ts';

/** In the data, and in every study of it, but married to none of the others; the generator leaves it out. */
const WITHOUT_MARRIAGE = ['Pucci'];

/** Name of each file → its text. */
export function florentineFiles(): Map<string, string> {
  const graph = florentineFamilies(UndirectedGraph);
  const families = [...graph.nodes(), ...WITHOUT_MARRIAGE].sort((a, b) => (a < b ? -1 : 1));
  const marriages = graph
    .mapEdges((_edge, _attributes, source, target) => (source < target ? [source, target] : [target, source]))
    .sort((a, b) => (a.join() < b.join() ? -1 : 1));
  return new Map([
    [
      'nodes.csv',
      writeCsvTable(
        ['id'],
        families.map((family) => [family]),
      ),
    ],
    [
      'edges.csv',
      writeCsvTable(
        ['source', 'target', 'type'],
        marriages.map(([source, target]) => [source!, target!, 'marriage']),
      ),
    ],
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  for (const [name, text] of florentineFiles()) writeFileSync(join(folder, name), text);
}
