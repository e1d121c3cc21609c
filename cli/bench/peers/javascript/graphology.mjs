/**
 * graphology, and graphology-metrics where it has the metric; else the loop over the graph that its users write.
 * Seeded chance by xorshift32, which costs less than Math.random and can be told again.
 */
import { readFileSync } from 'node:fs';
import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import betweennessCentrality from 'graphology-metrics/centrality/betweenness.js';
import closenessCentrality from 'graphology-metrics/centrality/closeness.js';
import pagerank from 'graphology-metrics/centrality/pagerank.js';
import modularity from 'graphology-metrics/graph/modularity.js';
import { acrossRuns, options, serve } from './protocol.mjs';

const given = options();

/** The option, where a work cannot be done without it. @param {string} name */
function need(name) {
  const value = given[name];
  if (value === undefined) throw new Error(`${name}= is missing`);
  return value;
}

function graphOf() {
  /** @type {UndirectedGraph<import('graphology-types').Attributes, import('graphology-types').Attributes>} */
  const graph = new UndirectedGraph();
  for (let v = 0; v < Number(need('members')); v++) graph.addNode(String(v));
  for (const line of readFileSync(need('ties'), 'utf8').trimEnd().split('\n')) {
    const [v, w, length] = line.split(' ');
    graph.addEdge(v, w, length === undefined ? {} : { length: Number(length) });
  }
  return graph;
}

/** Figures by node key as a list in the order of members. @param {Record<string, number>} figures */
function inOrder(figures) {
  return Array.from({ length: Number(need('members')) }, (_, v) => figures[String(v)] ?? Number.NaN);
}

/** @param {number} run */
function chance(run) {
  let state = Math.imul(run + 8, 0x9e3779b1) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x1_0000_0000;
  };
}

/** Unweighted unless told: by default the library takes the attribute `weight`, and searches by Dijkstra's method. */
function betweenness() {
  const graph = graphOf();
  const how = { getEdgeWeight: given.lengths === undefined ? null : 'length', normalized: false };
  return {
    call: () => betweennessCentrality(graph, how),
    /** @param {Record<string, number>} found */
    answer: (found) => ({ betweenness: inOrder(found) }),
  };
}

/** Closeness stands in for harmonic closeness, which the library lacks: it is the same search. */
function reach() {
  const graph = graphOf();
  return {
    call: () => closenessCentrality(graph, { wassermanFaust: true }),
    /** @param {Record<string, number>} found */
    answer: (found) => ({ closeness: inOrder(found) }),
  };
}

function labelPermutations() {
  const graph = graphOf();
  const runs = Number(need('runs'));
  const groups = Number(need('groups'));
  const nodes = graph.nodes();
  const call = () => {
    const random = chance(0);
    const labels = nodes.map((_, v) => v % groups);
    return Array.from({ length: runs }, () => {
      for (let last = labels.length - 1; last > 0; last--) {
        const other = Math.floor(random() * (last + 1));
        const kept = /** @type {number} */ (labels[last]);
        labels[last] = /** @type {number} */ (labels[other]);
        labels[other] = kept;
      }
      nodes.forEach((node, v) => {
        graph.setNodeAttribute(node, 'group', labels[v]);
      });
      let external = 0;
      graph.forEachEdge((_edge, _attributes, _source, _target, from, to) => {
        if (from.group !== to.group) external++;
      });
      return (2 * external) / graph.size - 1;
    });
  };
  return { call, answer: acrossRuns };
}

function cascade() {
  const graph = graphOf();
  const runs = Number(need('runs'));
  const seeds = Number(need('seeds'));
  const rate = Number(need('rate'));
  const call = () =>
    Array.from({ length: runs }, (_, run) => {
      const random = chance(run);
      const reached = new Set(Array.from({ length: seeds }, (_seed, v) => String(v)));
      for (const v of reached) {
        graph.forEachNeighbor(v, (w) => {
          if (!reached.has(w) && random() < rate) reached.add(w);
        });
      }
      return reached.size;
    });
  return { call, answer: acrossRuns };
}

/** As the definition reads: in every round, everybody who has not adopted looks at their contacts. */
function threshold() {
  const graph = graphOf();
  const runs = Number(need('runs'));
  const seeds = Number(need('seeds'));
  const nodes = graph.nodes();
  const call = () =>
    Array.from({ length: runs }, (_, run) => {
      const random = chance(run);
      const thresholds = new Map(nodes.map((node) => [node, random()]));
      const adopted = new Set(nodes.slice(0, seeds));
      for (let before = 0; before < adopted.size; ) {
        before = adopted.size;
        const convinced = nodes.filter((node) => {
          if (adopted.has(node)) return false;
          let count = 0;
          graph.forEachNeighbor(node, (contact) => {
            if (adopted.has(contact)) count++;
          });
          return count > 0 && count / graph.degree(node) >= Number(thresholds.get(node));
        });
        for (const node of convinced) adopted.add(node);
      }
      return adopted.size;
    });
  return { call, answer: acrossRuns };
}

/** The same by somebody who thought about it: what each still needs is counted down when a contact adopts. */
function thresholdCountdown() {
  const graph = graphOf();
  const runs = Number(need('runs'));
  const seeds = Number(need('seeds'));
  const call = () =>
    Array.from({ length: runs }, (_, run) => {
      const random = chance(run);
      const adopted = new Set(Array.from({ length: seeds }, (_seed, v) => String(v)));
      /** @type {Map<string, number>} */
      const needed = new Map();
      for (const v of adopted) {
        graph.forEachNeighbor(v, (w) => {
          if (adopted.has(w)) return;
          const left = (needed.get(w) ?? Math.ceil(random() * graph.degree(w))) - 1;
          needed.set(w, left);
          if (left <= 0) adopted.add(w);
        });
      }
      return adopted.size;
    });
  return { call, answer: acrossRuns };
}

function rank() {
  const graph = graphOf();
  return {
    call: () => pagerank(graph, { getEdgeWeight: null, tolerance: 1e-12, maxIterations: 1000 }),
    /** @param {Record<string, number>} found */
    answer: (found) => ({ pagerank: inOrder(found) }),
  };
}

function communities() {
  const graph = graphOf();
  return {
    call: () => louvain(graph, { getEdgeWeight: null, rng: chance(0) }),
    /** @param {Record<string, number>} parts */
    answer: (parts) => ({
      quality: modularity(graph, {
        getEdgeWeight: null,
        getNodeCommunity: (/** @type {string} */ node) => /** @type {number} */ (parts[node]),
      }),
    }),
  };
}

/** @type {Record<string, () => import('./protocol.mjs').Work>} */
const WORKS = {
  betweenness,
  reach,
  'label-permutations': labelPermutations,
  cascade,
  threshold,
  'threshold-countdown': thresholdCountdown,
  pagerank: rank,
  louvain: communities,
};

const work = WORKS[process.argv[2] ?? ''];
if (work === undefined) throw new Error(`there is no work '${process.argv[2]}' here`);
await serve(work());
