/** Whether two tools found the same, so that their times may be compared. */
import type { Answer } from './contender.ts';
import type { Agreement } from './row.ts';

/** By chance, means differ by more than this many standard errors once in a million rows. */
const STANDARD_ERRORS = 5;

/** @returns why they do not agree; null where they do. */
export function disagreement(agreement: Agreement, ours: Answer, theirs: Answer): string | null {
  if (agreement.kind === 'by chance') return meansDiffer(ours, theirs);
  if (agreement.kind === 'as good') {
    const [own, other] = [single(ours, 'quality'), single(theirs, 'quality')];
    return own >= other - agreement.within ? null : `ours reaches ${own}, theirs ${other}`;
  }
  const shared = Object.keys(ours).filter((name) => name in theirs);
  if (shared.length === 0) return 'no figure is in both answers';
  for (const name of shared) {
    const difference = valuesDiffer(listOf(ours[name]), listOf(theirs[name]), agreement.within);
    if (difference !== null) return `${name}: ${difference}`;
  }
  return null;
}

function valuesDiffer(ours: readonly number[], theirs: readonly number[], within: number): string | null {
  if (ours.length !== theirs.length) return `ours has ${ours.length} figures, theirs ${theirs.length}`;
  const scale = ours.reduce((high, value) => Math.max(high, Math.abs(value)), 0) || 1;
  for (const [at, own] of ours.entries()) {
    const other = theirs[at]!;
    // Undefined on both sides is agreement, too: constraint of somebody without contacts.
    if (own === null && other === null) continue;
    if (own === null || other === null || !(Math.abs(own - other) <= within * scale)) {
      return `at ${at} ours is ${own}, theirs ${other}`;
    }
  }
  return null;
}

function meansDiffer(ours: Answer, theirs: Answer): string | null {
  const error = Math.hypot(single(ours, 'standardError'), single(theirs, 'standardError'));
  const [own, other] = [single(ours, 'mean'), single(theirs, 'mean')];
  if (Math.abs(own - other) <= STANDARD_ERRORS * error) return null;
  return `ours is ${own} on average, theirs ${other}, with a standard error of ${error}`;
}

function single(answer: Answer, name: string): number {
  const value = answer[name];
  if (typeof value !== 'number') throw new Error(`the answer has no single figure '${name}'`);
  return value;
}

function listOf(value: number | readonly number[] | undefined): readonly number[] {
  return typeof value === 'number' ? [value] : (value ?? []);
}
