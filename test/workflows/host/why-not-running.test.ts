import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { whyNotRunning } from '../../../workflows/host/networks/address-of-action.ts';
import { NETWORK, type TestWorld, testWorld } from '../activities/world.ts';

describe('whoever finds a practice not running hears why, in the order of the network’s life', () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await testWorld();
  });
  afterEach(() => world.close());

  const address = { kind: 'practice', network: NETWORK, practice: 'stories' } as const;
  const inPhase = (phase: 'design' | 'learning' | 'sustainment' | 'closed', at: string) =>
    world.given({ kind: 'phase', body: { phase, cycle: 1, because: 'test' }, at });

  it.each([
    ['design', 'begins with the phase learning; the network is in design'],
    ['sustainment', 'has ended: the network is coming to its close'],
    ['closed', 'The network is closed.'],
  ] as const)('in %s', async (phase, words) => {
    await inPhase(phase, '2026-02-05T08:00:00.000Z');
    expect(await whyNotRunning(world.store, address)).toContain(words);
  });
});
