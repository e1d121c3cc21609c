/**
 * What played people do about a practice: when they are asked for something, and of their own accord. For the
 * demonstration, and for tests that let whole years pass with every practice on.
 *
 * Pure: what is there in, what is done out. Chance is drawn by name (who, what, when), so that the same people do the same
 * in every performance, whatever happened in between.
 */
import type { RoleName } from '../../../data/records/index.ts';
import type { ActionName } from '../../../workflows/contract/index.ts';

/** What somebody finds in the inbox. */
export interface Asked {
  person: string;
  /** What it is about: the id of a request, a session, a round. */
  about: string;
  scene: Scene;
  /** From 0 up to 1; the same for the same person, action and matter. */
  chance: number;
}

export interface Scene {
  /** On the programme's clock, 2026-03-14. */
  today: string;
  /** The cycle that runs, or ran last. */
  cycle: number;
  /** Active members, in order of their ids. */
  members: readonly string[];
  roles: Readonly<Record<RoleName, readonly string[]>>;
  /** A day so many days from today. */
  dayIn(days: number): string;
  /** From 0 up to 1, the same for the same words on the same day. */
  chance(...words: (string | number)[]): number;
}

export interface Deed {
  as: string;
  action: ActionName;
  payload: Record<string, unknown>;
}

export interface Habit {
  /** By action that is asked for: the payload; null where the person lets it pass this time. */
  whenAsked: Partial<Record<ActionName, (asked: Asked) => Record<string, unknown> | null>>;
  /** By action that was asked for and is answered: what they do besides, right after it. */
  andThen?: Partial<Record<ActionName, (asked: Asked) => Deed[]>>;
  /** What people do unasked on the `day`-th day since the network began to learn. */
  unasked?(day: number, scene: Scene): Deed[];
}

/** The member whose turn it is: by order of ids, around and around. */
export function turn(scene: Scene, count: number): string {
  return scene.members[count % scene.members.length] as string;
}
