/** A member joins, declines or leaves: a newer member fact, with what is known about the member as it was. */
import { subjectOf } from '../../data/records/index.ts';
import type { Activities } from '../contract/index.ts';
import { REFUSED } from '../contract/index.ts';
import { factOf } from './facts.ts';
import { invitationSteps } from './invitations.ts';
import { neverWorks, type World } from './world.ts';

const STEP_OF = { active: 'joined', declined: 'declined' } as const;

export function standingActivities({ store }: Pick<World, 'store'>): Pick<Activities, 'setStanding'> {
  return {
    async setStanding({ network, member, status, at, request }) {
      const [known] = await store.read({ network, kind: 'member', subject: subjectOf(member) });
      // Erased between the act and this attempt: there is no standing left to change, and the workflow goes on.
      if (known === undefined && (await store.erased(network, [member])).length > 0) return { changed: false };
      if (known === undefined) throw neverWorks(`${member} is not in the roster of ${network}.`, REFUSED);
      const key = `standing/${request}`;
      if (known.body.status === status && known.key !== key) return { changed: false };
      const source = { type: 'person', id: member } as const;
      const draft = { kind: 'member', body: { ...known.body, status }, validFrom: at, key } as const;
      const steps = status === 'left' ? [] : await invitationSteps(store, network, [member], STEP_OF[status], at);
      await store.append(
        [draft, ...steps].map((fact) => factOf(fact, { network, source, recordedAt: at })),
        source,
      );
      return { changed: true };
    },
  };
}
