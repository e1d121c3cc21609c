/** Whose turn it is to facilitate. */
import { type Facilitator, planRota } from '../../../analysis/matching/rota.ts';
import { addDuration } from '../../../data/records/duration.ts';
import type { Activities } from '../../contract/index.ts';
import type { World } from '../world.ts';
import { pausedMembers } from './paused-members.ts';

export function facilitationActivities({ store }: Pick<World, 'store'>): Pick<Activities, 'nextFacilitators'> {
  return {
    async nextFacilitators({ network, turns, loadOver, at }) {
      const members = (await store.read({ network, kind: 'member' })).map(({ body }) => body);
      const active = new Set(members.filter(({ status }) => status === 'active').map(({ member }) => member));
      const paused = await pausedMembers(store, network);
      const trained = (await store.read({ network, kind: 'facilitator-training' }))
        .map(({ body }) => body)
        .filter(({ member, inRota }) => inRota && active.has(member) && !paused.has(member));
      const asked = new Set(turns.map(({ turn }) => turn));
      // What somebody has accepted, or is asked for, is load as well, though it is still to come.
      const known = (await store.read({ network, kind: 'facilitation-turn' }))
        .map(({ body }) => body)
        .filter(({ turn, status }) => !asked.has(turn) && status !== 'not-held' && status !== 'open')
        .filter((one) => addDuration(one.at, loadOver) >= at)
        .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.turn < b.turn ? -1 : 1));
      const facilitators = trained.map(({ member }): Facilitator => {
        const own = known.filter(({ facilitator }) => facilitator === member);
        return { member, held: own.length, lastAt: own.at(-1)?.at ?? null };
      });
      const before = known.filter(({ status }) => status === 'held').at(-1)?.facilitator ?? null;
      const { turns: given } = planRota(turns, facilitators, { before, seed: known.length + 1 });
      const found = new Map(given.map(({ turn, facilitator }) => [turn, facilitator]));
      return { turns: turns.map(({ turn }) => ({ turn, facilitator: found.get(turn) ?? null })) };
    },
  };
}
