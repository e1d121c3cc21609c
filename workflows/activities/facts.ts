/** Facts and the inbox: what workflows decide becomes what the store knows. */
import type { NewFact } from '../../data/records/index.ts';
import type { Activities, FactDraft } from '../contract/index.ts';
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
      if (entries.length > 0) await store.putInbox(entries.map((entry) => ({ ...entry, network, workflowId })));
      return { put: entries.length };
    },

    async clearInbox(input) {
      await store.clearInbox(input);
      return { cleared: true };
    },
  };
}

/** A workflow's wish in its envelope. The workflow chose the key, so that a repeated attempt appends nothing. */
export function factOf(draft: FactDraft, envelope: Pick<NewFact, 'network' | 'source' | 'recordedAt'>): NewFact {
  const { retracted = false, ...rest } = draft;
  // The compiler cannot see that kind and body stay together through the spread.
  return { ...rest, ...envelope, retracted, validTo: null } as NewFact;
}
