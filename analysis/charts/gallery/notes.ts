/**
 * The small print that every chart carries, in the same words everywhere: how many, how many answered, what chance was
 * drawn from, and who is not shown.
 */
import type { Measurement } from '../../measure.ts';
import { count, many, percent } from '../../report/words.ts';
import { JOINT_GROUP } from '../../suppression.ts';

/** Below this share of answers a title says so. */
const FEW_ANSWERS = 0.6;

export function notesOf({ input, options }: Measurement): string[] {
  const { members, ties, directed, response, groupsWithheld } = input;
  const waves = options.wave === 'all' ? [] : [options.wave].flat();
  const of = [
    `${many(members, 'member')}, ${many(ties, directed ? 'tie' : 'tied pair')}`,
    ...(options.types === 'all' ? [] : [`ties of type ${[...options.types].join(', ')}`]),
    ...(waves.length === 0 ? [] : [waves.length === 1 ? `wave ${waves[0]}` : `waves ${waves.join(' and ')}`]),
    ...(options.minStrength === null ? [] : [`ties of strength ${options.minStrength} or more`]),
    ...(options.asOf === null ? [] : [`as of ${options.asOf}`]),
  ];
  const hidden = Object.keys(groupsWithheld).length;
  return [
    `${of.join('; ')}.`,
    answersOf(response),
    ...(hidden === 0
      ? []
      : [
          `${many(hidden, options.groupBy ?? 'group')} with fewer than ${options.smallestGroup} members, or hidden to protect such, counted as “${JOINT_GROUP}”.`,
        ]),
  ];
}

/** Of charts that read no ties, to which answers do not matter. */
export function membersNote({ input, options }: Measurement): string {
  return `${many(input.members, 'member')}${options.asOf === null ? '' : `; as of ${options.asOf}`}. Ties are not read.`;
}

function answersOf(response: number | null): string {
  if (response === null) return 'No record of who was asked and who answered: every member’s ties count as known.';
  if (response === 1) return 'Everybody who was asked answered.';
  return `${percent(response)} of those asked answered; what the others would have named is unknown, not nothing.`;
}

/** The finding, with a word of warning where few answered. */
export function titled(finding: string, { input: { response } }: Measurement): string {
  if (response === null || response >= FEW_ANSWERS) return finding;
  return `${finding}, though only ${percent(response)} answered`;
}

export function permutationsNote(permutations: number, seed: number): string {
  return `${count(permutations)} permutations, seed ${seed}.`;
}

/** What p allows to say. */
export function isTold(p: unknown): boolean {
  return typeof p === 'number' && p < 0.05;
}

/** "a region", "an organisation" */
export function withArticle(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}
