import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TRIAD_TYPES, type TriadType, triadCensusOf } from '../../../analysis/graph/triads.ts';
import { graphOf, networks, type Strengths } from './random-graphs.ts';

/** One triad of each type as arcs among 0, 1 and 2, as Holland and Leinhardt draw them. */
const DRAWN: Record<TriadType, string> = {
  '003': '',
  '012': '01',
  '102': '01 10',
  '021D': '10 12',
  '021U': '01 21',
  '021C': '01 12',
  '111D': '01 10 21',
  '111U': '01 10 12',
  '030T': '01 12 02',
  '030C': '01 12 20',
  '201': '01 10 12 21',
  '120D': '10 12 02 20',
  '120U': '01 21 02 20',
  '120C': '01 12 02 20',
  '210': '01 12 21 02 20',
  '300': '01 10 12 21 02 20',
};

const ORDERS = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
];

/** Every set of three, held against the drawings in each of its six orders. */
function censusTwin(strengths: Strengths): Record<string, number> {
  const census: Record<string, number> = Object.fromEntries(TRIAD_TYPES.map((type) => [type, 0]));
  for (const a of strengths.keys()) {
    for (let b = 0; b < a; b++) {
      for (let c = 0; c < b; c++) {
        const spellings = ORDERS.map((order) => {
          const members = order.map((at) => [a, b, c][at]!);
          const arcs = ['01', '02', '10', '12', '20', '21'];
          return arcs.filter(([from, to]) => strengths[members[Number(from)]!]![members[Number(to)]!]! > 0).join(' ');
        });
        const type = TRIAD_TYPES.find((one) => spellings.includes(DRAWN[one].split(' ').sort().join(' ')))!;
        census[type]!++;
      }
    }
  }
  return census;
}

describe('triads counted from contacts and closed triads are the triads that are there', () => {
  it('each drawing is counted as itself', () => {
    for (const type of TRIAD_TYPES) {
      const strengths = [0, 1, 2].map((v) => [0, 1, 2].map((w) => (DRAWN[type].includes(`${v}${w}`) ? 1 : 0)));
      expect(censusTwin(strengths)[type]).toBe(1);
      expect(triadCensusOf(graphOf(strengths))[type]).toBe(1);
    }
  });

  it('on random networks', () => {
    fc.assert(
      fc.property(networks, (strengths) => {
        expect(triadCensusOf(graphOf(strengths))).toEqual(censusTwin(strengths));
      }),
    );
  });
});
