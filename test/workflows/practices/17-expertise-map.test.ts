import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

describe('Story 17: members say what they know, others vouch for it, and the report says what hangs on one person', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({
      env,
      network: 'expertise',
      practices: { 'expertise-map': { skillsPerMember: 2 }, 'peer-support': { peersAsked: 1 } },
    });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  it('takes claims up to what the charter allows, and takes them back', async () => {
    await story.act('p05', 'claim-skill', { skill: 'intake-design', level: 3, evidence: 'In use since March' });
    await story.act('p06', 'claim-skill', { skill: 'intake-design', level: 1 });
    await story.act('p06', 'claim-skill', { skill: 'grant-writing', level: 2 });
    expect(await story.refusal('p06', 'claim-skill', { skill: 'facilitation', level: 1 })).toContain('2 is the most');
    expect(await story.refusal('p07', 'claim-skill', { skill: 'facilitation', level: 0 })).toContain(
      'nothing to take back',
    );
    expect(await story.refusal('p07', 'claim-skill', { skill: 'Intake Design', level: 1 })).toContain('small letters');
  });

  it('lets somebody else vouch for what is claimed', async () => {
    expect(await story.refusal('p05', 'endorse-skill', { member: 'p05', skill: 'intake-design' })).toContain(
      'Somebody else',
    );
    expect(await story.refusal('p07', 'endorse-skill', { member: 'p05', skill: 'grant-writing' })).toContain(
      'does not claim',
    );
    await story.act('p07', 'endorse-skill', { member: 'p05', skill: 'intake-design' });
    expect(await story.facts('skill-endorsement')).toMatchObject([
      { by: 'p07', member: 'p05', skill: 'intake-design' },
    ]);
  });

  it('sends a request for help to who claims the skill', async () => {
    await story.act('p07', 'ask-for-help', { text: 'How do you begin a form?', skill: 'grant-writing' });
    expect(await story.facts('support-request')).toMatchObject([{ asked: ['p06'] }]);
  });

  it('counts what one person holds, and names no person', async () => {
    const section = await story.section('expertise-map');
    expect(section.figures[0]).toMatchObject({ value: 0.5 });
    expect(section.paragraphs[0]).toContain('grant-writing');
    expect(JSON.stringify(section)).not.toMatch(/p0\d/);
    await story.act('p06', 'claim-skill', { skill: 'grant-writing', level: 0 });
    expect((await story.section('expertise-map')).figures[0]).toMatchObject({ value: 0 });
  });

  it('says whether somebody can what the agenda asks for', async () => {
    const need = { about: 'agenda-1', skills: ['intake-design', 'data-sharing'] };
    expect(await story.refusal('p05', 'name-skills', need)).toContain('set-agenda');
    expect(await story.act('p01', 'name-skills', { ...need, about: 'agenda-7' })).toContain('there are agenda-1');
    expect(await story.facts('skill-need')).toEqual([]);
    expect(await story.act('p03', 'name-skills', need)).toContain('asks for data-sharing, intake-design');
    const section = await story.section('expertise-map');
    expect(section.figures[1]).toMatchObject({ label: 'Skills of the agenda that somebody has', value: 0.5 });
    expect(section.paragraphs[1]).toContain('data-sharing');
  });
});
