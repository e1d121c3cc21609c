import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../analysis/inference/random.ts';
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
