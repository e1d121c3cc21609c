/**
 * A small network with all that a report can tell: three regions that hardly speak, one of them too small to be shown,
 * two survey waves, a practice that spreads, contributions, and proposals of an earlier check that were followed up.
 * Made by seeded chance; nobody of it is real.
 */

import { createRandom } from '../../../../analysis/inference/random.ts';
import {
  checkHealth,
  emptyHistory,
  type HealthCheck,
  type HealthCheckInput,
} from '../../../../analysis/report/health-check.ts';
import { type About, buildReport, type Report } from '../../../../analysis/report/report.ts';
import type { BodyOf, NetworkRecords } from '../../../../data/records/index.ts';
import { CharterSchema, KINDS } from '../../../../data/records/index.ts';

const MEMBERS = 32;
const REGIONS = ['North', 'South', 'Isles'];

export const ABOUT: About = {
  title: 'Shorter waits',
  challenge: 'Families wait eleven weeks for a first appointment.',
  phase: 'learning',
  versions: { weft: '0.0.0-test' },
};

export interface Told {
  check: HealthCheck;
  input: HealthCheckInput;
}

/** Words in place of those of the fixture, wherever people write: what is hostile must come out as text. */
export interface Words {
  region?: (name: string) => string;
  organisation?: (name: string) => string;
  practice?: string;
}

/** 14 in the North, 14 in the South, 4 on the Isles. */
function regionOf(at: number): string {
  return REGIONS[at < 14 ? 0 : at < 28 ? 1 : 2]!;
}

export function exampleRecords(waves: string[] = ['1'], words: Words = {}): NetworkRecords {
  const random = createRandom(7, 'fixture');
  const ids = Array.from({ length: MEMBERS }, (_, at) => `p${String(at + 1).padStart(2, '0')}`);
  const named = (at: number): Record<string, string> => ({
    region: (words.region ?? String)(regionOf(at)),
    organisation: (words.organisation ?? String)(`Clinic ${at % 4}`),
  });
  const ties: BodyOf<'tie'>[] = [];
  const responses: BodyOf<'response'>[] = [];
  for (const wave of ['1', '2']) {
    for (const [from, id] of ids.entries()) {
      const answers = random.next() < 0.85;
      if (waves.includes(wave)) responses.push({ wave, member: id, status: answers ? 'answered' : 'no-answer' });
      for (const [to, other] of ids.entries()) {
        const likely = regionOf(from) === regionOf(to) ? 0.25 : wave === '1' ? 0.02 : 0.04;
        const isTied = random.next() < likely && from !== to;
        if (isTied && answers && waves.includes(wave)) {
          ties.push({ from: id, to: other, type: 'advice', strength: 2, wave, time: null, occurrence: 0 });
        }
      }
    }
  }
  return {
    members: ids.map((member, at) => ({ member, status: 'active', hub: at < 2, attributes: named(at) })),
    ties,
    adoptions: ids.slice(0, 17).map((member, at) => ({
      member,
      practice: words.practice ?? 'shared-intake',
      time: `2026-0${1 + Math.floor(at / 3)}-14`,
      censored: false,
    })),
    waves: waves.map((wave) => ({
      wave,
      types: ['advice'],
      opens: wave === '1' ? '2026-01-12T00:00:00.000Z' : '2026-05-12T00:00:00.000Z',
      closes: wave === '1' ? '2026-01-26T00:00:00.000Z' : '2026-05-26T00:00:00.000Z',
    })),
    responses,
    contributions: Array.from({ length: 40 }, (_, at) => ({
      contribution: `c-${at}`,
      cycle: 1,
      stage: 'exchange' as const,
      member: ids[Math.floor(random.next() ** 2 * MEMBERS)]!,
      helped: null,
      text: null,
    })),
  };
}

function inputOf(check: string, asOf: string, records: NetworkRecords): HealthCheckInput {
  const { health } = CharterSchema.parse(KINDS.charter.example.document);
  return {
    network: 'shorter-waits',
    check,
    asOf: `${asOf}T00:00:00.000Z`,
    policy: { ...health, permutations: 999 },
    records,
    previous: null,
    history: emptyHistory(),
    proposalsAllowed: true,
  };
}

/** The first health check, after the first survey. */
export function firstCheck(words: Words = {}): Told {
  const input = inputOf('health-2026-02-28', '2026-02-28', exampleRecords(['1'], words));
  return { input, check: checkHealth(input) };
}

/** The second, after the second survey, with what became of the first one's proposals. */
export function secondCheck(words: Words = {}): Told {
  const first = firstCheck(words);
  const { check } = first;
  const statuses = ['approved', 'approved', 'declined', 'expired'] as const;
  const proposals = check.proposals.map((proposal, at) => ({ ...proposal, status: statuses[at % 4]!, at: check.asOf }));
  const followed = proposals.filter(({ status }) => status === 'approved');
  const snapshot: BodyOf<'snapshot'> = {
    check: check.check,
    asOf: check.asOf,
    inputDigest: check.inputDigest,
    response: check.response,
    figures: check.figures,
    artifact: '0f1e2d3c4b5a6978',
  };
  const input: HealthCheckInput = {
    ...inputOf('health-2026-06-30', '2026-06-30', exampleRecords(['1', '2'], words)),
    previous: { records: first.input.records, snapshot },
    history: {
      findings: check.findings,
      proposals,
      decisions: proposals.slice(0, 3).map(({ proposal, status }, at) => ({
        decision: `decision-${at}`,
        about: proposal,
        options: ['approve', 'decline'],
        status: 'decided',
        chosen: status === 'approved' ? 'approve' : 'decline',
        by: 'p01',
        right: 'lead',
        reason: null,
      })),
      introductions: followed.map(({ proposal, parties }, at) => ({
        introduction: `introduction-${at}`,
        proposal,
        members: [parties[0]!, parties[1]!],
        status: at === 0 ? 'met' : 'lapsed',
        consented: parties,
      })),
      outcomes: followed.map(({ proposal, metric, groupBy, before, predicted }, at) => ({
        proposal,
        afterDays: 30,
        metric,
        groupBy,
        before,
        predicted,
        observed: before === null ? null : before + 0.05,
        tieFormed: at === 0,
        verdict: at === 0 ? 'worked' : 'not-done',
      })),
      snapshots: [snapshot],
    },
  };
  return { input, check: checkHealth(input) };
}

export function reportOf({ check, input }: Told, about: Partial<About> = {}): Report {
  return buildReport(check, input, { ...ABOUT, ...about });
}
