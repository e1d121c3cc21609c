import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

describe('Story 28: a probe watches for a signal, and its owner amplifies or dampens it on its day', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({
      env,
      network: 'probes',
      practices: { probes: { openPerMember: 1, remindAfter: 'P3D', decideWithin: 'P10D' } },
    });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  const probe = {
    ...{ name: 'no-agenda', constraint: 'We meet without an agenda', expectation: 'Other people speak' },
    signal: 'Somebody speaks who never did',
  };

  it('takes a constraint, an expectation and a signal, for a day to come, one at a time', async () => {
    expect(await story.refusal('p05', 'start-probe', { ...probe, until: await story.day(0) })).toContain(
      'no day to come',
    );
    const { signal: _, ...blind } = probe;
    expect(await story.refusal('p05', 'start-probe', { ...blind, until: await story.day(9) })).toContain('signal');
    await story.act('p05', 'start-probe', { ...probe, until: await story.day(9) });
    await story.act('p06', 'start-probe', { ...probe, until: await story.day(9) });
    expect(await story.refusal('p05', 'start-probe', { ...probe, until: await story.day(10) })).toContain(
      '1 is the most',
    );
  });

  it('counts the signal as often as members see it, once a day each', async () => {
    await story.act('p07', 'note-signal', { probe: 'probe-1' });
    // The same on the same day is the same submission.
    expect(await story.act('p07', 'note-signal', { probe: 'probe-1' })).toContain('seen once');
    // The very same of somebody else is another signal; again, on purpose, it is said that it is heard already.
    expect(await story.act('p08', 'note-signal', { probe: 'probe-1' })).toContain('2 times');
    expect(await story.act('p07', 'note-signal', { probe: 'probe-1' })).toContain('seen once');
    expect(await story.refusal('p07', 'note-signal', { probe: 'probe-1' }, 'once-more')).toContain(
      'You have noted the signal today',
    );
    expect((await story.facts('probe'))[0]?.signals).toBe(2);
    await story.pass(2);
    expect(await story.act('p07', 'note-signal', { probe: 'probe-1' })).toContain('3 times');
    const [first] = await story.facts('probe');
    expect(first).toMatchObject({ probe: 'probe-1', signals: 3, status: 'running' });
  });

  it('asks its owner on the day, reminds, and takes the decision of nobody else', async () => {
    await story.pass(8);
    expect(await story.waiting()).toEqual(
      ['p05 decide-probe probe-1', 'p06 decide-probe probe-2'].concat(contribute(await story.waiting())),
    );
    expect((await story.mails('amplify or dampen'))[0]).toContain('Other people speak');
    const decision = { probe: 'probe-1', decision: 'dampen', madePossible: ['contacts'] };
    expect(await story.refusal('p06', 'decide-probe', decision)).toContain('its owner');
    await story.act('p05', 'decide-probe', decision);
    expect(await story.refusal('p05', 'decide-probe', { ...decision, decision: 'amplify' })).toContain(
      'probe-1 has ended',
    );
    await story.pass(4);
    expect(await story.mails('your probe waits for you')).toHaveLength(1);
  });

  it('ends undecided where nobody decides, and shows what was amplified and what dampened', async () => {
    await story.pass(8);
    const section = await story.section('probes');
    expect(section.paragraphs[0]).toContain(
      '2 probes: 0 running, 0 amplified, 1 dampened, and 1 that nobody decided on',
    );
    expect(section.tables[0]?.rows.map((row) => [row[3], row[4], row[5]])).toEqual([
      [3, 'dampened', 'contacts that were not there'],
      [0, 'undecided', 'not said yet'],
    ]);
    expect((await story.waiting()).filter((line) => line.includes('decide-probe'))).toEqual([]);
  });

  /** Everybody is asked to contribute to the cycle all along. */
  function contribute(waiting: string[]): string[] {
    return waiting.filter((line) => line.includes(' contribute '));
  }
});
