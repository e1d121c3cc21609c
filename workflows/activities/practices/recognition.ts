/** What members did for others and were not thanked for yet; and what a mail of thanks tells of. */
import { type Deed, evidenceOfDeeds, keyOf } from '../../../analysis/evidence-of-deeds.ts';
import type { BodyOf, Kind } from '../../../data/records/index.ts';
import type { Activities } from '../../contract/index.ts';
import { oneLine } from '../notify/notifier.ts';
import type { Passage } from '../notify/template.ts';
import { whoLeft } from '../who-left.ts';
import type { World } from '../world.ts';

/** After so long a tie that an introduction led to has lasted. */
const LASTED_DAYS = 90;
const ERASED = 'erased';

export function recognitionActivities({ store }: Pick<World, 'store'>): Pick<Activities, 'findDeeds' | 'deedsOf'> {
  return {
    async findDeeds({ network, atMost }) {
      const bodies = bodiesOf(store, network);
      const evidence = evidenceOfDeeds({
        'support-request': await bodies('support-request'),
        artifact: await bodies('artifact'),
        'artifact-use': await bodies('artifact-use'),
        experiment: await bodies('experiment'),
      });
      const taking = new Set(
        (await bodies('member')).filter(({ status }) => status === 'active').map(({ member }) => member),
      );
      const known = new Set((await bodies('recognition')).map(keyOf));
      const lasted = lastedIntroductions(await bodies('introduction'), await bodies('outcome'));
      const deeds = [...evidence, ...lasted].filter((one) => taking.has(one.member) && !known.has(keyOf(one)));
      return { deeds: deeds.slice(0, atMost) };
    },
    async deedsOf({ network, round, member }) {
      const all = (await store.read({ network, kind: 'recognition' })).map(({ body }) => body);
      return { deeds: all.filter((one) => one.round === round && one.member === member) };
    },
  };
}

/** What somebody is thanked for, in words, for that one person. */
export async function thanksFor(
  { store }: Pick<World, 'store'>,
  network: string,
  round: string,
  person: string,
): Promise<Passage[]> {
  const all = await bodiesOf(store, network)('recognition');
  return all
    .filter((one) => one.round === round && one.member === person)
    .map(({ deed, about }) => ({ id: about, text: WORDS[deed], by: null }));
}

/** Who agreed that others hear of it: names in their order, and nothing of how much. */
export async function thankedInPublic(
  { store, people }: Pick<World, 'store' | 'people'>,
  network: string,
  round: string,
): Promise<Passage[]> {
  const all = await bodiesOf(store, network)('recognition');
  const saidYes = all.filter((one) => one.round === round && one.public === true).map(({ member }) => member);
  const gone = await whoLeft(store, network, saidYes);
  const agreed = new Set(saidYes.filter((member) => !gone.has(member)));
  const named: Passage[] = [];
  for (const member of agreed) {
    const name = oneLine((await people.get(network, member))?.name ?? '');
    if (name !== '') named.push({ id: member, text: name, by: null });
  }
  return named.sort((a, b) => (a.text < b.text ? -1 : 1));
}

const WORDS: Record<Deed['deed'], string> = {
  help: 'your answer helped a member with what they were stuck on',
  artifact: 'others used what you keep in the repository',
  experiment: 'you shared what a trial that you stopped has shown',
  introduction: 'an introduction to which you agreed has lasted',
};

function bodiesOf(store: World['store'], network: string) {
  return async <K extends Kind>(kind: K): Promise<BodyOf<K>[]> =>
    (await store.read({ network, kind })).map(({ body }) => body as BodyOf<K>);
}

function lastedIntroductions(introductions: BodyOf<'introduction'>[], outcomes: BodyOf<'outcome'>[]): Deed[] {
  const lasted = new Set(
    outcomes
      .filter(({ tieFormed, afterDays }) => tieFormed === true && afterDays >= LASTED_DAYS)
      .map(({ proposal }) => proposal),
  );
  return introductions
    .filter(({ proposal, status }) => status === 'met' && lasted.has(proposal))
    .flatMap(({ introduction, members }) =>
      members
        .filter((member) => member !== ERASED)
        .map((member): Deed => ({ member, deed: 'introduction', about: introduction })),
    );
}
