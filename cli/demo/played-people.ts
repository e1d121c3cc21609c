/**
 * Played people, who do what their habits say: each looks at the inbox, and each day some do things of their own accord.
 * The same people do the same, however often anybody looks and wherever a workflow was cut: what they do depends on
 * names and days alone.
 */
import { addDuration } from '../../data/records/duration.ts';
import { PRACTICE_NAMES, type PracticeName, type RoleName } from '../../data/records/index.ts';
import type { ActionName } from '../../workflows/contract/index.ts';
import { chanceOf } from './habits/chance-of.ts';
import type { Asked, Deed, Scene } from './habits/habit.ts';
import { HABITS } from './habits/index.ts';
import { lifecycleDeed, lifecycleUnasked } from './habits/lifecycle.ts';

/** What waits on somebody, since when. */
export interface Waiting {
  on: string;
  action: string;
  about: string;
  since: string;
}

/** What is there when they look. */
export interface Look {
  /** On the programme's clock. */
  now: string;
  /** What people do unasked, they do from the first cycle on. */
  phase: string;
  /** When the phase began. */
  since: string | null;
  waiting: readonly Waiting[];
  /** The cycle that runs, or ran last; 0 before the first. */
  cycle: number;
  /** Active members. */
  members: readonly string[];
}

export interface Cast {
  roles: Readonly<Record<RoleName, readonly string[]>>;
  practices: readonly PracticeName[];
}

const DAY_MS = 86_400_000;

/** What is asked of several people at once, and done when one of them has: nobody does it after them. */
const ONE_IS_ENOUGH: ReadonlySet<string> = new Set<ActionName>([
  ...(['confirm-readiness', 'set-agenda', 'approve', 'decline', 'decide', 'reach-milestone', 'frame-cycle'] as const),
  ...(['state-problem', 'measure-problem', 'plan-session', 'record-session'] as const),
  ...(['settle-access-need', 'decide-stipend', 'curate-note', 'review-artifact', 'review-claim'] as const),
  ...(['answer-point', 'approve-wins'] as const),
]);

export class PlayedPeople {
  readonly #cast: Cast;
  /** Who has been asked what, and since when each time. */
  readonly #asks = new Map<string, Set<string>>();
  /** The day on which learning began: their days are counted from there. */
  #began: string | null = null;
  /** The last of their days on which people did something unasked. */
  #played = 0;

  constructor(cast: Cast) {
    this.#cast = cast;
  }

  /** What is done now: about all that has come into the inboxes, and on the days that have passed since the last look. */
  deeds(look: Look): Deed[] {
    return [...this.#asked(look), ...this.#unasked(look)];
  }

  #asked(look: Look): Deed[] {
    const { now, waiting, members } = look;
    const scene = this.#scene(now.slice(0, 10), look);
    const done = new Set<string>();
    return waiting
      .flatMap((one) => (one.on === 'role:member' ? members.map((on) => ({ ...one, on })) : [one]))
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
      .flatMap((one) => {
        // Who has once let it pass lets it pass; asked anew, they look anew.
        const times = this.#asks.get(keyOf(one)) ?? new Set();
        if (times.has(one.since)) return [];
        this.#asks.set(keyOf(one), times.add(one.since));
        const matter = `${one.action} ${one.about}`;
        if (done.has(matter)) return [];
        const chance = chanceOf(one.on, one.action, one.about, times.size);
        const deeds = this.#deedsFor(one.action, { person: one.on, about: one.about, scene, chance });
        if (deeds.length > 0 && ONE_IS_ENOUGH.has(one.action)) done.add(matter);
        return deeds;
      });
  }

  #deedsFor(name: string, asked: Asked): Deed[] {
    const action = name as ActionName;
    for (const practice of this.#cast.practices) {
      const { whenAsked, andThen } = HABITS[practice];
      const payload = whenAsked[action]?.(asked) ?? null;
      if (payload !== null) return [{ as: asked.person, action, payload }, ...(andThen?.[action]?.(asked) ?? [])];
    }
    const deed = lifecycleDeed(name, asked);
    return deed === null ? [] : [deed];
  }

  #unasked(look: Look): Deed[] {
    const { now, phase, since } = look;
    if (phase !== 'learning' && phase !== 'sustainment') return [];
    const began = this.#began ?? (since ?? now).slice(0, 10);
    this.#began = began;
    const today = Math.floor((Date.parse(now) - Date.parse(began)) / DAY_MS);
    const deeds: Deed[] = [];
    for (let day = this.#played + 1; day <= today; day += 1) {
      const scene = this.#scene(dayAfter(began, day), look);
      deeds.push(...lifecycleUnasked(day, scene));
      deeds.push(...this.#cast.practices.flatMap((practice) => HABITS[practice].unasked?.(day, scene) ?? []));
    }
    this.#played = Math.max(this.#played, today);
    return deeds;
  }

  /** Whoever looks late does what they meant to do that day, and speaks of days to come from the day on which they look. */
  #scene(today: string, { now, cycle, members }: Look): Scene {
    return {
      ...{ today, cycle, members },
      roles: this.#cast.roles,
      dayIn: (days) => dayAfter(now.slice(0, 10), days),
      chance: (...words) => chanceOf(today, ...words),
    };
  }
}

/** Those of the charter, in the order of the catalogue. */
export function practicesOn(practices: Partial<Record<PracticeName, unknown>>): PracticeName[] {
  return PRACTICE_NAMES.filter((name) => practices[name] !== undefined);
}

function keyOf({ on, action, about }: Waiting): string {
  return [on, action, about].join(' ');
}

function dayAfter(day: string, days: number): string {
  return addDuration(`${day}T00:00:00.000Z`, `P${days}D`).slice(0, 10);
}
