/** Facts and the inbox: what workflows decide becomes what the store knows. */
import { type NewFact, ROLE_NAMES } from '../../data/records/index.ts';
import type { Activities, FactDraft } from '../contract/index.ts';
import { personOf } from './parting.ts';
import { whoLeft } from './who-left.ts';
import type { World } from './world.ts';

export function factActivities({
  store,
}: Pick<World, 'store'>): Pick<Activities, 'appendFacts' | 'putInbox' | 'clearInbox'> {
  return {
    async appendFacts({ network, facts, source, recordedAt }) {
      if (facts.length === 0) return { appended: 0 };
      const { appended } = await store.append(
        facts.map((draft) => factOf(draft, { network, source, recordedAt })),
        source,
      );
      return { appended };
    },

    async putInbox({ network, workflowId, entries }) {
      // Who has left between the decision to ask them and this attempt is asked nothing.
      const gone = await whoLeft(
        store,
        network,
        entries.map(({ person }) => person),
      );
      const put = entries.filter(({ person }) => !gone.has(person));
      if (put.length > 0) await store.putInbox(put.map((entry) => ({ ...entry, network, workflowId })));
      return { put: put.length };
    },

    async clearInbox(input) {
      await store.clearInbox('ids' in input ? { ids: [...input.ids, ...placesOfRoles(input.ids)] } : input);
      return { cleared: true };
    },
  };
}

/** What is answered by one waits for no holder of a role any more either. */
function placesOfRoles(ids: readonly string[]): string[] {
  const matters = new Set(ids.map((id) => id.slice(0, id.lastIndexOf('#'))));
  return [...matters].flatMap((matter) => ROLE_NAMES.map((role) => `${matter}#${personOf(role)}`));
}

/** A workflow's wish in its envelope. The workflow chose the key, so that a repeated attempt appends nothing. */
export function factOf(draft: FactDraft, envelope: Pick<NewFact, 'network' | 'source' | 'recordedAt'>): NewFact {
  const { retracted = false, ...rest } = draft;
  // The compiler cannot see that kind and body stay together through the spread.
  return { ...rest, ...envelope, retracted, validTo: null } as NewFact;
}
