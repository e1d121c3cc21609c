import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

const ODD = ['p01', 'p03', 'p05', 'p07', 'p09', 'p11'];
const EVEN = ['p02', 'p04', 'p06', 'p08', 'p10', 'p12'];

describe('Story 13: those who joined are of one region; the lead hears who is missing, asks again, and learning begins', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    const targets = [
      { attribute: 'region', atLeast: 0.4 },
      { attribute: 'organisation', atLeast: 0.3 },
    ];
    const options = { env, network: 'diversity', practices: { diversity: { targets } } };
    const charter = { invitation: { open: 'P7D', reminders: { every: 'P5D', atMost: 1 } } };
    story = await Story.begin({ ...options, charter, beginsWhen: 'invited' });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  it('does not begin to learn when the invitation closes, and tells the lead the gaps by name', async () => {
    for (const person of ODD) await story.act(person, 'accept-invitation');
    await story.pass(8);
    expect(await story.facts('phase')).toMatchObject([{ phase: 'invitation' }]);
    const checks = await story.facts('diversity-check');
    expect(checks.find(({ attribute }) => attribute === 'region')).toMatchObject({
      ...{ check: 'diversity-1', joined: 6, value: 0, gaps: ['South'], gapsNotNamed: 0 },
    });
    const [mail] = await story.mails('who is missing');
    expect(mail).toContain('came from: South');
    // Of each organisation three were asked: too few to be named.
    expect(checks.find(({ attribute }) => attribute === 'organisation')).toMatchObject({ gaps: [], gapsNotNamed: 2 });
    expect(mail).not.toContain('organisation');
    expect(await story.waiting()).toEqual(['p01 decide diversity-1']);
  });

  it('lets only the lead decide; extended, those who have not answered are asked once more', async () => {
    expect(await story.refusal('p03', 'decide', { decision: 'diversity-1', option: 'extend' })).toContain(
      'Only a lead',
    );
    expect(await story.refusal('p01', 'decide', { decision: 'diversity-1', option: 'close' })).toContain(
      'is not an option',
    );
    await story.act('p01', 'decide', { decision: 'diversity-1', option: 'extend' });
    expect((await story.waiting()).filter((entry) => entry.includes('accept-invitation'))).toHaveLength(6);
    for (const person of EVEN.slice(0, 3)) await story.act(person, 'accept-invitation');
  });

  it('opens by itself at the target, and the report says how mixed it is', async () => {
    await story.pass(8);
    const checks = (await story.facts('diversity-check')).filter(({ check }) => check === 'diversity-2');
    // Six and three of nine: 1 − 4/9 − 1/9.
    expect(checks.find(({ attribute }) => attribute === 'region')?.value).toBeCloseTo(4 / 9, 9);
    expect((await story.facts('phase'))[0]).toMatchObject({ phase: 'learning' });
    const section = await story.section('diversity');
    expect(section.paragraphs[0]).toContain('as mixed as it set out to be');
    expect(section.tables[0]?.rows[0]).toEqual(['region', 0.4, expect.closeTo(4 / 9, 9), expect.closeTo(4 / 9, 9)]);
    expect(JSON.stringify(section)).not.toMatch(/p\d\d/);
  });
});
