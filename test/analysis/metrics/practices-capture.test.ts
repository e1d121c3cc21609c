import { describe, expect, it } from 'vitest';
import { METRICS } from '../../../analysis/index.ts';
import { createRandom } from '../../../analysis/inference/random.ts';
import { survivalCurve } from '../../../analysis/inference/survival-curve.ts';
import type { PracticeRecords } from '../../../data/records/index.ts';
import { fromTies, network, resultOf } from './small-networks.ts';

const day = (number: number) => new Date(Date.UTC(2026, 2, 1 + number)).toISOString();
const WORDS = 't-0123456789abcdef';

type Artifact = PracticeRecords['artifact'][number];

function artifact(number: number, more: Partial<Artifact> = {}): Artifact {
  return {
    ...{ artifact: `artifact-${number}`, type: 'case', title: WORDS, summary: null, link: null, tags: [] },
    ...{ contributors: ['a'], steward: 'a', buildsOn: [], from: null, status: 'current', version: 1 },
    ...{ sharedAt: day(0), reviewBy: null, reviews: { due: 0, inTime: 0 }, endedAt: null },
    ...more,
  };
}

describe('artifact-reuse: only a use in another organisation counts, and drafts are nothing yet', () => {
  const organisations: Record<string, string> = { a: 'A', b: 'B', c: 'A', d: 'B', e: 'C' };
  const records = fromTies(['a', 'b', 'c', 'd', 'e', 'f'], [], (id) =>
    organisations[id] === undefined ? ({} as Record<string, string>) : { organisation: organisations[id] },
  );
  const use = (number: number, member: string) => ({
    ...{ use: `artifact-${number}.use-${member}`, artifact: `artifact-${number}`, member, where: WORDS, adopts: null },
    at: day(9),
  });

  it('of four that were shared, one is used elsewhere', () => {
    const practices = {
      artifact: [
        ...[artifact(1), artifact(2, { contributors: ['a', 'b'] }), artifact(3, { status: 'stale' })],
        ...[artifact(4, { status: 'draft' }), artifact(5, { status: 'retired' })],
      ],
      // c is of a's organisation; d of b's; f is of none that is known; a made it; 4 is a draft.
      'artifact-use': [use(1, 'c'), use(1, 'e'), use(2, 'd'), use(3, 'f'), use(5, 'a'), use(4, 'e')],
    };
    const { value, details } = resultOf({ ...records, practices }, 'artifact-reuse');
    expect(value).toBe(1 / 4);
    expect(details).toMatchObject({
      ...{ artifacts: 4, drafts: 1, current: 2, stale: 1, retired: 1, usedElsewhere: 1, uses: 6, users: 5 },
      ...{ usesOfUnknownOrganisation: 1, ratings: 0, shareUseful: null },
    });
  });

  it('shows how useful things were from five raters on', () => {
    const rating = (member: string, usefulness: number) => ({
      ...{ artifact: 'artifact-1', member, usefulness, at: day(3) },
    });
    const ratings = ['b', 'c', 'd', 'e'].map((member) => rating(member, 4));
    const of = (given: typeof ratings) =>
      resultOf({ ...records, practices: { artifact: [artifact(1)], 'artifact-rating': given } }, 'artifact-reuse');
    expect(of(ratings).details.shareUseful).toBeNull();
    expect(of([...ratings, rating('f', 1)]).details.shareUseful).toBe(4 / 5);
  });

  it('is not known where there are drafts alone', () => {
    const practices = { artifact: [artifact(1, { status: 'draft' })] };
    expect(resultOf({ ...records, practices }, 'artifact-reuse')).toMatchObject({
      ...{ value: null, reason: 'no artifact has been shared' },
    });
  });
});

describe('artifact-descent: links to what is not there, and circles, are no descent', () => {
  const measured = (artifacts: Artifact[]) =>
    resultOf({ ...network('a b c'), practices: { artifact: artifacts } }, 'artifact-descent');

  it('three in a row, one beside, one that others made', () => {
    const artifacts = [
      ...[artifact(1), artifact(2, { buildsOn: ['artifact-1'], contributors: ['b'] })],
      ...[artifact(3, { buildsOn: ['artifact-2', 'artifact-1', 'gone', 'artifact-3'], contributors: ['b'] })],
      artifact(4),
    ];
    const { value, details } = measured(artifacts);
    expect(value).toBe(2 / 4);
    expect(details).toEqual({ artifacts: 4, withDescendants: 2, links: 3, depth: 2, onWhatOthersMade: 2 });
  });

  it('a circle ends', () => {
    const around = [1, 2, 3].map((at) => artifact(at, { buildsOn: [`artifact-${(at % 3) + 1}`] }));
    expect(measured(around)).toMatchObject({ value: 1, details: { depth: 2 } });
    expect(measured([artifact(1)]).reason).toContain('fewer than two');
  });

  it('agrees with a slow twin on random families, to ten thousand in a row', () => {
    for (let seed = 0; seed < 40; seed++) {
      const random = createRandom(seed, 'families');
      const artifacts = Array.from({ length: 12 }, (_, at) =>
        artifact(at, {
          buildsOn: Array.from({ length: random.below(3) }, () => `artifact-${random.below(Math.max(1, at))}`),
        }),
      );
      const longest = (id: string): number => {
        const { buildsOn } = artifacts.find((one) => one.artifact === id)!;
        return Math.max(0, ...buildsOn.filter((on) => on !== id).map((on) => 1 + longest(on)));
      };
      const has = artifacts.filter(({ artifact: id }) =>
        artifacts.some((one) => one.artifact !== id && one.buildsOn.includes(id)),
      );
      const { value, details } = measured(artifacts);
      expect(value).toBeCloseTo(has.length / 12, 12);
      expect(details.depth).toBe(Math.max(...artifacts.map(({ artifact: id }) => longest(id))));
    }
    const row = Array.from({ length: 10_000 }, (_, at) => artifact(at, { buildsOn: [`artifact-${at - 1}`] }));
    expect(measured(row).details.depth).toBe(9_999);
  });
});

describe('artifacts-reviewed-in-time', () => {
  it('one of four reviews came late, one is waited for', () => {
    const artifacts = [
      artifact(1, { reviews: { due: 3, inTime: 2 } }),
      artifact(2, { reviews: { due: 1, inTime: 0 } }),
    ];
    const { value, details } = resultOf(
      { ...network('a b'), practices: { artifact: artifacts } },
      'artifacts-reviewed-in-time',
    );
    expect(value).toBe(2 / 4);
    expect(details).toMatchObject({ due: 4, inTime: 2, stale: 0 });
  });
});

describe('time-to-impact: what came to nothing so far is waited for, and the band says how sure that is', () => {
  const framing = (about: string, what: 'cycle' | 'agenda-item' | 'experiment', at: number) => ({
    ...{ about, what, framedAt: day(at) },
  });
  const impact = (number: number, about: string, at: number) => ({
    ...{ impact: `impact-${number}`, about, member: 'a', realisedAt: day(at), story: null, measure: null },
    ...{ baseline: null, value: null, better: null, evidence: null },
  });

  it('takes the first impact of each, and counts the rest until the newest that is known', () => {
    const practices = {
      framing: [
        framing('cycle-1', 'cycle', 0),
        framing('cycle-2', 'cycle', 50),
        framing('experiment-1', 'experiment', 10),
      ],
      impact: [impact(1, 'cycle-1', 70), impact(2, 'cycle-1', 40), impact(3, 'experiment-1', 30), impact(4, 'gone', 5)],
      story: [],
    };
    // Waited: 40 and 20 days with an impact; cycle-2 from day 50 to day 70: twenty days without.
    const { value, details } = resultOf({ ...network('a b'), practices }, 'time-to-impact');
    // At 20: one of three, 2/3 left. At 40: one of one.
    expect(value).toBe(40);
    expect(details).toMatchObject({
      ...{ framed: 3, realised: 2, interval: [20, 40] },
      byWhat: { cycle: { framed: 2, realised: 1, median: 40 }, experiment: { framed: 1, realised: 1, median: 20 } },
    });
  });

  it('is not known where fewer than half have come to something', () => {
    const practices = {
      framing: [1, 2, 3].map((at) => framing(`cycle-${at}`, 'cycle', 0)),
      impact: [impact(1, 'cycle-1', 10)],
    };
    const { value, reason, details } = resultOf({ ...network('a b'), practices }, 'time-to-impact');
    expect([value, reason]).toEqual([null, 'fewer than half have had an impact so far']);
    expect(details.interval).toEqual([10, null]);
  });
});

describe('survivalCurve: as R’s survfit prints it, and as the definition says', () => {
  const waits = (text: string) =>
    text.split(' ').map((word) => ({ time: Number.parseInt(word, 10), cameAbout: !word.endsWith('+') }));
  /** Miller 1981: remission of acute myelogenous leukaemia, maintained group; `survival::aml` in R. */
  const AML = waits('9 13 13+ 18 23 28+ 31 34 45+ 48 161+');

  it('aml, maintained: survival and standard errors to the digits that survfit prints; median 31', () => {
    const { steps, median } = survivalCurve(AML);
    expect(median).toBe(31);
    expect(steps.map(({ time }) => time)).toEqual([9, 13, 18, 23, 31, 34, 48]);
    expect(steps.map(({ atRisk }) => atRisk)).toEqual([11, 10, 8, 7, 5, 4, 2]);
    const survival = [0.909, 0.818, 0.716, 0.614, 0.491, 0.368, 0.184];
    const errors = [0.0867, 0.1163, 0.1397, 0.1526, 0.1642, 0.1627, 0.1535];
    for (const [at, { share, high }] of steps.entries()) {
      expect(share).toBeCloseTo(survival[at]!, 3);
      // The band's half-width on the scale of log(−log) gives the standard error back.
      const half = Math.log(Math.log(share) / Math.log(high));
      expect((half / 1.959963984540054) * Math.abs(Math.log(share)) * share).toBeCloseTo(errors[at]!, 3);
    }
  });

  it('agrees with the definition taken word by word on random waits', () => {
    for (let seed = 0; seed < 60; seed++) {
      const random = createRandom(seed, 'waits');
      const cases = Array.from({ length: 1 + random.below(25) }, () => ({
        ...{ time: random.below(12), cameAbout: random.next() < 0.6 },
      }));
      const { steps, median } = survivalCurve(cases);
      const shareAfter = (time: number): number => {
        const moments = [...new Set(cases.filter((one) => one.cameAbout && one.time <= time).map((one) => one.time))];
        return moments.reduce((product, at) => {
          const left = cases.filter((one) => one.time >= at).length;
          return product * (1 - cases.filter((one) => one.cameAbout && one.time === at).length / left);
        }, 1);
      };
      for (const { time, share, low, high } of steps) {
        expect(share).toBeCloseTo(shareAfter(time), 12);
        expect(low).toBeLessThanOrEqual(share);
        expect(high).toBeGreaterThanOrEqual(share);
      }
      const crossing = Array.from({ length: 12 }, (_, time) => time).find((time) => shareAfter(time) <= 0.5 + 1e-12);
      expect(median).toBe(crossing ?? null);
    }
  });

  it('is nothing where nobody waits, and has no band where all came about at once', () => {
    expect(survivalCurve([])).toEqual({ steps: [], median: null, interval: [null, null] });
    expect(survivalCurve(waits('4 4 4')).steps).toEqual([
      { time: 4, atRisk: 3, cameAbout: 3, share: 0, low: 0, high: 0 },
    ]);
  });
});

describe('wins-told-on: only stories that may be told on count', () => {
  it('of three that may be, one was sent, one was dropped and one waits', () => {
    const story = (number: number, shared: boolean) => ({
      ...{
        story: `story-${number}`,
        member: 'a',
        text: WORDS,
        value: 'applied' as const,
        cycle: 1,
        shared,
        at: day(0),
      },
    });
    const digest = (number: number, status: 'sent' | 'withheld', stories: string[], dropped: string[]) => ({
      ...{ digest: `digest-${number}`, status, stories, dropped, by: null, at: day(9) },
    });
    const practices = {
      story: [story(1, true), story(2, true), story(3, true), story(4, false)],
      'win-digest': [digest(1, 'sent', ['story-1', 'story-4'], ['story-2']), digest(2, 'withheld', ['story-3'], [])],
    };
    const { value, details } = resultOf({ ...network('a b'), practices }, 'wins-told-on');
    expect(value).toBe(1 / 3);
    expect(details).toEqual({ stories: 4, shared: 3, toldOn: 1, dropped: 1, sent: 1, withheld: 1 });
  });
});

describe('Law: recognition ranks nobody, and claims have no percentage of an effect', () => {
  const thanked = (member: string, about: string) => ({
    ...{ member, deed: 'help' as const, about, round: 'thanks-1', thankedAt: day(9), public: true },
  });
  const request = (number: number, answeredBy: string[], status: 'resolved' | 'answered' = 'resolved') => ({
    ...{ request: `request-${number}`, askedBy: 'a', text: null, askedAt: day(0), asked: [], escalated: false, status },
    ...{ answeredBy, firstAnswerAt: day(1), endedAt: null },
  });

  it('recognition-spread: three of four pieces; the Gini over organisations from five people on', () => {
    const records = fromTies(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], [], (id) => ({
      organisation: id < 'e' ? 'A' : id < 'g' ? 'B' : 'C',
    }));
    const practices = {
      'support-request': [request(1, ['b', 'c']), request(2, ['a', 'd']), request(3, ['b'], 'answered')],
      experiment: [],
      recognition: [thanked('b', 'request-1'), thanked('gone', 'request-9')],
    };
    // a helped themselves, request 3 is not resolved: b and c for 1, d for 2.
    const { value, details } = resultOf({ ...records, practices }, 'recognition-spread');
    expect(value).toBe(1 / 3);
    expect(details).toEqual({ pieces: 3, recognised: 1, organisations: 3, giniOfOrganisations: null });
    const five = ['b', 'c', 'd', 'e', 'g'].map((member) => thanked(member, 'request-7'));
    const more = resultOf({ ...records, practices: { recognition: five } }, 'recognition-spread');
    // Shares 3/4, 1/2, 1/2: (−2·0.5 + 0 + 2·0.75) ÷ (3·1.75).
    expect(more.details.giniOfOrganisations).toBeCloseTo(0.5 / 5.25, 12);
  });

  it('has no figure by member or group, and no id of anybody, in any metric of thanks or claims', () => {
    for (const id of ['recognition-spread', 'claims-supported', 'artifact-reuse', 'artifact-descent']) {
      expect(METRICS.find((metric) => metric.id === id)?.scopes, id).toEqual(['network']);
    }
    const people = Array.from({ length: 9 }, (_, at) => `person-${at}`);
    const practices = {
      recognition: people.map((member, at) => thanked(member, `request-${at % 3}`)),
      'contribution-claim': [claim(1, { by: 'person-1' })],
    };
    const records = { ...fromTies(people, [], () => ({ organisation: 'Somewhere' })), practices };
    for (const id of ['recognition-spread', 'claims-supported']) {
      const { value, details, values } = resultOf(records, id);
      expect(values).toBeUndefined();
      expect(JSON.stringify([value, details])).not.toMatch(/person-|Somewhere/);
    }
  });

  function claim(number: number, { by = 'a', reviewedBy = 'b', status = 'supported' as const } = {}) {
    return {
      ...{ claim: `claim-${number}`, member: by, outcome: WORDS, contribution: WORDS, evidence: WORDS, because: WORDS },
      ...{ confidence: 'low' as const, status, claimedAt: day(0), reviewedBy, reason: WORDS, endedAt: null },
      rivals: [{ rival: 'chance' as const, text: WORDS, standing: 'stands' as const }],
      rivalsBy: [by],
    };
  }

  it('claims-supported: a review by the claimant is none', () => {
    const practices = { 'contribution-claim': [claim(1), claim(10), claim(2, { reviewedBy: 'a' })] };
    const { value, details } = resultOf({ ...network('a b'), practices }, 'claims-supported');
    expect(value).toBe(1);
    expect(details).toMatchObject({ claims: 3, reviewed: 2, supported: 2, rivals: 3, standing: 3 });
    expect((details.each as { claim: string }[]).map((one) => one.claim)).toEqual(['claim-1', 'claim-2', 'claim-10']);
  });
});

describe('agenda-skill-coverage: what the agenda asks for, and who can it', () => {
  it('of three skills two are claimed, one of them by one; claims of who has left do not count', () => {
    const need = (about: string, skills: string[]) => ({ about, skills, by: 'a', at: day(0) });
    const claim = (member: string, skill: string, level = 1) => ({ member, skill, level, evidence: null, at: day(0) });
    const practices = {
      'skill-need': [need('agenda-1', ['x-ray', 'yoga']), need('problem-1', ['x-ray', 'zeal']), need('agenda-2', [])],
      'skill-claim': [
        ...[claim('a', 'x-ray'), claim('b', 'x-ray'), claim('b', 'yoga')],
        ...[claim('gone', 'zeal'), claim('a', 'zeal', 0)],
      ],
    };
    const { value, details } = resultOf({ ...network('a b'), practices }, 'agenda-skill-coverage');
    expect(value).toBe(2 / 3);
    expect(details).toEqual({ items: 2, itemsCovered: 1, skills: 3, heldByNobody: ['zeal'], heldByOne: ['yoga'] });
  });
});
