/** Counting a vote: who could vote, who did, and every round of the count kept, so that anybody can count again. */
import { subjectOf } from '../../data/records/index.ts';
import type { Activities } from '../contract/index.ts';
import { factOf } from './facts.ts';
import { rankedChoice } from './ranked-choice.ts';
import { askedBy, type World } from './world.ts';

export function voteActivities({ store }: Pick<World, 'store'>): Pick<Activities, 'countVotes'> {
  return {
    async countVotes({ network, round, options, at, of = ['invited', 'active'] }) {
      const members = await store.read({ network, kind: 'member', asOf: at });
      const eligible = new Set(
        members.filter(({ body }) => of.some((standing) => standing === body.status)).map(({ body }) => body.member),
      );
      const votes = await store.read({ network, kind: 'vote', asOf: at });
      const ballots = votes
        .filter(({ body }) => body.round === round && eligible.has(body.voter))
        .map(({ body }) => body.ranking);
      const body = { round, eligible: eligible.size, voted: ballots.length, ...rankedChoice(options, ballots) };
      const source = askedBy();
      const draft = { kind: 'vote-result', body, validFrom: at, key: `vote-result/${round}` } as const;
      await store.append([factOf(draft, { network, source, recordedAt: at })], source);
      // What was stored first is what counts, also for a second attempt.
      const [stored] = await store.read({ network, kind: 'vote-result', subject: subjectOf(round) });
      const { order, voted, eligible: could } = stored?.body ?? body;
      return { order, voted, eligible: could };
    },
  };
}
