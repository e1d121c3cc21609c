/** Reach beyond the room: whether what a cycle makes gets to members who were not in it. */
import { READS_NO_TIES } from '../laws.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';
import { LEAST_PEOPLE, SHARE_OF_SEVERAL_NULL, shareOfSeveral } from './share-of-several.ts';
import { taskOf } from './takeaways-done.ts';

export const reachBeyondTheRoom: Metric = {
  id: 'reach-beyond-the-room',
  family: 'practice',
  scopes: ['network'],
  title: 'Reach beyond the room',
  question: 'Does what a cycle makes get to members who were not in it?',
  definition:
    'Of the active members who were not in the room of a cycle, the share whom somebody with a takeaway task told or showed it; all cycles with such tasks together, each member counting once in each. In the room is who contributed to the cycle or took a task home from it. Details: cycles, outside (members times cycles), reached, told by how many, also reached inside, the 95 % interval (Wilson).',
  direction: 'Ties are not read.',
  normalization: '0 to 1.',
  edgeCases: `No takeaway task, or everybody was in the room: null; fewer than ${LEAST_PEOPLE} who took a task: null.`,
  nulls: { interval: SHARE_OF_SEVERAL_NULL },
  cost: 'O(t·r + c·n) for t tasks that reach r members each, c cycles and n members.',
  reference: 'interval: Wilson 1927, doi:10.1080/01621459.1927.10502953',
  oracle: 'worked by hand',
  // One more member is outside of every cycle, and reached in none.
  laws: {
    ...READS_NO_TIES,
    isolate: 'no-higher',
  },
  reading:
    'It is what those who tell say, and of members alone: colleagues at home who are no members are not counted. High with few who tell: they carry the whole network.',
  example: {
    network: 'a b c d e f g',
    contributions: 'a b',
    practices: { takeaway: [...'abcde'].map((member) => taskOf(member, 'done', member === 'a' ? ['f', 'b'] : [])) },
    gives: 0.5,
  },
  options: [],
  needs: 'practice',
  reads: 'takeaway',
  readsTies: false,
  compute(context) {
    const active = new Set(context.graph.ids);
    const tasks = context.records.practices?.takeaway ?? [];
    let outside = 0;
    let reached = 0;
    let inside = 0;
    const cycles = new Set(tasks.map(({ cycle }) => cycle));
    for (const cycle of cycles) {
      const own = tasks.filter((task) => task.cycle === cycle);
      const contributed = context.records.contributions
        .filter((one) => one.cycle === cycle)
        .map(({ member }) => member);
      const room = new Set([...contributed, ...own.map(({ member }) => member)]);
      const told = [...new Set(own.flatMap((task) => task.reached))].filter((member) => active.has(member));
      outside += [...active].filter((member) => !room.has(member)).length;
      reached += told.filter((member) => !room.has(member)).length;
      inside += told.filter((member) => room.has(member)).length;
    }
    const owners = new Set(tasks.map(({ member }) => member));
    const nothing = tasks.length === 0 ? 'nobody has taken a task home yet' : 'everybody was in the room';
    const { given, interval } = shareOfSeveral(reached, outside, owners, nothing);
    const tellers = new Set(tasks.filter((task) => task.reached.length > 0).map(({ member }) => member)).size;
    const details = { cycles: cycles.size, outside, reached, tellers, inside, interval };
    return [figure(context, reachBeyondTheRoom, 'network', given, { details })];
  },
};
