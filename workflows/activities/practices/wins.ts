/**
 * Stories that are told on. Consent and words are looked at again for every single mail: who takes back what they agreed
 * to, or was erased, is not in the next one that is written.
 */
import { type BodyOf, subjectOf } from '../../../data/records/index.ts';
import type { Activities } from '../../contract/index.ts';
import { oneLine } from '../notify/notifier.ts';
import type { Passage } from '../notify/template.ts';
import { whoLeft } from '../who-left.ts';
import type { World } from '../world.ts';

export function winsActivities({ store }: Pick<World, 'store'>): Pick<Activities, 'gatherWins'> {
  return {
    async gatherWins({ network, atMost }) {
      const digests = (await store.read({ network, kind: 'win-digest' })).map(({ body }) => body);
      const held = new Set(digests.flatMap(({ stories, dropped }) => [...stories, ...dropped]));
      const told = (await store.read({ network, kind: 'story' })).map(({ body }) => body);
      const stories = told.filter(({ story, shared }) => shared && !held.has(story)).sort(oldestFirst);
      return { stories: stories.slice(0, atMost).map(({ story }) => story) };
    },
  };
}

/** The stories of a digest as they may be told on now, with names where their tellers want that. */
export async function storiesToldOn(
  { store, people }: Pick<World, 'store' | 'people'>,
  network: string,
  digest: string,
): Promise<Passage[]> {
  const [fact] = await store.read({ network, kind: 'win-digest', subject: subjectOf(digest) });
  const passages: Passage[] = [];
  for (const id of fact?.body.stories ?? []) {
    const [story] = await store.read({ network, kind: 'story', subject: subjectOf(id) });
    if (story === undefined || !story.body.shared) continue;
    const text = await people.openText(network, story.body.text);
    if (text === null) continue;
    // Who has left is named no more; what they agreed to have told is told without whose it is.
    const isNamed =
      story.body.named === true && !(await whoLeft(store, network, [story.body.member])).has(story.body.member);
    const details = isNamed ? await people.get(network, story.body.member) : null;
    const name = oneLine(details?.name ?? '');
    passages.push({ id, text, by: name === '' ? null : name });
  }
  return passages;
}

function oldestFirst(a: BodyOf<'story'>, b: BodyOf<'story'>): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.story < b.story ? -1 : 1;
}
