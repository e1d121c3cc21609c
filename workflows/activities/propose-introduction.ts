/**
 * What a person proposed, once: measured as a health check measures, kept under the id that its workflow chose, or not
 * kept and why. A second attempt finds the first one's fact.
 */
import { Context } from '@temporalio/activity';
import { type HandAnswer, type HandRequest, heldBack } from '../../analysis/report/proposals/propose-by-hand.ts';
import { subjectOf } from '../../data/records/index.ts';
import type { Activities } from '../contract/index.ts';
import { factOf } from './facts.ts';
import { type HealthQuestion, healthQuestion } from './health-input.ts';
import { inThread } from './in-thread.ts';
import type { World } from './world.ts';

/** What its thread is given. */
export interface HandQuestion {
  request: HandRequest;
  input: HealthQuestion['input'];
}

export function handActivities({
  store,
  versions,
}: Pick<World, 'store' | 'versions'>): Pick<Activities, 'proposeIntroduction'> {
  return {
    async proposeIntroduction({ network, by, at, ...request }) {
      const { proposal } = request;
      const [known] = await store.read({ network, kind: 'proposal', subject: subjectOf(proposal) });
      if (known !== undefined) return { filed: { parties: known.body.parties as [string, string] } };
      const { input } = await healthQuestion(store, { network, check: proposal, asOf: at }, versions);
      const held = heldBack(request, input);
      if (held !== null) return held;
      const answer = await measured({ request, input });
      if (!('filed' in answer)) return answer;
      // Measuring takes seconds: who was erased meanwhile must not come back with what was known before.
      if ((await store.erased(network, [by, ...answer.filed.parties])).length > 0) {
        return { refused: 'somebody whom it names was erased meanwhile' };
      }
      const source = { type: 'person', id: by } as const;
      const key = `proposal/${proposal}/proposed`;
      const draft = { kind: 'proposal', body: answer.filed, validFrom: at, key } as const;
      await store.append([factOf(draft, { network, source, recordedAt: at })], source);
      return { filed: { parties: answer.filed.parties as [string, string] } };
    },
  };
}

/** Somebody waits, and so does the whole lifecycle: what has failed this often is said, and not tried for ever. */
const MOST_ATTEMPTS = 3;

async function measured(question: HandQuestion): Promise<HandAnswer> {
  const { log, info, cancellationSignal } = Context.current();
  try {
    return await inThread<HandAnswer>(new URL('./propose-thread.mjs', import.meta.url), question);
  } catch (error) {
    if (cancellationSignal.aborted || info.attempt < MOST_ATTEMPTS) throw error;
    log.error('a proposal by hand could not be measured', { error });
    return { refused: 'its effect could not be measured; the log of the worker says why' };
  }
}
