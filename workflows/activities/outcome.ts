/** What became of a proposal: predicted against observed, judged once for each date the charter names. */
import { judgeOutcome } from '../../analysis/report/outcome.ts';
import { subjectOf } from '../../data/records/index.ts';
import type { Activities } from '../contract/index.ts';
import { factOf } from './facts.ts';
import { askedBy, neverWorks, type World } from './world.ts';

export function outcomeActivities({ store }: Pick<World, 'store'>): Pick<Activities, 'judgeOutcome'> {
  return {
    async judgeOutcome({ network, proposal: id, afterDays, at }) {
      const asKnown = { network, asOf: at, knownAt: at };
      const [charter] = await store.read({ ...asKnown, kind: 'charter' });
      const [proposal] = await store.read({ ...asKnown, kind: 'proposal', subject: subjectOf(id) });
      if (charter === undefined || proposal === undefined) {
        throw neverWorks(`There is no proposal ${id} in ${network} whose outcome could be judged.`, 'MeasureError');
      }
      const introductions = await store.read({ ...asKnown, kind: 'introduction' });
      const outcome = judgeOutcome({
        proposal: proposal.body,
        afterDays,
        policy: charter.body.document.health,
        records: await store.networkRecords(network, at, at),
        introduction: introductions.find(({ body }) => body.proposal === id)?.body ?? null,
      });
      const source = askedBy();
      const draft = { kind: 'outcome', body: outcome, validFrom: at, key: `outcome/${id}/${afterDays}` } as const;
      await store.append([factOf(draft, { network, source, recordedAt: at })], source);
      // What was judged first is what counts, also for a second attempt.
      const [stored] = await store.read({ network, kind: 'outcome', subject: subjectOf(id, afterDays) });
      return { verdict: stored?.body.verdict ?? outcome.verdict };
    },
  };
}
