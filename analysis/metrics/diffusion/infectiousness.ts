/** Infectiousness: whether those who look to a member adopt right after the member did. */
import { adoptersOf } from '../adopters.ts';
import { contagionFigures } from '../contagion.ts';
import type { Metric } from '../metric.ts';

export const infectiousness: Metric = {
  id: 'infectiousness',
  family: 'diffusion',
  scopes: ['member'],
  title: 'Infectiousness',
  question: 'Whose adoption is followed at once by that of the people who turn to them?',
  definition:
    'With t the period of v’s own adoption, and of those who name v: adopters of t + 1 ÷ adopters of t + 1 or later, ÷ all members who adopted in t + 1. Details: `shares` before the last division; `discounted`, each count summed over t + 1, t + 2, t + 3 and discounted by 1, 2, 3.',
  direction: 'Those who name the member; undirected: all contacts. Strength is ignored.',
  normalization: '0 to 1.',
  edgeCases:
    'Not adopted, adopted in the last period, or nobody who names the member adopted later: null. Nobody at all adopted in t + 1: 0. Who has not adopted is never counted as adopting later. Missing answers of those who would name the member move it either way.',
  nulls: {
    shares: 'no figure: the member’s reason says why',
    discounted: 'not adopted, adopted in the last period, or nobody who names the member adopted later',
  },
  cost: 'O(n + m).',
  reference: 'Myers 2000, doi:10.1086/303110; Valente et al. 2015, doi:10.1016/j.socscimed.2015.10.001',
  oracle:
    'netdiffuseR infection(normalize=TRUE and FALSE, K=1 and 3, outgoing=TRUE), 1e-9; it gives 0 where we give null',
  laws: {
    relabel: 'renamed',
    reorder: 'same',
    isolate: { others: 'same', own: null },
    reverse: { changes: 'others look to a member when ties turn around' },
    scale: 'same',
    double: 'same',
    noAnswer: 'as-reported',
  },
  reading:
    'High: contacts adopt right behind this member, and not because everybody did just then. It shows order in time, not that one moved the other.',
  example: {
    network: 'b>a c>a d>a e',
    adoptions: { a: 1, b: 2, c: 3, e: 2 },
    gives: { a: 0.25, b: null, c: null, d: null, e: null },
  },
  options: ['practice'],
  needs: 'adoptions',
  readsTies: true,
  compute: (context) =>
    adoptersOf(context).map((adopters) =>
      contagionFigures(context, infectiousness, adopters, {
        contacts: context.graph.in,
        side: 1,
        atTheEdge: 'adopted in the last period: nothing comes after',
        noContact: 'nobody who names the member adopted later',
        needsOwnTies: false,
      }),
    ),
};
