/**
 * The cap on what is asked of one person: the one place that knows how often somebody was asked lately and whether that is
 * enough. Choices that can go without a particular person go through `spare`.
 */
import type { Instant } from '../../../data/records/index.ts';
import { quarterBefore } from '../../../data/records/quarter.ts';
import type { RecordStore } from '../../../data/store/record-store.ts';
import type { Activities, FactDraft } from '../../contract/index.ts';
import { factOf } from '../facts.ts';
import { askedBy, type World } from '../world.ts';

export function burdenActivities({ store }: Pick<World, 'store'>): Pick<Activities, 'countQuestions' | 'freeToAsk'> {
  return {
    async countQuestions({ network, cap, at }) {
      const since = quarterBefore(at);
      const asked = await questionsSince(store, network, since, at);
      const spared = countBy(
        (await store.read({ network, kind: 'sparing', asOf: at }))
          .map(({ body }) => body)
          .filter((body) => body.at >= since)
          .map(({ member }) => member),
      );
      const members = (await store.read({ network, kind: 'member', asOf: at }))
        .map(({ body }) => body)
        .filter(({ status }) => status === 'active');
      const drafts = members.map(({ member }): FactDraft => {
        const body = { member, until: at, questions: asked.get(member) ?? 0, spared: spared.get(member) ?? 0, cap };
        return { kind: 'question-load', body, validFrom: at, key: `question-load/${at}/${member}` };
      });
      const source = askedBy();
      await store.append(
        drafts.map((draft) => factOf(draft, { network, source, recordedAt: at })),
        source,
      );
      return { members: members.length, atCap: members.filter(({ member }) => (asked.get(member) ?? 0) >= cap).length };
    },

    async freeToAsk({ network, people, about, at }) {
      const free = await spare(store, { network, people, about, at });
      return { people: free, spared: people.length - free.length };
    },
  };
}

/** Those who may be asked for something optional; of the others it is kept that they were spared. */
export async function spare(
  store: RecordStore,
  { network, people, about, at }: { network: string; people: readonly string[]; about: string; at: Instant },
): Promise<string[]> {
  const full = await membersAtCap(store, network, at);
  const spared = people.filter((person) => full.has(person));
  if (spared.length > 0) {
    const source = askedBy();
    const drafts = spared.map((member): FactDraft => {
      return { kind: 'sparing', body: { member, about, at }, validFrom: at, key: `sparing/${about}/${member}` };
    });
    await store.append(
      drafts.map((draft) => factOf(draft, { network, source, recordedAt: at })),
      source,
    );
  }
  return people.filter((person) => !full.has(person));
}

/** Who was asked as often as the charter allows, as of a date; nobody where it sets no cap. */
export async function membersAtCap(store: RecordStore, network: string, at: Instant): Promise<Set<string>> {
  const [charter] = await store.read({ network, kind: 'charter', asOf: at });
  const cap = charter?.body.document.practices?.burden?.questionsPerQuarter;
  if (cap === undefined) return new Set();
  const asked = await questionsSince(store, network, quarterBefore(at), at);
  return new Set([...asked].filter(([, questions]) => questions >= cap).map(([person]) => person));
}

/** By person: notices that asked for something. */
async function questionsSince(
  store: RecordStore,
  network: string,
  since: Instant,
  at: Instant,
): Promise<Map<string, number>> {
  const notices = await store.read({ network, kind: 'notice', asOf: at });
  return countBy(
    notices.filter(({ body, validFrom }) => body.asks === true && validFrom >= since).map(({ body }) => body.person),
  );
}

function countBy(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
