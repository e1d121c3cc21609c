/**
 * Small networks for tests: drawn by hand as "a>b b>a c", or made at random with silos of a known depth.
 */
import { createRandom } from '../../analysis/inference/random.ts';
import type { BodyOf, NetworkRecords } from '../../data/records/index.ts';

export interface Drawn {
  /** Ties as "a>b", blank-separated; a member without ties as "d". */
  network: string;
  /** Group of each member by id; without it, the first letter of the id. */
  groups?: Record<string, string>;
  /** Who was asked and did not answer. Given, everybody was asked in wave 1; left out, nobody knows whom it asked. */
  unanswered?: readonly string[];
  hub?: readonly string[];
}

export function drawn({ network, groups, unanswered, hub = [] }: Drawn): NetworkRecords {
  const words = network.split(/\s+/).filter((word) => word !== '');
  const ids = [...new Set(words.flatMap((word) => word.split('>')))];
  const arcs = words.flatMap((word) => {
    const [from, to] = word.split('>');
    return from !== undefined && to !== undefined ? [[from, to] as const] : [];
  });
  return {
    ...noRecords(),
    members: ids.map((id) => member(id, groups?.[id] ?? id.slice(0, 1), hub.includes(id))),
    ties: arcs.map(([from, to]) => tie(from, to)),
    responses: unanswered === undefined ? [] : ids.map((id) => response(id, !unanswered.includes(id))),
  };
}

export interface Planted {
  members: number;
  groups: number;
  /** The chance of an arc within a group, and across groups. Equal: no silos at all. */
  within: number;
  across: number;
  seed: number;
  /** The share of members who do not answer. Default: everybody answers. */
  unanswered?: number;
}

/** Groups of equal size by turns, every arc drawn on its own. */
export function planted({ members, groups, within, across, seed, unanswered = 0 }: Planted): NetworkRecords {
  const random = createRandom(seed, 'planted');
  const ids = Array.from({ length: members }, (_, at) => `p${String(at + 1).padStart(3, '0')}`);
  const heard = ids.map(() => random.next() >= unanswered);
  const ties: BodyOf<'tie'>[] = [];
  for (const [a, from] of ids.entries()) {
    for (const [b, to] of ids.entries()) {
      if (a === b) continue;
      const isTie = random.next() < (a % groups === b % groups ? within : across);
      if (isTie && heard[a]) ties.push(tie(from, to));
    }
  }
  return {
    ...noRecords(),
    members: ids.map((id, at) => member(id, `region-${(at % groups) + 1}`)),
    ties,
    responses: ids.map((id, at) => response(id, heard[at]!)),
  };
}

export function noRecords(): NetworkRecords {
  return { members: [], ties: [], adoptions: [], waves: [], responses: [], contributions: [] };
}

export function member(id: string, region: string | null, hub = false): BodyOf<'member'> {
  return { member: id, status: 'active', hub, attributes: { region } };
}

export function tie(from: string, to: string, over: Partial<BodyOf<'tie'>> = {}): BodyOf<'tie'> {
  return { from, to, type: 'advice', strength: null, wave: '1', time: null, occurrence: 0, ...over };
}

export function response(id: string, answered: boolean, wave = '1'): BodyOf<'response'> {
  return { wave, member: id, status: answered ? 'answered' : 'no-answer' };
}

export function adoption(id: string, practice: string, time: number): BodyOf<'adoption'> {
  return { member: id, practice, time, censored: false };
}
