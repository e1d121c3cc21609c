import { describe, expect, it } from 'vitest';
import { experts } from '../../../analysis/expertise/experts.ts';
import { memberSkills } from '../../../analysis/expertise/member-skills.ts';
import { network } from '../metrics/small-networks.ts';

const AT = '2026-06-01T09:00:00.000Z';
const claim = (member: string, level: number, evidence: string | null = null, skill = 'x-ray') => ({
  ...{ member, skill, level, evidence, at: '2026-02-02T09:00:00.000Z' },
});
const endorsement = (by: string, member: string) => ({ by, member, skill: 'x-ray', at: '2026-03-02T09:00:00.000Z' });
const request = (number: number, asked: string[], askedAt = '2026-05-02T09:00:00.000Z') => ({
  ...{ request: `request-${number}`, askedBy: 'z', text: null, askedAt, status: 'open' as const, asked },
  ...{ escalated: false, answeredBy: [], firstAnswerAt: null, endedAt: null },
});

const records = {
  ...network('a b c d e f'),
  practices: {
    'skill-claim': [
      ...[claim('a', 2), claim('b', 3), claim('c', 2), claim('d', 2, 't-0123456789abcdef'), claim('e', 0)],
      ...[claim('f', 2), claim('gone', 3), claim('a', 3, null, 'yoga')],
    ],
    'skill-endorsement': [endorsement('a', 'c'), endorsement('b', 'c'), endorsement('b', 'c')],
    'support-request': [
      ...[request(1, ['b', 'a']), request(2, ['b'])],
      // Long ago: it is nobody's load any more.
      request(3, ['c', 'd', 'f'], '2026-01-02T09:00:00.000Z'),
    ],
  },
};

describe('who could help: by level, endorsements, evidence and load; who did their turn is spared', () => {
  const question = { skill: 'x-ray', at: AT, askedPerQuarter: 2 };

  it('ranks those who claim it now, and says why', () => {
    const ranked = experts(records, question);
    expect(ranked.map(({ member }) => member)).toEqual(['c', 'd', 'f', 'a', 'b']);
    expect(ranked[0]?.because).toBe('does it often, endorsed by 2; not asked of late');
    expect(ranked[3]?.because).toBe('does it often, nobody endorses it yet; asked 1 time within three months');
    expect(ranked[4]).toMatchObject({ level: 3, asked: 2, isSpared: true });
    expect(ranked[4]?.because).toContain('as often as the charter allows');
  });

  it('spares nobody where there is no bound, and never names who asks', () => {
    const ranked = experts(records, { ...question, askedPerQuarter: null, except: 'c' });
    expect(ranked.map(({ member }) => member)).toEqual(['b', 'd', 'f', 'a']);
    expect(experts(records, { ...question, skill: 'nobody-knows' })).toEqual([]);
  });
});

describe('members and skills as a graph in two parts', () => {
  it('has edges from members to skills alone, in the same order whatever the order of the records', () => {
    const graph = memberSkills(records);
    expect([graph.order, graph.size]).toEqual([8, 6]);
    graph.forEachEdge((_edge, _claim, source, target) => {
      expect([source, target].map((node) => graph.getNodeAttribute(node, 'kind')).sort()).toEqual(['member', 'skill']);
    });
    const turned = {
      ...records,
      members: records.members.toReversed(),
      practices: { ...records.practices, 'skill-claim': records.practices['skill-claim'].toReversed() },
    };
    expect(memberSkills(turned).export()).toEqual(graph.export());
  });
});
