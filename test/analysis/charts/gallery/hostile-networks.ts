/** Networks at the edges of what charts are made for: nobody, one group, forty, names that would break a page. */
import { createRandom } from '../../../../analysis/inference/random.ts';
import type { BodyOf, NetworkRecords } from '../../../../data/records/index.ts';

interface Shape {
  members: number;
  groups?: (member: number) => string;
  tiesEach?: number;
  /** Share of members who answer. */
  answering?: number;
  adopts?: (member: number) => number | string | null;
  contributionsEach?: number;
}

/** Two waves of a network that is otherwise left to seeded chance. */
export function network(shape: Shape): NetworkRecords {
  const { members, groups = (at) => `g${at % 3}`, tiesEach = 4, answering = 1, adopts = () => null } = shape;
  const random = createRandom(11, 'hostile');
  const ids = Array.from({ length: members }, (_, at) => `m${String(at).padStart(4, '0')}`);
  const answers = ids.map((_, at) => at < members * answering);
  const tie = (from: string, to: string, wave: string): BodyOf<'tie'> => ({
    ...{ from, to, type: 'advice', strength: 1, wave, time: null, occurrence: 0 },
  });
  const ties = ['1', '2'].flatMap((wave) =>
    ids.flatMap((from, at) => {
      if (!answers[at] || members < 2) return [];
      const named = new Set(Array.from({ length: tiesEach }, () => ids[random.below(members)]!));
      return [...named].filter((to) => to !== from).map((to) => tie(from, to, wave));
    }),
  );
  return {
    members: ids.map((member, at) => ({ member, status: 'active', hub: at === 0, attributes: { region: groups(at) } })),
    ties,
    adoptions: ids.flatMap((member, at) => {
      const time = adopts(at);
      return time === null ? [] : [{ member, practice: 'a practice', time, censored: false }];
    }),
    waves: [],
    responses: ['1', '2'].flatMap((wave) =>
      ids.map((member, at) => ({ wave, member, status: answers[at] ? 'answered' : 'no-answer' }) as const),
    ),
    contributions: ids.flatMap((member, at) =>
      Array.from({ length: at % ((shape.contributionsEach ?? 2) + 1) }, (_, number) => ({
        ...{ contribution: `c${at}-${number}`, cycle: 1, stage: 'exchange' as const, member },
        ...{ helped: ids[(at + 7) % members]!, text: null },
      })),
    ),
  };
}

const months = (at: number): string => `2026-0${1 + (at % 6)}-10`;
export const SHAPES: Record<string, NetworkRecords> = {
  'one member': network({ members: 1, adopts: months }),
  'five members': network({ members: 5, adopts: months }),
  'nobody answered': network({ members: 40, answering: 0, adopts: months }),
  'a fifth answered': network({ members: 60, answering: 0.2, adopts: months }),
  'one group': network({ members: 40, groups: () => 'all of us', adopts: months }),
  'forty groups': network({ members: 400, groups: (at) => `group ${at % 40}`, adopts: months }),
  'groups of four': network({ members: 40, groups: (at) => `g${Math.floor(at / 4)}`, adopts: months }),
  'nobody named anybody': network({ members: 40, tiesEach: 0, adopts: months }),
  'everybody named everybody': network({ members: 30, tiesEach: 600, adopts: months }),
  'no adoptions': network({ members: 40 }),
  'one adoption': network({ members: 40, adopts: (at) => (at === 3 ? 2 : null) }),
  'all adopt at once': network({ members: 40, adopts: () => 1 }),
  'all adopt, a thousand periods apart': network({ members: 40, adopts: (at) => 1 + (at % 8) * 1000 }),
  'hostile names': network({
    members: 45,
    groups: (at) =>
      ['<script>alert(1)</script> & "quoted" words that go on and on', `it's \\ "so"`, '地区 <b>'][at % 3]!,
    adopts: months,
  }),
  'a thousand members': network({
    members: 1000,
    groups: (at) => `g${at % 9}`,
    tiesEach: 14,
    adopts: (at) => (at % 3 === 0 ? 1 + (at % 20) : null),
  }),
};
