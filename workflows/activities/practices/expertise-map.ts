/** Whether there is an item of the agenda, or a problem, of an id. */
import type { Activities } from '../../contract/index.ts';
import type { World } from '../world.ts';

const MOST_NAMED = 8;

export function expertiseActivities({ store }: Pick<World, 'store'>): Pick<Activities, 'matterKnown'> {
  return {
    async matterKnown({ network, about }) {
      const agenda = (await store.read({ network, kind: 'agenda-item' })).map(({ body }) => body.item);
      const problems = (await store.read({ network, kind: 'problem' })).map(({ body }) => body.problem);
      const known = [...agenda, ...problems].sort((a, b) => (a < b ? -1 : 1));
      return { isKnown: known.includes(about), known: known.slice(0, MOST_NAMED) };
    },
  };
}
