/** Wins told on: whether what members agree to share reaches the others. */
import { READS_NO_TIES } from '../laws.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

export const winsToldOn: Metric = {
  id: 'wins-told-on',
  family: 'practice',
  scopes: ['network'],
  title: 'Stories told on',
  question: 'Do the stories that members agree to share reach the others?',
  definition:
    'Of the stories whose tellers agree that they are shared, the share that was sent in a digest. Details: stories, shared, told on, dropped by whoever looked at them, digests sent and withheld.',
  direction: 'Ties are not read.',
  normalization: '0 to 1.',
  edgeCases: 'Nobody agreed: null. A story whose teller took consent back since does not count, told on or not.',
  cost: 'O(s + d) for s stories and d digests.',
  reference: 'Wenger, Trayner & de Laat 2011, Promoting and assessing value creation in communities and networks',
  oracle: 'worked by hand',
  laws: READS_NO_TIES,
  reading:
    'Low with many waiting says that digests are rare or withheld. It says nothing of who reads them; the newest stories always wait for the next one.',
  example: {
    network: 'a b',
    practices: {
      story: [story(1, true), story(2, true), story(3, false)],
      'win-digest': [
        {
          ...{ digest: 'digest-1', status: 'sent', stories: ['story-1'], dropped: [], by: 'a' },
          at: '2026-07-02T09:00:00.000Z',
        },
      ],
    },
    gives: 0.5,
  },
  options: [],
  needs: 'practice',
  reads: 'story',
  readsTies: false,
  compute(context) {
    const { story: stories = [], 'win-digest': digests = [] } = context.records.practices ?? {};
    const sent = digests.filter(({ status }) => status === 'sent');
    const toldOn = new Set(sent.flatMap((digest) => digest.stories));
    const shared = stories.filter((one) => one.shared);
    const reached = shared.filter((one) => toldOn.has(one.story)).length;
    const details = {
      ...{ stories: stories.length, shared: shared.length, toldOn: reached },
      dropped: new Set(digests.flatMap(({ dropped }) => dropped)).size,
      ...{ sent: sent.length, withheld: digests.filter(({ status }) => status === 'withheld').length },
    };
    const given =
      shared.length === 0 ? { reason: 'nobody agreed that a story is shared' } : { value: reached / shared.length };
    return [figure(context, winsToldOn, 'network', given, { details })];
  },
};

function story(number: number, shared: boolean) {
  return {
    ...{ story: `story-${number}`, member: 'a', text: 't-0123456789abcdef', value: 'applied' as const, cycle: 1 },
    ...{ shared, named: false, at: '2026-06-02T09:00:00.000Z' },
  };
}
