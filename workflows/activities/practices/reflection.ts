/** Weighing a cycle's action against its reflection, and sharing what a member wrote for themselves. */
import { type BodyOf, subjectOf } from '../../../data/records/index.ts';
import type { RecordStore } from '../../../data/store/record-store.ts';
import type { Activities } from '../../contract/index.ts';
import { factOf } from '../facts.ts';
import { askedBy, type World } from '../world.ts';

type Balance = BodyOf<'cycle-balance'>;

export function reflectionActivities({
  store,
}: Pick<World, 'store'>): Pick<Activities, 'weighCycle' | 'shareReflection'> {
  return {
    async weighCycle({ network, cycle, began, ended, at }) {
      const [known] = await store.read({ network, kind: 'cycle-balance', subject: subjectOf(cycle) });
      const from = began ?? known?.body.began ?? ended ?? at;
      const until = ended ?? known?.body.ended ?? at;
      const body: Balance = {
        ...{ cycle, began: from, ended: until },
        action: await actionIn(store, network, cycle, from, until),
        reflection: await reflectionIn(store, network, cycle),
      };
      const source = askedBy();
      const key = `cycle-balance/${cycle}/${at}`;
      const draft = { kind: 'cycle-balance' as const, body, validFrom: at, key };
      await store.append([factOf(draft, { network, source, recordedAt: at })], source);
      return { action: sum(body.action), reflection: sum(body.reflection) };
    },

    async shareReflection({ network, round, member, at }) {
      const [fact] = await store.read({ network, kind: 'questionnaire-answer', subject: subjectOf(round, member) });
      const texts = (fact?.body.answers ?? []).flatMap(({ value }) =>
        typeof value === 'string' && value.startsWith('t-') ? [value] : [],
      );
      const key = `shared/${round}/${member}`;
      // An attempt before this one may have got as far as the fact, and its texts were not told yet.
      if (fact === undefined || (fact.body.shared && (fact.key !== key || fact.recordedAt !== at)))
        return { texts: [] };
      const [asked] = await store.read({ network, kind: 'questionnaire-round', subject: subjectOf(round) });
      if (asked?.body.questionnaire.answers !== 'private') return { texts: [] };
      const source = { type: 'person', id: member } as const;
      const draft = {
        ...{ kind: 'questionnaire-answer' as const, body: { ...fact.body, shared: true } },
        ...{ validFrom: at, key },
      };
      await store.append([factOf(draft, { network, source, recordedAt: at })], source);
      return { texts };
    },
  };
}

async function actionIn(
  store: RecordStore,
  network: string,
  cycle: number,
  from: string,
  until: string,
): Promise<Balance['action']> {
  const isWithin = (time: string) => time >= from.slice(0, 10) && time.slice(0, 10) <= until.slice(0, 10);
  const contributions = await store.read({ network, kind: 'contribution' });
  const experiments = await store.read({ network, kind: 'experiment' });
  const adoptions = await store.read({ network, kind: 'adoption' });
  return {
    contributions: contributions.filter(({ body }) => body.cycle === cycle && body.stage === 'adapt-and-apply').length,
    experiments: experiments.filter(({ body }) => isWithin(String(body.startedAt))).length,
    // What was seen in numbered periods has no date to place it by.
    adoptions: adoptions.filter(({ body }) => typeof body.time === 'string' && isWithin(body.time)).length,
  };
}

async function reflectionIn(store: RecordStore, network: string, cycle: number): Promise<Balance['reflection']> {
  const rounds = (await store.read({ network, kind: 'questionnaire-round' }))
    .map(({ body }) => body)
    .filter((round) => round.cycle === cycle);
  const prompts = new Set(rounds.filter(({ practice }) => practice === 'reflection').map(({ round }) => round));
  const answers = await store.read({ network, kind: 'questionnaire-answer' });
  const stories = await store.read({ network, kind: 'story' });
  return {
    reflections: answers.filter(({ body }) => prompts.has(body.round)).length,
    stories: stories.filter(({ body }) => body.cycle === cycle).length,
    afterAction: rounds
      .filter(({ practice }) => practice === 'after-action')
      .reduce((answered, round) => answered + round.answered, 0),
  };
}

function sum(counts: Record<string, number>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}
