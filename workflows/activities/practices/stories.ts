/** A story as it stands, by its id. */
import { subjectOf } from '../../../data/records/index.ts';
import type { Activities } from '../../contract/index.ts';
import type { World } from '../world.ts';

export function storyActivities({ store }: Pick<World, 'store'>): Pick<Activities, 'storyTold'> {
  return {
    async storyTold({ network, story }) {
      const [fact] = await store.read({ network, kind: 'story', subject: subjectOf(story) });
      return { told: fact?.body ?? null };
    },
  };
}
