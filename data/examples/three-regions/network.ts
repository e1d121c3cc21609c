/**
 * What really goes on among the sixty, and what the surveys see of it.
 *
 * Who turns to whom: everybody names four to six others (the hub more). Four of five named are of one's own region, by
 * plan, so that the E-I index by region is near (0.2 − 0.8) = −0.6; within a region colleagues of the same organisation
 * and the hub are named most. Until the second wave a seventh of the ties is replaced, by somewhat more open ones.
 *
 * Each survey reaches those who answer. Who does not answer keeps their ties to themselves: they are unknown, not absent.
 */
import type { ExamplePerson } from './people.ts';
import type { Chance } from './random.ts';

export interface ExampleTie {
  from: string;
  to: string;
  strength: number;
}

export interface ExampleWave {
  wave: string;
  opens: string;
  closes: string;
  answered: ReadonlySet<string>;
  /** Only those of members who answered. */
  ties: ExampleTie[];
}

const EXTERNAL_SHARE = 0.2;
const REPLACED_SHARE = 1 / 7;
const EXTERNAL_SHARE_OF_NEW = 0.34;

export function firstTies(people: readonly ExamplePerson[], chance: Chance): ExampleTie[] {
  const slots = people.flatMap((person) => {
    const named = person.hub ? chance.between(8, 10) : chance.between(4, 6);
    return Array.from({ length: named }, () => person);
  });
  // A quota rather than a coin for each tie: the silo is planted, not a matter of luck.
  const external = new Set<number>();
  const order = slots.map((_, index) => index);
  while (external.size < Math.round(slots.length * EXTERNAL_SHARE)) {
    const left = order.filter((index) => !external.has(index));
    external.add(chance.pick(left, (index) => (slots[index]!.hub ? 3 : 1)));
  }
  const ties: ExampleTie[] = [];
  for (const [index, from] of slots.entries()) ties.push(newTie(from, external.has(index), people, ties, chance));
  return inOrder(ties);
}

export function laterTies(
  people: readonly ExamplePerson[],
  before: readonly ExampleTie[],
  chance: Chance,
): ExampleTie[] {
  const kept = before.filter(() => chance.next() >= REPLACED_SHARE);
  const ties = [...kept];
  for (const lost of before.filter((tie) => !kept.includes(tie))) {
    const from = people.find((person) => person.id === lost.from)!;
    ties.push(newTie(from, chance.next() < EXTERNAL_SHARE_OF_NEW, people, ties, chance));
  }
  return inOrder(ties);
}

/** Who of the sixty does not answer a wave: the hub always does, and nobody is silent twice. */
export function silentIn(
  people: readonly ExamplePerson[],
  count: number,
  earlier: ReadonlySet<string>,
  chance: Chance,
) {
  const able = people.filter((person) => !person.hub && !earlier.has(person.id)).map((person) => person.id);
  return new Set(chance.shuffled(able).slice(0, count));
}

export function waveOf(
  people: readonly ExamplePerson[],
  ties: readonly ExampleTie[],
  silent: ReadonlySet<string>,
  span: { wave: string; opens: string; closes: string },
): ExampleWave {
  const answered = new Set(people.map((person) => person.id).filter((id) => !silent.has(id)));
  return { ...span, answered, ties: ties.filter((tie) => answered.has(tie.from)) };
}

function newTie(
  from: ExamplePerson,
  external: boolean,
  people: readonly ExamplePerson[],
  ties: readonly ExampleTie[],
  chance: Chance,
): ExampleTie {
  const taken = new Set(ties.filter((tie) => tie.from === from.id).map((tie) => tie.to));
  const able = people.filter(
    (other) => other.id !== from.id && !taken.has(other.id) && (other.region !== from.region) === external,
  );
  const to = chance.pick(able, (other) => {
    if (other.hub) return external ? 6 : 4;
    return !external && other.organisation === from.organisation ? 5 : 1;
  });
  const close = to.organisation === from.organisation;
  const strength = close ? chance.between(3, 4) : external ? chance.between(1, 3) : chance.between(1, 4);
  return { from: from.id, to: to.id, strength };
}

function inOrder(ties: readonly ExampleTie[]): ExampleTie[] {
  const key = (tie: ExampleTie) => `${tie.from} ${tie.to}`;
  return [...ties].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
