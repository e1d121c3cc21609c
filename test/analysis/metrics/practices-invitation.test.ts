import { describe, expect, it } from 'vitest';
import type { PracticeRecords } from '../../../data/records/index.ts';
import { grouped, network, resultOf } from './small-networks.ts';

type Invitation = PracticeRecords['invitation'][number];

const AT = '2026-02-02T09:00:00.000Z';
const ids = [...'abcdefghijkl'];

function invitation(member: string, ...steps: (keyof Invitation)[]): Invitation {
  const none = { reachedAt: null, openedAt: null, appliedAt: null, joinedAt: null, declinedAt: null };
  return { member, ...none, ...Object.fromEntries(steps.map((step) => [step, AT])) };
}

function measured(invitations: Invitation[]) {
  const groups = Object.fromEntries(ids.map((id, at) => [id, at < 6 ? 'x' : at < 10 ? 'y' : 'w']));
  const records = { ...grouped(network(ids.join(' ')), groups), practices: { invitation: invitations } };
  return resultOf(records, 'invitation-funnel', { groupBy: 'group' });
}

describe('invitation-funnel: joined of those reached; who acted was reached, with or without a mail', () => {
  it('counts each step, and who waits has neither joined nor thought better of it', () => {
    const all = ids.map((id) => invitation(id, 'reachedAt'));
    all[0] = invitation('a', 'openedAt', 'appliedAt', 'joinedAt');
    all[1] = invitation('b', 'reachedAt', 'openedAt', 'appliedAt');
    all[2] = invitation('c', 'reachedAt', 'openedAt', 'appliedAt', 'declinedAt');
    all[3] = invitation('d');
    expect(measured(all)).toMatchObject({
      value: 1 / 11,
      details: { reached: 11, opened: 3, applied: 3, joined: 1, declined: 1, waiting: 1 },
    });
  });

  it('segments in which fewer than five were reached stand together', () => {
    const all = ids.map((id) => invitation(id, 'reachedAt'));
    const { bySegment } = measured(all).details as { bySegment: { segment: string; funnel: { reached: number } }[] };
    expect(bySegment.map(({ segment, funnel }) => [segment, funnel.reached])).toEqual([
      ['x', 6],
      ['others together', 6],
    ]);
  });

  it('four who were reached are too few', () => {
    expect(measured(ids.slice(0, 4).map((id) => invitation(id, 'reachedAt')))).toMatchObject({ value: null });
  });
});
