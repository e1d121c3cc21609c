/**
 * How two practices spread: week by week, everybody who has not taken one up may do so, the likelier the more of those
 * they turn to have (each with the strength of the tie). Both begin in the North, so both stay there mostly: that is
 * what the silo does to practice.
 */

import type { ExampleTie } from './network.ts';
import type { ExamplePerson } from './people.ts';
import type { Chance } from './random.ts';

export interface ExampleAdoption {
  id: string;
  practice: string;
  /** For who has not taken it up: the day until which that was observed. */
  time: string;
  censored: boolean;
}

export interface PracticePlan {
  practice: string;
  /** Who begins, and on which day. */
  seeds: readonly string[];
  firstMonday: string;
  /** Chance a week from one contact of strength 4 who has taken it up. */
  weeklyChance: number;
}

export function spread(
  people: readonly ExamplePerson[],
  ties: readonly ExampleTie[],
  plan: PracticePlan,
  observedUntil: string,
  chance: Chance,
): ExampleAdoption[] {
  const adopted = new Map<string, string>();
  for (const seed of plan.seeds) adopted.set(seed, day(plan.firstMonday, chance.between(0, 4)));
  for (let week = 1; day(plan.firstMonday, week * 7 + 4) <= observedUntil; week += 1) {
    const before = new Set(adopted.keys());
    for (const person of people) {
      if (before.has(person.id)) continue;
      const models = ties.filter((tie) => tie.from === person.id && before.has(tie.to));
      const resists = models.reduce((left, tie) => left * (1 - (plan.weeklyChance * tie.strength) / 4), 1);
      if (chance.next() >= resists) adopted.set(person.id, day(plan.firstMonday, week * 7 + chance.between(0, 4)));
    }
  }
  return people.map(({ id }) => ({
    id,
    practice: plan.practice,
    time: adopted.get(id) ?? observedUntil,
    censored: !adopted.has(id),
  }));
}

function day(first: string, later: number): string {
  return new Date(Date.parse(`${first}T00:00:00Z`) + later * 86_400_000).toISOString().slice(0, 10);
}
