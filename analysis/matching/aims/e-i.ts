/**
 * More ties across groups, where they open most: what moves the E-I index and thins silos.
 *
 * Every tie across groups moves the index alike, so that the index cannot say which; the points count, in pairs of members:
 *   points = reach gained      pairs of members who come within two steps, on top of the ties added before
 *          + directions known  1 or 2: arcs that the E-I index would count, since it reads answered rows alone
 *          + common contacts   at most 3: who has a common contact accepts more readily (Kossinets & Watts 2006,
 *                              doi:10.1126/science.1116869), and more than a few vouch for nothing new
 *          − 2 · load          contacts across groups of the busier of the two: bridges are not loaded further. Double,
 *                              because each such contact also opens a pair, which would cancel it out
 */
import { TwoStepReach } from '../reach.ts';
import { type Aim, pairsInWords } from './aim.ts';

const MOST_VOUCHING = 3;
const LOAD_COUNTS = 2;

export const acrossGroups: Aim = {
  id: 'e-i',
  title: 'More ties across groups',
  figure: 'E-I index',
  definition: '(E − I)/(E + I) over the ties of those who answered, E across and I within groups',
  better: 'higher',
  acrossGroups: true,
  onlyIfItHelps: false,
  begin(field) {
    const { union, known, loadOf } = field;
    const now = new TwoStepReach(union);
    const reach = new TwoStepReach(union);
    let { internal, external } = field.counted;
    const load = (a: number, b: number): number => Math.max(loadOf(a), loadOf(b));
    const index = (more: number): number | null => {
      const all = internal + external + more;
      return all === 0 ? null : (external + more - internal) / all;
    };
    return {
      value: () => index(0),
      gain(a, b) {
        const vouching = Math.min(MOST_VOUCHING, now.commonContacts(a, b));
        const points = reach.gained(a, b) + known[a]! + known[b]! + vouching - LOAD_COUNTS * load(a, b);
        return { points, second: 0 };
      },
      ceiling: (a, b) => reach.mostGained(a, b) + 2 + MOST_VOUCHING - LOAD_COUNTS * load(a, b),
      add(a, b) {
        reach.add(a, b);
        external += known[a]! + known[b]!;
      },
      because(a, b) {
        const [before, after] = [index(0), index(known[a]! + known[b]!)];
        const moved =
          before === null || after === null
            ? ''
            : `, and the E-I index would rise by ${Number((after - before).toPrecision(2))}`;
        return `are of different groups: ${pairsInWords(reach.gained(a, b))} would come within two steps${moved}`;
      },
    };
  },
};
