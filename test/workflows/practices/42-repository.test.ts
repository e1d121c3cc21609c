import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';
import { tryOut } from './experiments-story.ts';

const PLAYBOOK = {
  type: 'playbook',
  title: 'A first talk on one page',
  summary: 'Three questions, asked in this order',
  tags: ['intake', 'first-talk'],
};

describe('Story 42: what members keep is found, used elsewhere and built on, and experiments become drafts', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({
      ...{ env, network: 'repository', practices: { repository: { perMember: 2 }, experiments: {} } },
      continueAsNewAfterEvents: 3,
    });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  it('keeps a playbook with its words sealed, and refuses tags that are sentences and what is not there', async () => {
    expect(await story.refusal('p05', 'share-artifact', { ...PLAYBOOK, tags: ['First talk!'] })).toContain(
      'small letters and dashes',
    );
    expect(await story.refusal('p05', 'share-artifact', { ...PLAYBOOK, link: 'javascript:alert(1)' })).toContain(
      'https://',
    );
    expect(await story.refusal('p05', 'share-artifact', { ...PLAYBOOK, buildsOn: ['artifact-1'] })).toContain(
      'There is no artifact-1',
    );
    expect(await story.act('p05', 'share-artifact', { ...PLAYBOOK, contributors: ['p09'] })).toContain('artifact-1');
    const [first] = await story.facts('artifact');
    expect(first).toMatchObject({ contributors: ['p05', 'p09'], steward: 'p05', status: 'current', version: 1 });
    expect(first?.reviewBy).toMatch(/^2026-/);
    expect(JSON.stringify(first)).not.toContain('one page');
  });

  it('takes what builds on it, and no more than a member can look after', async () => {
    const next = { ...PLAYBOOK, type: 'case', buildsOn: ['artifact-1'] };
    await story.act('p06', 'share-artifact', next);
    await story.act('p06', 'share-artifact', { ...next, title: 'Another case' });
    expect(await story.refusal('p06', 'share-artifact', { ...next, title: 'A third' })).toContain('2 is the most');
  });

  it('counts a use elsewhere, and the practice that was taken up with it', async () => {
    await story.act('p09', 'use-artifact', { artifact: 'artifact-1', where: 'At our own desk' });
    const elsewhere = { artifact: 'artifact-1', where: 'With two families', adopts: 'one-page-talk' };
    expect(await story.act('p06', 'use-artifact', elsewhere)).toContain('one-page-talk');
    expect(await story.facts('adoption')).toMatchObject([{ member: 'p06', practice: 'one-page-talk' }]);
    expect(await story.refusal('p06', 'use-artifact', { artifact: 'artifact-9', where: 'x' })).toContain('artifact-9');
  });

  it('makes a draft of an experiment that was stopped, which waits for its owner’s words', async () => {
    await tryOut(story, 'p07', 20);
    await story.act('p07', 'decide-experiment', {
      ...{ experiment: 'experiment-1', decision: 'stop', learned: 'Families want to talk first' },
    });
    expect(await story.waiting()).toContain('p07 complete-artifact artifact-4');
    expect((await story.mails('keep what your experiment has shown')).join()).toContain('One page is enough');
    const words = { artifact: 'artifact-4', title: 'One page was too long', tags: ['intake'] };
    expect(await story.refusal('p08', 'complete-artifact', words)).toContain('whose experiment');
    expect(await story.refusal('p07', 'complete-artifact', { artifact: 'artifact-4' })).toContain('at least one tag');
    expect(await story.refusal('p08', 'rate-artifact', { artifact: 'artifact-4', usefulness: 2 })).toContain('draft');
    await story.act('p07', 'complete-artifact', { ...words, buildsOn: ['artifact-2'] });
    expect(await story.waiting()).not.toContain('p07 complete-artifact artifact-4');
    expect((await story.facts('artifact')).at(-1)).toMatchObject({ status: 'current', from: 'experiment-1' });
  });

  it('is found by tag and by words, by people of the network alone', async () => {
    const found = async (question: object) =>
      (await story.repository({ as: 'p10', ...question })).map(({ artifact }) => artifact);
    expect(await found({})).toEqual(['artifact-4', 'artifact-3', 'artifact-2', 'artifact-1']);
    expect(await found({ tags: ['first-talk'], text: 'ANOTHER case' })).toEqual(['artifact-3']);
    expect(await found({ text: 'nothing of the kind' })).toEqual([]);
    const [piece] = await story.repository({ as: 'p03', text: 'one page was' });
    expect(piece).toMatchObject({ title: 'One page was too long', summary: 'Families want to talk first' });
    await expect(story.repository({ as: 'stranger@example.org' })).rejects.toThrow('Only members who take part');
  });

  it('shows reuse and descent in the report, and nobody’s name', async () => {
    const section = await story.section('repository');
    expect(section.figures[0]).toMatchObject({ label: 'Used outside the organisation it came from', value: 1 / 4 });
    expect(section.figures[1]).toMatchObject({ label: 'Others build on it', value: 2 / 4 });
    expect(section.figures[1]?.note).toBe('3 pieces built on others, the longest chain 2');
    expect(section.tables[0]?.rows.map((row) => row[1])).toEqual([2, 1, 1, 0]);
    expect(JSON.stringify(section)).not.toMatch(/p0\d|artifact-\d/);
  });
});
