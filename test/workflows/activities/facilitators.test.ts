import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KINDS } from '../../../data/records/index.ts';
import { member, NETWORK, START, type TestWorld, testWorld } from './world.ts';

const role = (person: string) => ({ kind: 'role', body: { person, role: 'facilitator', held: true } }) as const;
const paused = (id: string) =>
  ({
    kind: 'membership-term',
    body: { ...KINDS['membership-term'].schema.parse(KINDS['membership-term'].example), member: id, status: 'paused' },
  }) as const;
const trained = (id: string, inRota = true) =>
  ({
    kind: 'facilitator-training',
    body: { member: id, on: '2026-01-02', what: null, notedBy: 'p01', inRota, at: START },
  }) as const;

describe('Law: nobody is called to facilitate who has left, was erased, or pauses', () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await testWorld();
    await world.given(
      ...[member('p01'), member('p02', 'left'), member('p03', 'invited'), member('p04'), member('p05'), member('p06')],
      ...[role('p01'), role('p02'), role('p03'), role('x-from-outside')],
      ...[trained('p01'), trained('p02'), trained('p04', false), trained('p05'), trained('p06'), paused('p05')],
    );
  });
  afterEach(() => world.close());

  it('of those who hold a role or a circle, in their order; who is from outside has no membership to end', async () => {
    const people = ['x-from-outside', 'p06', 'p05', 'p04', 'p03', 'p02', 'p01', 'p-erased'];
    expect(await world.run('hereToFacilitate', { network: NETWORK, people })).toEqual({
      people: ['x-from-outside', 'p06', 'p01'],
    });
  });

  it('of those who were trained', async () => {
    const turns = ['a', 'b', 'c'].map((turn) => ({ turn, notFor: [] }));
    const found = await world.run('nextFacilitators', { network: NETWORK, turns, loadOver: 'P1Y', at: START });
    expect([...new Set(found.turns.map(({ facilitator }) => facilitator))].sort()).toEqual(['p01', 'p06']);
  });
});
