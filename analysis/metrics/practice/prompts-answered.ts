/** Prompts answered: whether members say what they learned by doing. */
import type { KnowledgePromptBody } from '../../../data/records/knowledge-prompt.ts';
import { wilsonInterval } from '../../inference/wilson-interval.ts';
import { READS_NO_TIES } from '../laws.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

/** Fewer who were asked, and a share would say of somebody whether they answered. */
const LEAST_ASKED = 5;

export const promptsAnswered: Metric = {
  id: 'prompts-answered',
  family: 'practice',
  scopes: ['network'],
  title: 'Prompts that were answered',
  question: 'Do members say what they learned by doing, when they are asked for it?',
  definition:
    'Of the prompts sent (one to each person asked), the share that was answered with a note. Details: prompts, asked, answered, the 95 % interval (Wilson), and asked and answered by occasion (session, experiment, shadowing, mentorship).',
  direction: 'Ties are not read.',
  normalization: '0 to 1.',
  edgeCases: `Nobody was asked, or fewer than ${LEAST_ASKED} times: null.`,
  cost: 'O(p) for p occasions.',
  reference: 'interval: Wilson 1927, doi:10.1080/01621459.1927.10502953',
  oracle: 'worked by hand; interval: scipy 1.17.1 binomtest(k, n).proportion_ci(method="wilson"), 1e-9',
  laws: READS_NO_TIES,
  reading:
    'The interval takes answers as independent, and the same people are asked again: read it as the least doubt there is. Low may mean too many prompts rather than nothing learned.',
  example: { network: 'a b', practices: { 'knowledge-prompt': [prompt(1, 8, 6)] }, gives: 0.75 },
  options: [],
  needs: 'practice',
  reads: 'knowledge-prompt',
  readsTies: false,
  compute(context) {
    const prompts = (context.records.practices?.['knowledge-prompt'] ?? []).filter(({ askedAt }) => askedAt !== null);
    const [asked, answered] = [sumOf(prompts, 'asked'), sumOf(prompts, 'answered')];
    const occasions = [...new Set(prompts.map(({ after }) => after))].sort();
    const byOccasion = Object.fromEntries(
      occasions.map((occasion) => {
        const those = prompts.filter(({ after }) => after === occasion);
        return [occasion, { asked: sumOf(those, 'asked'), answered: sumOf(those, 'answered') }];
      }),
    );
    const common = { prompts: prompts.length, asked };
    if (asked < LEAST_ASKED) {
      const reason = asked === 0 ? 'nobody was asked yet' : `fewer than ${LEAST_ASKED} were asked`;
      return [figure(context, promptsAnswered, 'network', { reason }, { details: common })];
    }
    const details = { ...common, answered, byOccasion, interval: wilsonInterval(answered, asked) };
    return [figure(context, promptsAnswered, 'network', { value: answered / asked }, { details })];
  },
};

function sumOf(prompts: readonly KnowledgePromptBody[], key: 'asked' | 'answered'): number {
  return prompts.reduce((sum, one) => sum + one[key], 0);
}

/** For examples and tests. */
export function prompt(number: number, asked: number, answered: number): KnowledgePromptBody {
  return {
    ...{ prompt: `prompt-${number}`, after: 'session', about: `session-${number}`, asked, answered },
    ...{ askedAt: '2026-03-17T09:00:00.000Z', endedAt: null },
  };
}
