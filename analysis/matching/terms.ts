/**
 * What speaks for a pair, term by term, each from 0 to 1; and what rules it out. Points are their weighted mean, in
 * thousandths and whole, so that sums are exact. What is not known counts as nothing, and is not in the sentence.
 *
 *   distance    the share of the attributes `across` in which the two are known to differ
 *   complement  skills that exactly one of the two claims ÷ skills that any of them claims (Jaccard's distance); where
 *               one wishes for a skill, the level at which the other claims it ÷ 3
 *   bridging    pairs of members whom a tie between the two would bring within two steps ÷ the most that any pair would
 *   lightness   1 ÷ (1 + what both carry already)
 */
import { fromArcs, unionOf } from '../graph/compact.ts';
import type { Candidate, MatchRules } from './candidate.ts';
import { pairKey } from './pair.ts';
import { TwoStepReach } from './reach.ts';
import { hoursTogether, offsetHours } from './working-hours.ts';

export const MOST_POINTS = 1000;

export type Barrier = 'blocked' | 'too-alike' | 'no-common-hours' | 'matched-before';

export interface Terms {
  points: number;
  differIn: string[];
  /** Skills that one has and the other has not. */
  complements: string[];
  pairsGained: number;
  /** Hours of a working day in common; null where a zone is not known. */
  hours: number | null;
  isRepeat: boolean;
}

export interface TermsOf {
  /** Why the two cannot be matched; null where they can. */
  barrier(a: Candidate, b: Candidate): Barrier | null;
  /** @param wish the skill that `a` wishes for from `b`, where that is what the match is for. */
  of(a: Candidate, b: Candidate, wish?: string | null): Terms;
}

export function termsAmong(candidates: readonly Candidate[], rules: MatchRules): TermsOf {
  const bridging = bridgingAmong(candidates, rules);
  const zones = new Map<string, number | null>();
  const offsetOf = ({ timeZone }: Candidate): number | null => {
    if (timeZone === null) return null;
    if (!zones.has(timeZone)) zones.set(timeZone, offsetHours(timeZone, rules.at));
    return zones.get(timeZone) ?? null;
  };
  const hoursOf = (a: Candidate, b: Candidate): number | null => {
    const [one, other] = [offsetOf(a), offsetOf(b)];
    return one === null || other === null ? null : hoursTogether(one, other);
  };
  const { distance, complement, bridging: bridge, lightness } = rules.weights;
  const all = distance + complement + bridge + lightness;
  return {
    barrier(a, b) {
      const key = pairKey(a.member, b.member);
      if (a.member === b.member || rules.blocked.has(key)) return 'blocked';
      if (rules.repeat === 'never' && rules.past.has(key)) return 'matched-before';
      if (rules.mustDiffer.some((attribute) => isKnown(a, b, attribute) && !differ(a, b, attribute)))
        return 'too-alike';
      const hours = hoursOf(a, b);
      return hours !== null && hours < rules.leastHoursTogether ? 'no-common-hours' : null;
    },
    of(a, b, wish = null) {
      const differIn = rules.across.filter((attribute) => differ(a, b, attribute));
      const complements = wish === null ? onlyOneHas(a, b) : b.skills.has(wish) ? [wish] : [];
      const union = new Set([...a.skills.keys(), ...b.skills.keys()]).size;
      const pairsGained = bridging.gained(a.member, b.member);
      const sum =
        distance * (rules.across.length === 0 ? 0 : differIn.length / rules.across.length) +
        complement * (wish === null ? (union === 0 ? 0 : complements.length / union) : (b.skills.get(wish) ?? 0) / 3) +
        bridge * (bridging.most === 0 ? 0 : pairsGained / bridging.most) +
        lightness / (1 + a.load + b.load);
      return {
        points: all === 0 ? 0 : Math.round((MOST_POINTS * sum) / all),
        ...{ differIn, complements, pairsGained, hours: hoursOf(a, b) },
        isRepeat: rules.past.has(pairKey(a.member, b.member)),
      };
    },
  };
}

/** Why these, as a sentence without its full stop. @param who the two, the three. */
export function inWords(
  who: string,
  { differIn, complements, pairsGained, hours, isRepeat }: Terms,
  wish: string | null = null,
): string {
  const parts = [
    differIn.length === 0 ? null : `${who} differ in ${listed(differIn)}`,
    wish !== null
      ? complements.length === 0
        ? null
        : `one wishes for ${wish}, which the other knows`
      : complements.length === 0
        ? null
        : `they complement each other in ${listed(complements)}`,
    pairsGained === 0
      ? null
      : `knowing each other would bring ${pairsGained === 1 ? '1 pair of members' : `${pairsGained} pairs of members`} within two steps`,
    hours === null ? null : `they share ${Number(hours.toFixed(1))} hours of a working day`,
    isRepeat ? 'they were matched before, and nobody else was left' : null,
  ].filter((part) => part !== null);
  const sentence = parts.length === 0 ? 'nothing is known that speaks for or against them' : parts.join('; ');
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

const MOST_LISTED = 3;

function listed(words: readonly string[]): string {
  const shown =
    words.length <= MOST_LISTED
      ? words
      : [...words.slice(0, MOST_LISTED - 1), `${words.length - MOST_LISTED + 1} more`];
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

function attributeOf({ attributes }: Candidate, name: string): unknown {
  return Object.hasOwn(attributes, name) ? (attributes[name] ?? null) : null;
}

function isKnown(a: Candidate, b: Candidate, name: string): boolean {
  return attributeOf(a, name) !== null && attributeOf(b, name) !== null;
}

function differ(a: Candidate, b: Candidate, name: string): boolean {
  return isKnown(a, b, name) && attributeOf(a, name) !== attributeOf(b, name);
}

function onlyOneHas(a: Candidate, b: Candidate): string[] {
  const lacking = (one: Candidate, other: Candidate) =>
    [...one.skills.keys()].filter((skill) => !other.skills.has(skill));
  return [...lacking(a, b), ...lacking(b, a)].sort();
}

interface Bridging {
  most: number;
  gained(a: string, b: string): number;
}

function bridgingAmong(candidates: readonly Candidate[], { ties, weights }: MatchRules): Bridging {
  if (weights.bridging === 0) return { most: 0, gained: () => 0 };
  const ids = [...new Set([...candidates.map(({ member }) => member), ...ties.flat()])].sort();
  const at = new Map(ids.map((id, index) => [id, index]));
  const known = ties.filter(([a, b]) => a !== b);
  const arcs = {
    from: known.map(([a]) => at.get(a)!),
    to: known.map(([, b]) => at.get(b)!),
    strength: known.map(() => 1),
  };
  const reach = new TwoStepReach(unionOf(fromArcs(ids, arcs)));
  const gained = (a: string, b: string): number => reach.gained(at.get(a)!, at.get(b)!);
  let most = 0;
  for (const [index, { member }] of candidates.entries()) {
    for (const other of candidates.slice(index + 1)) {
      if (other.member !== member) most = Math.max(most, gained(member, other.member));
    }
  }
  return { most, gained };
}
