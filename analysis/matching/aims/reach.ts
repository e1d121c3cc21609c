/**
 * More reach: pairs of members within two steps of each other, the horizon of what people know about each other's work
 * (Friedkin 1983, doi:10.2307/2578279).
 *
 * While no member comes twice this is a coverage function, of which a greedy choice of pairs has at least a third of the
 * best (Fisher, Nemhauser & Wolsey 1978, doi:10.1007/BFb0121195); what it has in fact is in the tests.
 */
import { TwoStepReach } from '../reach.ts';
import { type Aim, pairsInWords } from './aim.ts';

export const moreReach: Aim = {
  id: 'reach',
  title: 'More reach',
  figure: 'share of pairs within two steps',
  definition: 'pairs of members with at most one other between them ÷ all pairs; directions joined',
  better: 'higher',
  acrossGroups: false,
  onlyIfItHelps: true,
  begin({ union }) {
    const reach = new TwoStepReach(union);
    const pairs = (union.n * (union.n - 1)) / 2;
    return {
      value: () => (pairs === 0 ? null : reach.pairsWithin / pairs),
      gain: (a, b) => ({ points: reach.gained(a, b), second: 0 }),
      ceiling: (a, b) => reach.mostGained(a, b),
      add: (a, b) => reach.add(a, b),
      because: (a, b) => `would bring ${pairsInWords(reach.gained(a, b))} within two steps of each other`,
    };
  },
};
