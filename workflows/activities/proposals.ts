/** A proposal that was decided: a newer fact, with the rest of it as the health check stored it. */
import { subjectOf } from '../../data/records/index.ts';
import type { Activities } from '../contract/index.ts';
import { factOf } from './facts.ts';
import { askedBy, neverWorks, type World } from './world.ts';

export function proposalActivities({ store }: Pick<World, 'store'>): Pick<Activities, 'settleProposal'> {
  return {
    async settleProposal({ network, proposal: id, status, parties, at }) {
      const [proposal] = await store.read({ network, kind: 'proposal', subject: subjectOf(id) });
      if (proposal === undefined) throw neverWorks(`There is no proposal ${id} in ${network}.`, 'RecordError');
      const body = { ...proposal.body, status, parties: parties ?? proposal.body.parties };
      const source = askedBy();
      const draft = { kind: 'proposal', body, validFrom: at, key: `proposal/${id}/settled` } as const;
      await store.append([factOf(draft, { network, source, recordedAt: at })], source);
      return { settled: true };
    },
  };
}
