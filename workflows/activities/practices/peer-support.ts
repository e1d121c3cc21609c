/**
 * Whom to ask for help: by turns, so that it is never always the same. Members of the asker's own organisation are left
 * out where there are others, because they could be asked without a network.
 */
import { createHash } from 'node:crypto';
import { type BodyOf, type Instant, subjectOf } from '../../../data/records/index.ts';
import { quarterBefore } from '../../../data/records/quarter.ts';
import type { Activities } from '../../contract/index.ts';
import type { World } from '../world.ts';
import { takePlaces } from './burden.ts';
import { pausedMembers } from './paused-members.ts';

export function peerSupportActivities({ store }: Pick<World, 'store'>): Pick<Activities, 'choosePeers'> {
  return {
    async choosePeers({ network, request, askedBy, skill, atMost, askedPerQuarter, at }) {
      // What was chosen in an earlier attempt stays chosen.
      const [known] = await store.read({ network, kind: 'support-request', subject: subjectOf(request) });
      if (known !== undefined) return { peers: known.body.asked };
      const members = (await store.read({ network, kind: 'member' })).map(({ body }) => body);
      const requests = (await store.read({ network, kind: 'support-request' })).map(({ body }) => body);
      const load = askedSince(requests, quarterBefore(at));
      const turn = (member: string) => createHash('sha256').update(`${request}/${member}`).digest('hex');
      const home = members.find(({ member }) => member === askedBy)?.attributes.organisation ?? null;
      const claims = new Set(await claiming(store, network, skill));
      const paused = await pausedMembers(store, network);
      const free = members
        .filter(({ member, status }) => status === 'active' && member !== askedBy && !paused.has(member))
        .filter(({ member }) => (load.get(member) ?? 0) < askedPerQuarter);
      const ranked = free
        .map(({ member, attributes }) => ({
          ...{ member, load: load.get(member) ?? 0, turn: turn(member) },
          lacks: claims.has(member) ? 0 : 1,
          isElsewhere: home === null || attributes.organisation !== home,
        }))
        .sort((a, b) => a.lacks - b.lacks || a.load - b.load || (a.turn < b.turn ? -1 : 1));
      const choice = { network, atMost, about: request, at };
      const elsewhere = ranked.filter(({ isElsewhere }) => isElsewhere).map(({ member }) => member);
      const there = await takePlaces(store, { ...choice, people: elsewhere });
      if (there.length > 0) return { peers: there.sort() };
      const all = ranked.map(({ member }) => member);
      return { peers: (await takePlaces(store, { ...choice, people: all })).sort() };
    },
  };
}

async function claiming(store: World['store'], network: string, skill: string | null): Promise<string[]> {
  if (skill === null) return [];
  const claims = (await store.read({ network, kind: 'skill-claim' })).map(({ body }) => body);
  return claims.filter((claim) => claim.skill === skill && claim.level > 0).map(({ member }) => member);
}

function askedSince(requests: BodyOf<'support-request'>[], since: Instant): Map<string, number> {
  const load = new Map<string, number>();
  for (const { asked, askedAt } of requests) {
    if (askedAt < since) continue;
    for (const member of asked) load.set(member, (load.get(member) ?? 0) + 1);
  }
  return load;
}
