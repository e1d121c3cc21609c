/** Takeaways done: whether what is taken home from a cycle is done there. */
import type { TakeawayBody } from '../../../data/records/takeaway.ts';
import { READS_NO_TIES } from '../laws.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';
import { LEAST_PEOPLE, SHARE_OF_SEVERAL_NULL, shareOfSeveral } from './share-of-several.ts';

export const takeawaysDone: Metric = {
  id: 'takeaways-done',
  family: 'practice',
  scopes: ['network'],
  title: 'Takeaway tasks done',
  question: 'Is what members take home from a cycle done there?',
  definition:
    'Of the takeaway tasks whose group has ended or whose owner said how far it came, the share that is done. Details: tasks, done, not done, ended without a word, still open, owners, the 95 % interval (Wilson).',
  direction: 'Ties are not read.',
  normalization: '0 to 1.',
  edgeCases: `No such task, or fewer than ${LEAST_PEOPLE} owners: null.`,
  nulls: { interval: SHARE_OF_SEVERAL_NULL },
  cost: 'O(t) for t tasks.',
  reference: 'interval: Wilson 1927, doi:10.1080/01621459.1927.10502953',
  oracle: 'worked by hand; interval: scipy 1.17.1 binomtest(k, n).proportion_ci(method="wilson"), 1e-9',
  laws: READS_NO_TIES,
  reading:
    'Low may mean that tasks are too large for the time between two meetings. It is what owners say of themselves before two others who know of it.',
  example: {
    network: 'a b c d e',
    practices: {
      takeaway: [...'abcde'].map((member, at) =>
        taskOf(member, (['done', 'done', 'not-done', 'unsaid', 'done'] as const)[at]!),
      ),
    },
    gives: 0.6,
  },
  options: [],
  needs: 'practice',
  reads: 'takeaway',
  readsTies: false,
  compute(context) {
    const tasks = context.records.practices?.takeaway ?? [];
    const settled = tasks.filter(({ status }) => status !== 'open');
    const count = (status: TakeawayBody['status']): number => tasks.filter((task) => task.status === status).length;
    const owners = new Set(settled.map(({ member }) => member));
    const nothing = 'nobody has said yet how far a task came';
    const { given, interval } = shareOfSeveral(count('done'), settled.length, owners, nothing);
    const details = {
      ...{ tasks: tasks.length, done: count('done'), notDone: count('not-done'), unsaid: count('unsaid') },
      ...{ open: count('open'), owners: owners.size, interval },
    };
    return [figure(context, takeawaysDone, 'network', given, { details })];
  },
};

/** A task of an example, in a group of its own. */
export function taskOf(
  member: string,
  status: TakeawayBody['status'],
  reached: string[] = [],
  cycle = 1,
): TakeawayBody {
  return {
    ...{
      group: `group-${member}-${cycle}`,
      cycle,
      member,
      task: 't-0123456789abcdef',
      due: '2026-03-01',
      status,
      reached,
    },
    at: '2026-02-02T09:00:00.000Z',
  };
}
