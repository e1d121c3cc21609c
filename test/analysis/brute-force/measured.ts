/** Measures each graph once and holds it against its twins. */
import { type MeasureOptions, measure } from '../../../analysis/index.ts';
import { disagreements, type Twin } from './agree.ts';
import { inWords, type Plain, recordsOf } from './graphs.ts';

/** In words, each with the graph, where ours and a twin's differ. */
export function wrongOn(graphs: readonly Plain[], twins: readonly Twin<Plain>[], options: MeasureOptions): string[] {
  const metrics = twins.map(({ metric }) => metric);
  return graphs.flatMap((graph) => {
    const { results } = measure(recordsOf(graph), { ...options, metrics, undirected: !graph.directed });
    return disagreements(twins, results, graph).map((words) => `${inWords(graph)}: ${words}`);
  });
}
