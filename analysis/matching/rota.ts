/**
 * Who facilitates when: every turn gets somebody where anybody can, and the load is as even as it can be, with what each
 * has carried before. Even means that the squares of all loads add up to the least: the k-th turn of somebody who had l
 * costs (l + k)² − (l + k − 1)², and the cheapest assignment of turns to places is the most even (assignment.ts proves
 * it). Then turns change hands where that parts two in a row of the same person, loads staying as they are. Among equals:
 * whose last turn is longest ago, then an order that the seed draws.
 */
import { assign } from './assignment.ts';
import { drawnOrder, type Without } from './candidate.ts';

export interface Turn {
  turn: string;
  /** Who cannot take it: declined, away. */
  notFor: readonly string[];
}

export interface Facilitator {
  member: string;
  /** Turns held in the time that is looked at. */
  held: number;
  /** When the last of them was; null: never. */
  lastAt: string | null;
}

export interface Rota {
  turns: { turn: string; facilitator: string; sentence: string }[];
  /** Turns for which there is nobody. */
  open: string[];
  /** Loads with these turns: least and most. */
  loads: { least: number; most: number } | null;
  /** The most turns in a row by one person, with the one before these. */
  longestRun: number;
  /** Facilitators without a turn, and why. */
  without: Without[];
  /** The sum of squared loads is proved to be the least; not so where a single turn goes on to somebody for a change. */
  isMostEven: boolean;
  seed: number;
}

export function planRota(
  turns: readonly Turn[],
  facilitators: readonly Facilitator[],
  { before, seed }: { before: string | null; seed: number },
): Rota {
  const people = drawnOrder(facilitators, seed, 'rota').sort((a, b) => compareLast(a.lastAt, b.lastAt));
  const places = people.flatMap((person, at) =>
    turns.map((_, nth) => ({ at, cost: 2 * (person.held + nth) + 1, person })),
  );
  const dearest = 1 + Math.max(0, ...places.map(({ cost }) => cost)) * (turns.length + 1);
  const mayTake = (turn: Turn, member: string): boolean => !turn.notFor.includes(member);
  const weights = Float64Array.from(
    turns.flatMap((turn) => places.map(({ cost, person }) => (mayTake(turn, person.member) ? dearest - cost : -1))),
  );
  const { columnOf, bound } = assign(
    weights,
    turns.length,
    places.map(() => 1),
  );
  const given = turns.map((_, at) => (columnOf[at]! < 0 ? null : places[columnOf[at]!]!.at));
  const last = people.findIndex(({ member }) => member === before);
  partRuns(given, last, (turn, at) => mayTake(turns[turn]!, people[at]!.member));
  withoutTheSameAgain(given, last, people, (at) => mayTake(turns[0]!, people[at]!.member));

  const loads = people.map(({ held }, at) => held + given.filter((one) => one === at).length);
  const idle = people.filter((_, at) => !given.includes(at));
  return {
    turns: turns.flatMap(({ turn }, at) => {
      const person = given[at];
      if (person === null || person === undefined) return [];
      return [{ turn, facilitator: people[person]!.member, sentence: sentenceOf(people[person]!, loads) }];
    }),
    open: turns.filter((_, at) => given[at] === null).map(({ turn }) => turn),
    loads: loads.length === 0 ? null : { least: Math.min(...loads), most: Math.max(...loads) },
    longestRun: Math.max(0, ...runsOf(given, last)),
    without: idle
      .map(({ member, held }) => ({
        member,
        why: held > 0 ? 'has carried more before' : 'there were fewer turns than people, or they could not',
      }))
      .sort((a, b) => (a.member < b.member ? -1 : 1)),
    isMostEven: bound === dearest * given.filter((one) => one !== null).length - costOf(people, loads),
    seed,
  };
}

/** What the turns add to the sum of squares. */
function costOf(people: readonly Facilitator[], loads: readonly number[]): number {
  return people.reduce((sum, { held }, at) => sum + loads[at]! ** 2 - held ** 2, 0);
}

function compareLast(one: string | null, other: string | null): number {
  if (one === other) return 0;
  if (one === null) return -1;
  return other === null ? 1 : one < other ? -1 : 1;
}

/** Two turns change hands while runs get shorter by it: the squares of their lengths add up to less. */
function partRuns(given: (number | null)[], last: number, mayTake: (turn: number, person: number) => boolean): void {
  for (let squares = runSquares(given, last), gains = true; gains; ) {
    gains = false;
    for (let a = 0; a < given.length && !gains; a++) {
      for (let b = a + 1; b < given.length && !gains; b++) {
        const [one, other] = [given[a]!, given[b]!];
        if (one === other || one === null || other === null || !mayTake(a, other) || !mayTake(b, one)) continue;
        [given[a], given[b]] = [other, one];
        const fewer = runSquares(given, last);
        if (fewer < squares) {
          squares = fewer;
          gains = true;
        } else [given[a], given[b]] = [one, other];
      }
    }
  }
}

function runSquares(given: readonly (number | null)[], last: number): number {
  return runsOf(given, last).reduce((sum, run) => sum + run * run, 0);
}

/** A single turn has no other to change with: somebody else takes it where anybody can, so that nobody leads twice in a row. */
function withoutTheSameAgain(
  given: (number | null)[],
  last: number,
  people: readonly Facilitator[],
  mayTake: (person: number) => boolean,
): void {
  if (given.length !== 1 || last === -1 || given[0] !== last) return;
  const others = [...people.keys()].filter((at) => at !== last && mayTake(at));
  if (others.length === 0) return;
  given[0] = others.reduce((least, at) => (people[at]!.held < people[least]!.held ? at : least));
}

/** Lengths of turns in a row by the same person, with the one before. */
function runsOf(given: readonly (number | null)[], last: number): number[] {
  const runs: number[] = last === -1 ? [] : [1];
  for (const [at, one] of given.entries()) {
    if (one === null) continue;
    if (runs.length > 0 && one === (at === 0 ? last : given[at - 1])) runs[runs.length - 1]!++;
    else runs.push(1);
  }
  return runs;
}

function sentenceOf({ held, lastAt }: Facilitator, loads: readonly number[]): string {
  const so = held === 0 ? 'has held none so far' : `has held ${held} so far, the last on ${lastAt?.slice(0, 10)}`;
  return `Of those who can, ${so}; with these turns loads run from ${Math.min(...loads)} to ${Math.max(...loads)}.`;
}
