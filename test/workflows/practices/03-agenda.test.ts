import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STAGES } from '../../../data/records/index.ts';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

describe('Story 3: members’ priorities become an agenda in versions, and every cycle takes up one of its items', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({
      env,
      network: 'agenda',
      practices: {},
      charter: { learning: { cycles: 2, smallestContributions: 0 } },
    });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  it('takes further items from whoever may set the agenda, and from nobody else', async () => {
    expect(await story.refusal('p05', 'set-agenda', { title: 'Mine' })).toContain('set-agenda');
    await story.act('p01', 'set-agenda', { title: 'Second' });
    await story.act('p03', 'set-agenda', { title: 'Third' });
    expect((await story.facts('cycle'))[0]).toMatchObject({ cycle: 1, item: 'agenda-1' });
  });

  it('says an item anew in a further version, keeps the earlier one and tells members', async () => {
    expect(await story.refusal('p01', 'revise-agenda', { item: 'agenda-9', title: 'x' })).toContain('It has: agenda-1');
    expect(await story.refusal('p05', 'revise-agenda', { item: 'agenda-1', title: 'x' })).toContain('set-agenda');
    expect(await story.act('p03', 'revise-agenda', { item: 'agenda-1', title: 'First, and for whom' })).toContain(
      'version 2',
    );
    await story.act('p03', 'revise-agenda', { item: 'agenda-1', title: 'First, and by when' });
    const versions = (await story.history('agenda-item')).filter(({ item }) => item === 'agenda-1');
    expect(versions.map(({ version }) => version)).toEqual([1, 2, 3]);
    const mails = await story.mails('says it anew');
    expect(mails.filter((text) => text.includes('First, and by when'))).toHaveLength(12);
    expect(JSON.stringify(await story.facts('agenda-item'))).not.toContain('by when');
  });

  it('covers the agenda cycle by cycle, and the report says which items wait', async () => {
    expect((await story.section('agenda')).figures[0]).toMatchObject({ note: '1 of 3' });
    for (const _ of STAGES) await story.act('p03', 'end-stage');
    expect((await story.facts('cycle')).map(({ item }) => item).sort()).toEqual(['agenda-1', 'agenda-2']);
    const section = await story.section('agenda');
    expect(section.figures[0]).toMatchObject({ note: '2 of 3' });
    expect(section.tables[0]?.rows).toEqual([
      ['agenda-1', 3, null, '1'],
      ['agenda-2', 1, null, '2'],
      ['agenda-3', 1, null, 'none yet'],
    ]);
  });
});
