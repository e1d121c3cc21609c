/** Measures each graph once, under each labelling where there are groups, and holds it against its twins. */
import { type MeasureOptions, measure } from '../../../analysis/index.ts';
import { disagreements, type Twin } from './agree.ts';
import { inWords, type Plain, recordsOf } from './graphs.ts';
import type { Grouped } from './silo-definitions.ts';

/** In words, each with the graph, where ours and a twin's differ. */
export function wrongOn(graphs: readonly Plain[], twins: readonly Twin<Plain>[], options: MeasureOptions): string[] {
  const metrics = twins.map(({ metric }) => metric);
  return graphs.flatMap((graph) => {
    const { results } = measure(recordsOf(graph), { ...options, metrics, undirected: !graph.directed });
    return disagreements(twins, results, graph).map((words) => `${inWords(graph)}: ${words}`);
  });
}

/** The same under every labelling that `labelsOf` gives. */
export function wrongOnGroups(
  graphs: readonly Plain[],
  twins: readonly Twin<Grouped>[],
  labelsOf: (graph: Plain) => readonly string[][],
): string[] {
  const metrics = twins.map(({ metric }) => metric);
  return graphs.flatMap((graph) =>
    labelsOf(graph).flatMap((labels) => {
      const { results } = measure(recordsOf(graph, labels), {
        metrics,
        groupBy: 'group',
        permutations: 1,
        undirected: !graph.directed,
      });
      return disagreements(twins, results, { graph, labels }).map(
        (words) => `${inWords(graph)} ${labels.join('')}: ${words}`,
      );
    }),
  );
}
