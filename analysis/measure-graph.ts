/** Measures a graphology graph that somebody holds, as `measure` measures records: the same metrics, the same refusals. */
import type Graph from 'graphology';
import { type GraphOptions, recordsOfGraph } from './graph/from-graph.ts';
import { type Measurement, type MeasureOptions, measure } from './measure.ts';
import { MeasureError } from './measure-error.ts';

/**
 * Node keys are the members' ids, node attributes what they can be grouped by; `from-graph.ts` says what is refused.
 * @throws MeasureError
 */
export function measureGraph(graph: Graph, options: MeasureOptions & GraphOptions = {}): Measurement {
  const { strengthAttribute, ...rest } = options;
  const { records, undirected } = recordsOfGraph(graph, { strengthAttribute });
  if (undirected && (rest.directed === true || rest.undirected === false)) {
    throw new MeasureError('the graph has no directions; measure it undirected, or give a DirectedGraph');
  }
  return measure(records, undirected ? { ...rest, undirected: true, directed: undefined } : rest);
}
