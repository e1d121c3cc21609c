/**
 * The cap on what is asked of one person: the one place that knows how often somebody was asked lately and whether that is
 * enough. Choices that can go without a particular person go through `takePlaces`; what reminds of something, and asks for
 * nothing new, through `spare`.
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
      const free = await takePlaces(store, { network, people, atMost: people.length, about, at });
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
    const facts = spared.map((member) => factOf(sparing(member, about, at), { network, source, recordedAt: at }));
    await store.append(facts, source);
  }
  return people.filter((person) => !full.has(person));
}

/**
 * Takes places: the first `atMost` of the people, in their order, who may be asked, each by one of the questions that the
 * charter allows for them; whoever comes before the last of them and may not is spared. Choice and record are one, so that
 * of two choices at the same instant only one takes somebody's last place. What was chosen about something stays chosen: an
 * attempt made again finds the same people.
 */
export async function takePlaces(
  store: RecordStore,
  choice: { network: string; people: readonly string[]; atMost: number; about: string; at: Instant },
): Promise<string[]> {
  const { network, people, atMost, about, at } = choice;
  const cap = await capOf(store, network, at);
  if (cap === null) return people.slice(0, atMost);
  const source = askedBy();
  return store.appendChosen(network, source, async (read) => {
    const places = (await read({ network, kind: 'question-place' })).map(({ body }) => body);
    const own = new Set(places.filter((place) => place.about === about).map(({ member }) => member));
    if (own.size > 0) return { facts: [], answer: people.filter((person) => own.has(person)) };
    const asked = await questionsSince({ read }, network, quarterBefore(at));
    const taken: string[] = [];
    const spared: string[] = [];
    for (const person of people) {
      if (taken.length === atMost) break;
      ((asked.get(person) ?? 0) < cap ? taken : spared).push(person);
    }
    const drafts = [
      ...taken.map((member): FactDraft => {
        const key = `question-place/${about}/${member}`;
        return { kind: 'question-place', body: { member, about, at }, validFrom: at, key };
      }),
      ...spared.map((member) => sparing(member, about, at)),
    ];
    return { facts: drafts.map((draft) => factOf(draft, { network, source, recordedAt: at })), answer: taken };
  });
}

function sparing(member: string, about: string, at: Instant): FactDraft {
  return { kind: 'sparing', body: { member, about, at }, validFrom: at, key: `sparing/${about}/${member}` };
}

/** Who was asked as often as the charter allows, as of a date; nobody where it sets no cap. */
export async function membersAtCap(store: RecordStore, network: string, at: Instant): Promise<Set<string>> {
  const cap = await capOf(store, network, at);
  if (cap === null) return new Set();
  const asked = await questionsSince(store, network, quarterBefore(at));
  return new Set([...asked].filter(([, questions]) => questions >= cap).map(([person]) => person));
}

async function capOf(store: RecordStore, network: string, at: Instant): Promise<number | null> {
  const [charter] = await store.read({ network, kind: 'charter', asOf: at });
  return charter?.body.document.practices?.burden?.questionsPerQuarter ?? null;
}

/**
 * By person: notices that asked for something, and places that are taken for what was not asked yet. Until a date for a
 * figure; without one for a choice, to which it does not matter that another workflow's clock is ahead.
 */
async function questionsSince(
  store: Pick<RecordStore, 'read'>,
  network: string,
  since: Instant,
  until: Instant | null = null,
): Promise<Map<string, number>> {
  const isLately = (at: Instant) => at >= since && (until === null || at <= until);
  const notices = (await store.read({ network, kind: 'notice' })).filter(({ body }) => body.asks === true);
  const lately = notices.filter(({ validFrom }) => isLately(validFrom));
  const known = new Set(notices.map(({ body }) => placeOf(body.person, body.about)));
  const places = (await store.read({ network, kind: 'question-place' }))
    .map(({ body }) => body)
    .filter((place) => isLately(place.at) && !known.has(placeOf(place.member, place.about)));
  return countBy([...lately.map(({ body }) => body.person), ...places.map(({ member }) => member)]);
}

function placeOf(person: string, about: string): string {
  return `${person} ${about}`;
}

function countBy(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
