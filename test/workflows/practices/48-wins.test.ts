import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

describe('Story 48: wins are told on with consent alone, after somebody has looked at them', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({
      ...{ env, network: 'wins', continueAsNewAfterEvents: 3 },
      practices: { stories: {}, wins: { every: 'P30D', previewFor: 'P5D', atLeast: 2 } },
    });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  const tell = (person: string, text: string, consent: object) =>
    story.act(person, 'tell-story', { text, value: 'applied', ...consent });

  it('shows lead and facilitator what may be told on, and nobody else may decide', async () => {
    await tell('p05', 'Half the time', { share: true, named: true });
    await tell('p06', 'A shorter form', { share: true });
    await tell('p07', 'For us alone', { share: false });
    await tell('p08', 'We met twice', { share: true, named: true });
    await tell('p09', 'Taken back later', { share: true });
    await story.pass(31);
    const waiting = (await story.waiting()).filter((one) => one.includes('approve-wins'));
    expect(waiting).toEqual(['p01 approve-wins digest-1', 'p03 approve-wins digest-1']);
    const [preview] = await story.mails('before they are told on');
    expect(preview).toContain('story-1');
    expect(preview).not.toContain('For us alone');
    expect(await story.refusal('p05', 'approve-wins', { digest: 'digest-1' })).toContain('Only a lead');
    expect(await story.refusal('p01', 'approve-wins', { digest: 'digest-1', drop: ['story-3'] })).toContain(
      'not among them',
    );
  });

  it('leaves out what was dropped, and who took consent back since; names only who wants that', async () => {
    expect(await story.act('p06', 'share-story', { story: 'story-5', share: false })).toContain('you told no story-5');
    expect(await story.act('p09', 'share-story', { story: 'story-5', share: false })).toContain('Nobody else reads');
    expect(await story.act('p01', 'approve-wins', { digest: 'digest-1', drop: ['story-4'] })).toContain('3 of 4');
    const mails = await story.mails('what became of it');
    expect(mails).toHaveLength(12);
    for (const mail of mails) {
      const text = mail.replace(/=\r?\n/g, '');
      expect(text).toMatch(/Half the time.*Member p05/);
      expect(text).toContain('A shorter form');
      expect(text).not.toMatch(/p06\)|For us alone|We met twice|Taken back later/);
    }
    expect((await story.waiting()).join()).not.toContain('approve-wins');
    expect(await story.refusal('p03', 'approve-wins', { digest: 'digest-1' })).toContain('No stories wait');
  });

  it('waits where there are too few, and sends what nobody looked at, as the charter says', async () => {
    await tell('p10', 'One more', { share: true });
    await story.pass(30);
    expect(await story.mails('before they are told on')).toHaveLength(2);
    await tell('p11', 'And another', { share: true });
    await story.pass(30);
    expect(await story.mails('before they are told on')).toHaveLength(4);
    await story.pass(6);
    expect(await story.facts('win-digest')).toMatchObject([
      {
        digest: 'digest-1',
        status: 'sent',
        stories: ['story-1', 'story-2', 'story-5'],
        dropped: ['story-4'],
        by: 'p01',
      },
      { digest: 'digest-2', status: 'sent', stories: ['story-6', 'story-7'], by: null },
    ]);
  });

  it('counts in the report, without words and names', async () => {
    const section = await story.section('wins');
    // Of five that may be told on now, four were; story-4 was dropped.
    expect(section.figures[0]).toMatchObject({ value: 4 / 5 });
    expect(section.paragraphs[0]).toContain('2 times');
    expect(JSON.stringify(section)).not.toMatch(/p0\d|Half/);
  });
});
