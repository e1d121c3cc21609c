/**
 * The ideas, or the priorities, that a notice lists. While they are ranked, in an order that says nothing of who came first; when they are,
 * in the order that came out.
 */
import { createHash } from 'node:crypto';
import { subjectOf } from '../../../data/records/index.ts';
import type { NoticeDraft } from '../../contract/index.ts';
import type { World } from '../world.ts';
import type { NoticeWords } from './template.ts';

export async function ideasOf(
  { store, people }: Pick<World, 'store' | 'people'>,
  network: string,
  { template, about }: NoticeDraft,
): Promise<NoticeWords['ideas']> {
  if (template === 'vote-open') return prioritiesOf({ store, people }, network);
  if (template !== 'ideas-to-rank' && template !== 'ideas-ranked') return [];
  const all = (await store.read({ network, kind: 'idea' })).map(({ body }) => body);
  const [round] = await store.read({ network, kind: 'idea-round', subject: subjectOf(about) });
  const order = round?.body.order ?? [];
  const place = (idea: string) => {
    const at = order.indexOf(idea);
    return at >= 0 ? String(at).padStart(4, '0') : createHash('sha256').update(idea).digest('hex');
  };
  const listed = all.filter((one) => one.round === about);
  listed.sort((a, b) => (place(a.idea) < place(b.idea) ? -1 : 1));
  return Promise.all(listed.map(async ({ idea, text }) => ({ idea, text: await people.openText(network, text) })));
}

/** What stands to the vote, in the order in which it was proposed. */
async function prioritiesOf(
  { store, people }: Pick<World, 'store' | 'people'>,
  network: string,
): Promise<NoticeWords['ideas']> {
  const all = (await store.read({ network, kind: 'priority' })).map(({ body }) => body);
  all.sort((a, b) => a.priority.length - b.priority.length || (a.priority < b.priority ? -1 : 1));
  return Promise.all(
    all.map(async ({ priority, title }) => ({ idea: priority, text: await people.openText(network, title) })),
  );
}
