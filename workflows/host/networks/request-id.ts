/**
 * The id of a submission whose sender gave none: made of who does what, and of what it would supersede.
 *
 * So the very same submission sent twice, or fifty times at once, is one; and saying the same again after something
 * else was said (a vote changed back, proposals stopped for the second time) is a new one. In a practice the same may be
 * said again another day: that an experiment still goes well, that somebody has met their mentor.
 */
import { createHash } from 'node:crypto';
import { type Instant, subjectOf } from '../../../data/records/index.ts';
import { canonicalJson, type RecordStore } from '../../../data/store/index.ts';
import { ACTIONS, type Action, type ActionName } from '../../contract/index.ts';

export interface Submission {
  network: string;
  action: ActionName;
  person: string;
  payload: Record<string, unknown>;
  /** On the programme's clock. */
  now: Instant;
}

export async function requestIdOf(store: RecordStore, submission: Submission): Promise<string> {
  const superseded = await supersededBy(store, submission);
  const { network, action, person, payload } = submission;
  const digest = createHash('sha256').update(canonicalJson({ network, action, person, payload, superseded }));
  return `r-${digest.digest('hex').slice(0, 40)}`;
}

/** Key of the fact that the submission would supersede, or where in the cycle it is made; null where neither matters. */
async function supersededBy(store: RecordStore, submission: Submission): Promise<string | null> {
  const { network, action, person, payload, now } = submission;
  const keyOf = async (kind: 'member' | 'vote' | 'adoption' | 'response' | 'switch', subject: string) => {
    const [fact] = await store.read({ network, kind, subject });
    return fact?.key ?? null;
  };
  switch (action) {
    case 'accept-invitation':
    case 'decline-invitation':
    case 'leave':
      return keyOf('member', subjectOf(person));
    case 'vote':
      return keyOf('vote', subjectOf('priorities', person));
    case 'adopt':
      return keyOf('adoption', subjectOf(String(payload.practice), person));
    case 'answer':
      return keyOf('response', subjectOf(String(payload.wave), person));
    case 'stop-proposals':
    case 'resume-proposals':
      return keyOf('switch', subjectOf('switch'));
    case 'contribute':
    case 'end-stage': {
      const cycles = (await store.read({ network, kind: 'cycle' })).map(({ body }) => body);
      const newest = cycles.sort((a, b) => a.cycle - b.cycle).at(-1);
      return newest === undefined ? null : `${newest.cycle}/${newest.stage}`;
    }
    case 'propose-introduction': {
      // What was refused may be proposed once something of the kind has ended, and what was filed once is not filed twice.
      const facts = await Promise.all(
        (['proposal', 'introduction'] as const).map((kind) => store.history({ network, kind })),
      );
      return facts.map((all) => all.at(-1)?.key ?? '').join('/');
    }
    default: {
      const { takenBy }: Action = ACTIONS[action];
      return typeof takenBy === 'object' ? now.slice(0, 10) : null;
    }
  }
}
