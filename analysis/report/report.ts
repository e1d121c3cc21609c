/**
 * Makes the health report (report-model.ts): every section of what a check found, in one value.
 *
 * Pure: the same check, records and words give the same bytes.
 */
import { canonical } from '../metrics/digest.ts';
import type { About } from './about.ts';
import type { HealthCheck, HealthCheckInput } from './health-check.ts';
import type { Report, Section } from './report-model.ts';
import { createScene } from './scene.ts';
import { headline } from './sections/headline.ts';
import { sectionsOf } from './sections/index.ts';
import { shownInStage, stageOf } from './stage-of-growth.ts';

export type { About } from './about.ts';
export type { Cell, Chart, Figure, Format, Quantity, Report, Section, Table } from './report-model.ts';

const DIGITS = 12;

export function buildReport(check: HealthCheck, input: HealthCheckInput, about: About): Report {
  const stage = stageOf(input.records, about);
  const scene = createScene(shownInStage(check, stage), input, about);
  const shown = ({ id }: Section) => stage === null || !stage.hides.includes(id);
  return normal({
    report: 1,
    network: check.network,
    check: check.check,
    asOf: check.asOf,
    title: about.title,
    challenge: about.challenge,
    phase: about.phase,
    smallestGroup: scene.smallest,
    inputDigest: check.inputDigest,
    seed: check.policy.seed,
    versions: about.versions,
    // Of a network that is itself a small group nothing is told but that.
    sections: scene.members.length < scene.smallest ? [headline(scene)] : sectionsOf(scene).filter(shown),
  });
}

/** Keys in order and numbers to twelve digits: the last bits of a sum are noise, and differ with the order of adding. */
function normal(report: Report): Report {
  return JSON.parse(canonical(report), (_key, value: unknown) => {
    if (typeof value === 'number') return Number(value.toPrecision(DIGITS));
    return typeof value === 'string' ? plain(value) : value;
  }) as Report;
}

/**
 * A text as one line of letters: what is no letter but a command (control characters, halves of a pair, marks that turn
 * the direction of what follows) could break a picture's expressions, cut a page off, or make −0.60 read as 06.0−.
 */
function plain(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\p{Cs}/gu, '\ufffd');
}
