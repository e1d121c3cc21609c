/** Susceptibility: whether a member adopts right after those to whom the member turns. */
import { adoptersOf } from '../adopters.ts';
import { contagionFigures } from '../contagion.ts';
import type { Metric } from '../metric.ts';

export const susceptibility: Metric = {
  id: 'susceptibility',
  family: 'diffusion',
  scopes: ['member'],
  title: 'Susceptibility',
  question: 'Who adopts as soon as the people they turn to have?',
  definition:
    'With t the period of v’s own adoption, and of those whom v names: adopters of t − 1 ÷ adopters of t − 1 or earlier, ÷ all members who adopted in t − 1. Details: `shares` before the last division; `discounted`, each count summed over t − 1, t − 2, t − 3 and discounted by 1, 2, 3.',
  direction: 'Those whom the member names; undirected: all contacts. Strength is ignored.',
  normalization: '0 to 1.',
  edgeCases:
    'Not adopted, adopted in the first period, or nobody whom the member names adopted earlier: null. Nobody at all adopted in t − 1: 0. A member who did not answer: null.',
  nulls: {
    shares: 'no figure: the member’s reason says why',
    discounted: 'not adopted, adopted in the first period, did not answer, or no contact adopted earlier',
  },
  cost: 'O(n + m).',
  reference: 'Myers 2000, doi:10.1086/303110; Valente et al. 2015, doi:10.1016/j.socscimed.2015.10.001',
  oracle:
    'netdiffuseR susceptibility(normalize=TRUE and FALSE, K=1 and 3, outgoing=TRUE), 1e-9, where it gives more than 0. Where times are missing, it counts who never adopted as having adopted before: compare where non-adopters are coded as adopting after the end',
  laws: {
    relabel: 'renamed',
    reorder: 'same',
    isolate: { others: 'same', own: null },
    reverse: { changes: 'a member looks to others when ties turn around' },
    scale: 'same',
    double: 'same',
    noAnswer: 'no-figure',
  },
  reading:
    'High: follows contacts at once, and not because everybody moved just then. Low with many contacts who had adopted: waited, or was moved by something else.',
  example: {
    network: 'a>b a>c d>b e',
    adoptions: { a: 3, b: 2, c: 1, d: 1, e: 2 },
    gives: { a: 0.25, b: null, c: null, d: null, e: null },
  },
  options: ['practice'],
  needs: 'adoptions',
  readsTies: true,
  compute: (context) =>
    adoptersOf(context).map((adopters) =>
      contagionFigures(context, susceptibility, adopters, {
        contacts: context.graph.out,
        side: -1,
        atTheEdge: 'adopted in the first period: nothing comes before',
        noContact: 'nobody whom the member names adopted earlier',
        needsOwnTies: true,
      }),
    ),
};
