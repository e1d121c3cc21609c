import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';
import { tryOut } from './experiments-story.ts';
import { announce } from './sessions-story.ts';

describe('Story 41: some days after they did something, people say what they learned, and curators make patterns of it', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  const attended = ['p05', 'p06', 'p07', 'p08', 'p09'];
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({
      ...{
        env,
        network: 'tacit',
        practices: {
          sessions: {},
          experiments: {},
          'tacit-knowledge': {},
          mentorship: { firstRoundAfter: 'P1D', roundEvery: 'P7D' },
        },
      },
    });
    await announce(story, 2);
    await story.pass(3);
    await story.act('p03', 'record-session', { session: 'session-1', attended });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  it('asks those who were there, some days after the session', async () => {
    await story.pass(3);
    const note = { prompt: 'prompt-1', text: 'Put the pen down' };
    expect(await story.refusal('p05', 'note-knowledge', note)).toContain('let it settle');
    await story.pass(4);
    expect((await story.waiting()).filter((entry) => entry.includes('prompt-1'))).toEqual(
      attended.map((person) => `${person} note-knowledge prompt-1`),
    );
    expect(await story.refusal('p10', 'note-knowledge', note)).toContain('Only who took part');
    await story.act('p05', 'note-knowledge', note);
    expect(await story.refusal('p05', 'note-knowledge', { ...note, text: 'And more' })).toContain('one note each');
    await story.act('p06', 'note-knowledge', { prompt: 'prompt-1', text: 'Wait for the second answer' });
    await story.act('p07', 'note-knowledge', { prompt: 'prompt-1', text: 'The room was cold' });
    expect(JSON.stringify(await story.facts('knowledge-note'))).not.toContain('pen down');
  });

  it('asks who is silent once more, and not who has left', async () => {
    await story.act('p09', 'leave');
    expect(await story.waiting()).not.toContain('p09 note-knowledge prompt-1');
    await story.pass(5);
    expect(await story.mails('a line is enough')).toHaveLength(1);
  });

  it('lets a steward accept, merge, set aside and retire', async () => {
    expect((await story.mails('a note waits for you')).some((text) => text.includes('Put the pen down'))).toBe(true);
    const [first, second, third] = (await story.facts('knowledge-note')).map(({ note }) => note);
    expect(await story.refusal('p05', 'curate-note', { note: first, decision: 'set-aside' })).toContain(
      'Only a steward',
    );
    expect(await story.refusal('p02', 'curate-note', { note: first, decision: 'accept' })).toContain('takes a title');
    await story.act('p02', 'curate-note', { note: first, decision: 'accept', title: 'Give time to the second answer' });
    expect(
      await story.refusal('p02', 'curate-note', { note: second, decision: 'merge', pattern: 'pattern-9' }),
    ).toContain('no pattern pattern-9');
    await story.act('p03', 'curate-note', { note: second, decision: 'merge', pattern: 'pattern-1' });
    await story.act('p02', 'curate-note', { note: third, decision: 'set-aside' });
    expect(await story.refusal('p03', 'curate-note', { note: third, decision: 'set-aside' })).toContain(
      'does not wait',
    );
    expect(await story.facts('pattern')).toMatchObject([{ pattern: 'pattern-1', notes: 2, status: 'in-use' }]);
    expect((await story.waiting()).filter((entry) => entry.includes('curate-note'))).toEqual([]);
  });

  it('asks after a pilot as well, and shows shares in the report', async () => {
    await tryOut(story, 'p08', 30, 'pilot');
    await story.act('p08', 'decide-experiment', { experiment: 'experiment-1', decision: 'scale' });
    await story.pass(4);
    expect(await story.waiting()).toContain('p08 note-knowledge prompt-2');
    const section = await story.section('tacit-knowledge');
    expect(section.figures.map(({ value }) => value)).toEqual([0.5, expect.closeTo(2 / 3)]);
    await story.act('p02', 'retire-pattern', { pattern: 'pattern-1' });
    expect((await story.section('tacit-knowledge')).paragraphs[0]).toContain('1 retired');
    expect(JSON.stringify(section)).not.toMatch(/p0\d/);
  });

  it('asks both after a shadowing that is over, and of a mentorship that one of them leaves, the other', async () => {
    await story.act('p01', 'offer-mentoring', { kinds: ['job-shadow'], skills: [], capacity: 1 });
    await story.act('p11', 'seek-mentoring', { kind: 'job-shadow' });
    await story.act('p05', 'offer-mentoring', { kinds: ['mentoring'], skills: [], capacity: 1 });
    await story.act('p12', 'seek-mentoring', { kind: 'mentoring' });
    await story.pass(8);
    const matched = await story.facts('mentorship');
    expect(matched.map(({ mentor, mentee }) => `${mentor}>${mentee}`).sort()).toEqual(['p01>p11', 'p05>p12']);
    for (const { mentorship, mentor, mentee } of matched) {
      for (const person of [mentor, mentee]) {
        await story.act(person, 'consent-mentorship', { mentorship, agree: true });
      }
    }
    const shadowing = matched.find(({ mentor }) => mentor === 'p01')?.mentorship;
    await story.act('p11', 'end-mentorship', { mentorship: shadowing, outcome: 'completed' });
    await story.act('p05', 'leave');
    await story.pass(8);
    const prompts = (await story.facts('knowledge-prompt')).filter(({ about }) => about.startsWith('mentorship-'));
    expect(prompts.map(({ after, asked }) => `${after} ${asked}`).sort()).toEqual(['mentorship 1', 'shadowing 2']);
    const asked = (await story.waiting()).filter((entry) => prompts.some(({ prompt }) => entry.endsWith(prompt)));
    expect(asked.map((entry) => entry.split(' ')[0]).sort()).toEqual(['p01', 'p11', 'p12']);
  });
});
