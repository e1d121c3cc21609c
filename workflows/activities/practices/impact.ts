/** What has been framed: every item of the agenda, cycle and experiment, since it was first recorded. */
import { type BodyOf, type Instant, type NewFact, subjectOf } from '../../../data/records/index.ts';
import type { Activities } from '../../contract/index.ts';
import { askedBy, type World } from '../world.ts';

const NEWEST = 8;

export function impactActivities({ store }: Pick<World, 'store'>): Pick<Activities, 'noteFramings'> {
  return {
    async noteFramings({ network, about, at }) {
      const found = await framed(store, network);
      const known = new Set((await store.read({ network, kind: 'framing' })).map(({ body }) => body.about));
      const facts = found
        .filter((body) => !known.has(body.about))
        .map((body): NewFact<'framing'> => {
          const since = { validFrom: body.framedAt, validTo: null, recordedAt: at, retracted: false };
          return { network, kind: 'framing', body, key: `framing/${body.about}`, source: askedBy(), ...since };
        });
      if (facts.length > 0) await store.append(facts, askedBy());
      const [asked] = about === null ? [] : await store.read({ network, kind: 'framing', subject: subjectOf(about) });
      return { framedAt: asked?.body.framedAt ?? null, newest: found.slice(-NEWEST).map((body) => body.about) };
    },
  };
}

/** Oldest first. */
async function framed(store: World['store'], network: string): Promise<BodyOf<'framing'>[]> {
  const first = new Map<string, BodyOf<'framing'>>();
  const note = (about: string, what: BodyOf<'framing'>['what'], framedAt: Instant): void => {
    const earlier = first.get(about);
    if (earlier === undefined || framedAt < earlier.framedAt) first.set(about, { about, what, framedAt });
  };
  for (const fact of await store.history({ network, kind: 'agenda-item' })) {
    if (fact.kind === 'agenda-item') note(fact.body.item, 'agenda-item', fact.validFrom);
  }
  for (const fact of await store.history({ network, kind: 'cycle' })) {
    if (fact.kind === 'cycle') note(`cycle-${fact.body.cycle}`, 'cycle', fact.validFrom);
  }
  for (const { body } of await store.read({ network, kind: 'experiment' })) {
    note(body.experiment, 'experiment', body.startedAt);
  }
  return [...first.values()].sort((a, b) => {
    if (a.framedAt !== b.framedAt) return a.framedAt < b.framedAt ? -1 : 1;
    return a.about < b.about ? -1 : 1;
  });
}
