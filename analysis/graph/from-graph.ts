/**
 * A graphology graph that somebody holds → the records that a measurement takes, and from there the integer adjacency.
 *
 * A graph is compacted once: the result is kept as long as the graph lives and nothing of it changes, which graphology
 * tells by events. (Writing into the object that `getEdgeAttributes` returns tells nobody; use `setEdgeAttribute`.)
 *
 * What cannot be carried is refused with words instead of repaired: a mixed graph, in which a question about direction
 * has no answer, and strengths that are text, NaN, or missing on some ties. Self-ties are dropped and counted, parallel
 * ties collapsed with their strengths added, as of any records. An edge that graphology drew source → target is a tie of
 * the source, who names the target.
 */
import type Graph from 'graphology';
import type { Attributes, MeasurableRecords, TieTable } from '../../data/records/index.ts';
import { MeasureError } from '../measure-error.ts';
import { type CompactGraph, compactSelected } from './compact.ts';
import { type SelectedTies, select } from './select.ts';
import { nodeKey } from './to-graph.ts';

export interface GraphOptions {
  /**
   * The edge attribute that says how strong a tie is; null: ties have no strengths. Default: `strength` or `weight`,
   * whichever edges have.
   */
  strengthAttribute?: string | null;
}

export interface GraphRecords {
  records: MeasurableRecords;
  undirected: boolean;
}

export interface CompactedGraph extends Pick<SelectedTies, 'selfTiesDropped' | 'parallelTiesCollapsed'> {
  graph: CompactGraph;
}

/** @throws MeasureError for a mixed graph, and for strengths that are no numbers or only on some ties. */
export function recordsOfGraph(graph: Graph, { strengthAttribute }: GraphOptions = {}): GraphRecords {
  return kept(graph, `records/${strengthAttribute}`, () => {
    if (graph.type === 'mixed') {
      const way = 'make it a DirectedGraph (a tie runs from who names to who is named) or an UndirectedGraph';
      throw new MeasureError(`the graph is mixed, so that nobody knows which ties have a direction; ${way}`);
    }
    const undirected = graph.type === 'undirected';
    const { ids, position } = idsOf(graph);
    const members = graph.mapNodes((node, attributes) => {
      const ours = isOurs(node, attributes);
      return {
        member: ids[position.get(node)!]!,
        status: 'active' as const,
        hub: ours && attributes.hub === true,
        attributes: ours ? (attributes.attributes as Attributes) : plainAttributes(attributes),
      };
    });
    const ties = tiesOf(graph, ids, position, strengthAttributeOf(graph, strengthAttribute));
    return { records: { members, ties, adoptions: [], waves: [], responses: [], contributions: [] }, undirected };
  });
}

/** The integer adjacency of a graph, which metrics and kernels take. @throws MeasureError */
export function compactGraph(graph: Graph, options: GraphOptions = {}): CompactGraph {
  return compactedGraph(graph, options).graph;
}

/** The same, with what was dropped and collapsed on the way. @throws MeasureError */
export function compactedGraph(graph: Graph, options: GraphOptions = {}): CompactedGraph {
  return kept(graph, `compacted/${options.strengthAttribute}`, () => {
    const { records, undirected } = recordsOfGraph(graph, options);
    const selected = select(records);
    const { selfTiesDropped, parallelTiesCollapsed } = selected;
    return { graph: compactSelected(selected, undirected), selfTiesDropped, parallelTiesCollapsed };
  });
}

/** A graph that `toGraph` made has a prefix before its ids, and a member's attributes in one of their own. */
function isOurs(node: string, attributes: Record<string, unknown>): boolean {
  return typeof attributes.id === 'string' && node === nodeKey(attributes.id) && 'attributes' in attributes;
}

function idsOf(graph: Graph): { ids: string[]; position: Map<string, number> } {
  const ids: string[] = [];
  const position = new Map<string, number>();
  graph.forEachNode((node, attributes) => {
    position.set(node, ids.length);
    ids.push(isOurs(node, attributes) ? (attributes.id as string) : node);
  });
  return { ids, position };
}

/** What can group members: a layout's objects and lists cannot. */
function plainAttributes(attributes: Record<string, unknown>): Attributes {
  const isPlain = ([, value]: [string, unknown]): boolean =>
    value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
  return Object.fromEntries(Object.entries(attributes).filter(isPlain)) as Attributes;
}

/** The usual names, in the order in which they are looked for. */
const STRENGTH_NAMES: readonly string[] = ['strength', 'weight'];

function strengthAttributeOf(graph: Graph, asked: string | null | undefined): string | null {
  if (asked !== undefined) return asked;
  const present = STRENGTH_NAMES.filter((name) => graph.someEdge((_, attributes) => attributes[name] !== undefined));
  if (present.length > 1) {
    throw new MeasureError('edges have strength and weight; say which is meant with strengthAttribute');
  }
  return present[0] ?? null;
}

function tiesOf(
  graph: Graph,
  ids: readonly string[],
  position: ReadonlyMap<string, number>,
  attribute: string | null,
): TieTable {
  const size = graph.size;
  const from = new Int32Array(size);
  const to = new Int32Array(size);
  const strength = new Float64Array(size);
  let stated = 0;
  let row = 0;
  graph.forEachEdge((_, attributes, source, target) => {
    const [a, b] = [position.get(source)!, position.get(target)!];
    // A pair without direction has one spelling, so that parallel ones meet whichever way they were drawn.
    const turned = graph.type === 'undirected' && a > b;
    from[row] = turned ? b : a;
    to[row] = turned ? a : b;
    const value: unknown = attribute === null ? undefined : attributes[attribute];
    if (value !== undefined && value !== null) stated++;
    strength[row++] = strengthOf(value, attribute);
  });
  if (attribute !== null && stated === 0 && size > 0) {
    throw new MeasureError(`no edge has the attribute ${attribute}; name one that says how strong a tie is, or null`);
  }
  if (stated > 0 && stated < size) {
    const way = 'state it on every edge, or leave strengths out with strengthAttribute: null';
    throw new MeasureError(
      `${size - stated} of ${size} edges have no ${attribute}, which is not the same as 1; ${way}`,
    );
  }
  const same = <Value>(value: Value) => ({ values: [value], codes: new Int32Array(size) });
  return {
    ...{ ids, from, to, occurrence: null },
    strength: stated === 0 ? null : strength,
    ...{ type: same('tie'), wave: same(null), time: same(null) },
  };
}

function strengthOf(value: unknown, attribute: string | null): number {
  if (value === undefined || value === null) return Number.NaN;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  const what = typeof value === 'number' ? 'not a finite number' : `a ${typeof value}`;
  throw new MeasureError(`an edge's ${attribute} is ${what}; write a number, or say strengthAttribute: null`);
}

/** All that graphology emits when something changes that a measurement reads. */
const CHANGES = [
  ...['nodeAdded', 'edgeAdded', 'nodeDropped', 'edgeDropped', 'cleared', 'edgesCleared'],
  ...['nodeAttributesUpdated', 'edgeAttributesUpdated', 'eachNodeAttributesUpdated', 'eachEdgeAttributesUpdated'],
] as const;

interface Kept {
  results: Map<string, unknown>;
  forget: () => void;
}

const KEPT = new WeakMap<Graph, Kept>();

/** What was made of the graph before, unless it has changed since; whoever takes away all listeners is not trusted. */
function kept<Result>(graph: Graph, key: string, make: () => Result): Result {
  let entry = KEPT.get(graph);
  if (entry === undefined) {
    const results = new Map<string, unknown>();
    entry = { results, forget: () => results.clear() };
    KEPT.set(graph, entry);
  }
  const { results, forget } = entry;
  for (const change of CHANGES) {
    if (graph.listeners(change).includes(forget)) continue;
    results.clear();
    graph.on(change, forget);
  }
  if (!results.has(key)) results.set(key, make());
  return results.get(key) as Result;
}
