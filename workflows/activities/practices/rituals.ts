/**
 * When people meet next, and who is there to facilitate. Zones and their rules live in tables that change: so it is asked
 * anew each time, and the answer is recorded in the history.
 */
import { DateTime, Duration } from 'luxon';
import { daysOf } from '../../../data/exchange/icalendar/index.ts';
import type { Activities } from '../../contract/index.ts';
import type { World } from '../world.ts';
import { pausedMembers } from './paused-members.ts';

type Input = Parameters<Activities['nextMeeting']>[0];

export function ritualActivities({
  store,
}: Pick<World, 'store'>): Pick<Activities, 'nextMeeting' | 'hereToFacilitate'> {
  return {
    async nextMeeting(input) {
      return { next: nextMeeting(input) };
    },

    async hereToFacilitate({ network, people }) {
      const roster = (await store.read({ network, kind: 'member' })).map(({ body }) => body);
      const known = new Set(roster.map(({ member }) => member));
      const roles = (await store.read({ network, kind: 'role' })).map(({ body }) => body);
      // Whoever is erased is in the roster no more, and holds nothing.
      const outside = roles.filter(({ held, person }) => held && !known.has(person)).map(({ person }) => person);
      const active = roster.filter(({ status }) => status === 'active').map(({ member }) => member);
      const here = new Set([...active, ...outside]);
      const trained = (await store.read({ network, kind: 'facilitator-training' })).map(({ body }) => body);
      const resting = trained.filter(({ inRota }) => !inRota).map(({ member }) => member);
      const away = new Set([...resting, ...(await pausedMembers(store, network))]);
      return { people: people.filter((person) => here.has(person) && !away.has(person)) };
    },
  };
}

function nextMeeting({ at, timeZone, after, prepareBefore, ...series }: Input) {
  const startOf = (day: string) => DateTime.fromISO(`${day}T${at}`, { zone: timeZone });
  const threshold = DateTime.fromISO(after);
  const next = daysOf(series).held.find(({ day }) => startOf(day) > threshold);
  if (next === undefined) return null;
  const starts = startOf(next.day);
  const instant = (time: DateTime) => time.toUTC().toISO() as string;
  return {
    ...{ planned: `${next.planned}T${at}`, local: `${next.day}T${at}`, starts: instant(starts) },
    prepares: instant(starts.minus(Duration.fromISO(prepareBefore))),
  };
}
