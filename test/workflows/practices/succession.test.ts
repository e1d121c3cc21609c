import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

describe('Story: every role has somebody who could take it over, and when its holder leaves, they are asked to', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({
      env,
      network: 'followed',
      practices: { succession: { takeOverWithin: 'P10D', askEvery: 'P90D' } },
    });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  const lead = async () =>
    (await story.facts('role')).filter(({ role, held }) => role === 'lead' && held).map(({ person }) => person);

  it('asks each holder, takes an answer only from them, and shows which role hangs on one person', async () => {
    expect(await story.waiting()).toContain('p01 name-successor lead');
    expect(await story.refusal('p05', 'name-successor', { role: 'lead', successor: 'p06' })).toContain('Only');
    expect(await story.refusal('p02', 'name-successor', { role: 'lead', successor: 'p06' })).toContain('Only whoever');
    expect(await story.refusal('p01', 'name-successor', { role: 'lead', successor: 'p01' })).toContain('somebody else');
    await story.act('p01', 'name-successor', { role: 'lead', successor: 'p07', ready: true });
    await story.act('p03', 'name-successor', { role: 'facilitator' });
    const section = await story.section('succession');
    expect(section.paragraphs[0]).toContain('steward, facilitator, sponsor');
    expect(section.tables[0]?.rows[0]).toEqual(['lead', 1, 1, 1]);
    expect(JSON.stringify(section)).not.toMatch(/p\d\d/);
  });

  it('asks the successor when the holder leaves; the role and what is open pass to them', async () => {
    await story.act('p01', 'leave');
    expect(await story.waiting()).toContain('p07 decide succession-lead-1');
    expect(await story.refusal('p04', 'decide', { decision: 'succession-lead-1', option: 'take-over' })).toContain(
      'Only whoever was asked',
    );
    await story.act('p07', 'decide', { decision: 'succession-lead-1', option: 'take-over' });
    expect(await lead()).toEqual(['p07']);
    expect(await story.mails('a role is yours')).toHaveLength(1);
    expect(await story.act('p07', 'set-agenda', { title: 'What to learn next' })).toContain('agenda');
  });

  it('asks whoever decides for the network where there is no successor, or they let it pass', async () => {
    await story.act('p02', 'leave');
    const [asked] = (await story.waiting()).filter((entry) => entry.includes('decide succession-steward-2'));
    expect(asked).toBe('p04 decide succession-steward-2');
    await story.act('p04', 'decide', { decision: 'succession-steward-2', option: 'decline' });
    expect((await story.waiting()).filter((entry) => entry.includes('succession-steward'))).toEqual([]);
    // The new lead leaves without a successor: silence passes the question on.
    await story.act('p07', 'leave');
    expect(await story.waiting()).toContain('p04 decide succession-lead-3');
    // Until then nobody holds it, and who left decides nothing more.
    expect(await lead()).toEqual([]);
    expect(await story.refusal('p07', 'set-agenda', { title: 'One more' })).toContain('Only a');
    await story.pass(12);
    expect(await lead()).toEqual([]);
    const section = await story.section('succession');
    expect(section.paragraphs[0]).toBe(
      'Nobody holds it since whoever did has left, so that what needs it goes to the deputy: lead, steward.',
    );
    expect(section.tables[0]?.rows).toContainEqual(['lead', 0, 0, 0]);
    expect((await story.practice('succession')).counts).toMatchObject({ vacant: 2, 'to be taken over': 0 });
    expect((await story.waiting()).filter((entry) => entry.startsWith('p07') || entry.startsWith('p02'))).toEqual([]);
  });

  it('asks again when the time has come', async () => {
    await story.pass(95);
    expect(await story.waiting()).toContain('p04 name-successor sponsor');
  });
});
