/** Questions per member: how much the network asks of people, and of how few. */
import type { QuestionLoadBody } from '../../../data/records/question-load.ts';
import { READS_NO_TIES } from '../laws.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

const LEAST_MEMBERS = 5;

export const questionsPerMember: Metric = {
  id: 'questions-per-member',
  family: 'equity',
  scopes: ['network'],
  title: 'Questions per member',
  question: 'How often is a member asked for something within three months, and is it always the same ones?',
  definition:
    'Notices that ask for something, per member, within the 91 days before the newest count: the mean. Details: Gini of x, the 95th percentile (the least number that is not exceeded for 95 of 100), the most that the charter allows, how many are at that cap, and how many times somebody was spared.',
  direction: 'Ties are not read.',
  normalization: 'From 0; a count in full, without an interval.',
  edgeCases: `Nothing was counted, or fewer than ${LEAST_MEMBERS} members were: null. How many are at the cap is null where they are 1 to ${LEAST_MEMBERS - 1}.`,
  nulls: { atCap: 'one to four members are at it: too few to be counted', gini: 'nobody was asked anything' },
  cost: 'O(n·log n).',
  reference: 'Gini: Ceriani & Verme 2012, doi:10.1007/s10888-011-9188-x',
  oracle: 'worked by hand',
  laws: READS_NO_TIES,
  reading:
    'Rising means: people answer less, and those who answer are worn out first. A mean says nothing of the few of whom much is asked; the percentile does.',
  example: {
    network: 'a b c d e',
    practices: { 'question-load': [...'abcde'].map((member, at) => load(member, at)) },
    gives: 2,
  },
  options: [],
  needs: 'practice',
  reads: 'question-load',
  readsTies: false,
  compute(context) {
    const all = context.records.practices?.['question-load'] ?? [];
    const newest = all.reduce((latest, { until }) => (until > latest ? until : latest), '');
    const loads = all.filter(({ until }) => until === newest);
    const n = loads.length;
    if (n < LEAST_MEMBERS) {
      const reason = `fewer than ${LEAST_MEMBERS} members were counted`;
      return [figure(context, questionsPerMember, 'network', { reason })];
    }
    const x = loads.map(({ questions }) => questions).sort((a, b) => a - b);
    const total = x.reduce((sum, one) => sum + one, 0);
    const spread = x.reduce((sum, one, at) => sum + (2 * (at + 1) - n - 1) * one, 0);
    const atCap = loads.filter(({ questions, cap }) => questions >= cap).length;
    const details = {
      ...{ counted: newest, members: n, questions: total, gini: total === 0 ? null : spread / (n * total) },
      ...{ percentile95: x[Math.ceil(0.95 * n) - 1], cap: loads[0]?.cap ?? null },
      atCap: atCap > 0 && atCap < LEAST_MEMBERS ? null : atCap,
      spared: loads.reduce((sum, { spared }) => sum + spared, 0),
    };
    return [figure(context, questionsPerMember, 'network', { value: total / n }, { details })];
  },
};

function load(member: string, questions: number): QuestionLoadBody {
  return { member, until: '2026-04-01T09:00:00.000Z', questions, spared: 0, cap: 12 };
}
