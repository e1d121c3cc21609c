/**
 * Smaller hub dependence: pairs of members who would still be within two steps of each other if the hub were gone.
 *
 * The metric `hub-dependence` counts work, which no tie changes. Counted here is who hears of whom only by way of the
 * coordinating team: two steps apart with it and further without. A tie between others takes pairs off that count; a
 * further one that does not still brings others within two steps without the hub, which decides between equals. Where
 * nobody is marked as hub, it is those with unusually many contacts (above mean + 2 sd).
 */
import { type CompactGraph, forEachTie, fromArcs, unionOf } from '../../graph/compact.ts';
import { MeasureError } from '../../measure-error.ts';
import { TwoStepReach } from '../reach.ts';
import { type Aim, pairsInWords } from './aim.ts';

export const withoutHub: Aim = {
  id: 'hub',
  title: 'Smaller hub dependence',
  figure: 'share of pairs who depend on the hub',
  definition:
    'pairs of members outside the hub who are within two steps by way of the hub alone ÷ all pairs of them within two steps; directions joined',
  better: 'lower',
  acrossGroups: false,
  onlyIfItHelps: true,
  begin({ union, isHub }) {
    if (!isHub.includes(1)) {
      throw new MeasureError(
        'nobody is marked as hub, and nobody has unusually many contacts: mark the coordinating team in a column "hub", or choose another aim',
      );
    }
    const withHub = new TwoStepReach(union);
    const apart = new TwoStepReach(without(union, isHub));
    let within = 0;
    let depending = 0;
    for (let a = 0; a < union.n; a++) {
      for (let b = a + 1; b < union.n; b++) {
        if (isHub[a] === 1 || isHub[b] === 1) continue;
        if (apart.isWithin(a, b)) within++;
        else if (withHub.isWithin(a, b)) depending++;
      }
    }
    const freed = (a: number, b: number): number => apart.gained(a, b, withHub);
    return {
      value: () => (within + depending === 0 ? null : depending / (within + depending)),
      gain: (a, b) => ({ points: freed(a, b), second: apart.gained(a, b) }),
      ceiling: (a, b) => apart.mostGained(a, b),
      add(a, b) {
        depending -= freed(a, b);
        within += apart.gained(a, b);
        apart.add(a, b);
      },
      because: (a, b) =>
        `would let ${pairsInWords(freed(a, b))} hear of each other without the hub, and bring ${pairsInWords(apart.gained(a, b) - freed(a, b))} more within two steps`,
    };
  },
};

/** The network with the hub's ties taken away. */
function without(union: CompactGraph, isHub: Uint8Array): CompactGraph {
  const arcs = { from: [] as number[], to: [] as number[], strength: [] as number[] };
  forEachTie(union, (from, to, strength) => {
    if (isHub[from] === 1 || isHub[to] === 1) return;
    arcs.from.push(from);
    arcs.to.push(to);
    arcs.strength.push(strength);
  });
  return unionOf(fromArcs(union.ids, arcs));
}
