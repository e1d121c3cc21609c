import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BodyOf } from '../../../data/records/index.ts';
import { whyNotRunning } from '../../../workflows/host/networks/address-of-action.ts';
import { NETWORK, START, type TestWorld, testWorld } from '../activities/world.ts';

describe('whoever finds a practice not running hears why, in the order of the network’s life', () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await testWorld();
  });
  afterEach(() => world.close());

  const address = { kind: 'practice', network: NETWORK, practice: 'stories' } as const;
  const inPhase = (phase: 'design' | 'learning' | 'sustainment' | 'closed', at: string) =>
    world.given({ kind: 'phase', body: { phase, cycle: 1, because: 'test' }, at });

  it('of a matter that has ended, how it came out; of none, that there is none', async () => {
    const body: BodyOf<'commitment'> = {
      ...{ commitment: 'promise-1', member: 'p01', text: 't-0123456789abcdef', due: '2026-04-01' },
      ...{ madeAt: START, status: 'unsaid', endedAt: START },
    };
    await world.given({ kind: 'commitment', body });
    const why = (item: string) =>
      whyNotRunning(world.store, { kind: 'practice-item', network: NETWORK, practice: 'commitments', item });
    expect(await why('promise-1')).toBe('promise-1 has ended (unsaid).');
    expect(await why('promise-9')).toContain("There is no 'promise-9'");
    await inPhase('closed', '2026-02-05T08:00:00.000Z');
    expect(await why('promise-1')).toBe('The network is closed.');
  });

  it.each([
    ['design', 'begins with the phase learning; the network is in design'],
    ['sustainment', 'has ended: the network is coming to its close'],
    ['closed', 'The network is closed.'],
  ] as const)('in %s', async (phase, words) => {
    await inPhase(phase, '2026-02-05T08:00:00.000Z');
    expect(await whyNotRunning(world.store, address)).toContain(words);
  });
});
