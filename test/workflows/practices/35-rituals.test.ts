import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

describe('Story 35: people meet in a rhythm, their calendars know it, and facilitators take turns', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({
      ...{ env, network: 'rituals' },
      practices: { sessions: {}, rituals: { standing: [{ id: 'valley-hour', rhythm: 'P14D', at: '09:00' }] } },
      charter: {
        roles: { lead: ['p01'], steward: ['p02'], facilitator: ['p03', 'p04'], sponsor: ['p04'] },
        // The second meeting falls into it.
        blackouts: [{ from: '2026-01-23', to: '2026-01-30' }],
      },
    });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  it('begins those of the charter, and sends the series to everybody', async () => {
    const mails = await story.mails('valley-hour, again and again');
    expect(mails).toHaveLength(12);
    expect(mails[0]).toMatch(/Content-Type: text\/calendar; .*method=REQUEST/);
    expect(await story.facts('ritual')).toMatchObject([{ ritual: 'ritual-1', rhythm: 'P14D', met: 0, sequence: 0 }]);
  });

  it('tells whose turn it is, makes each meeting a session, and moves one out of a blackout', async () => {
    const [begun] = await story.facts('ritual');
    await story.pass(14);
    const [ritual] = await story.facts('ritual');
    expect(ritual).toMatchObject({ met: 1 });
    const planned = new Date(Date.parse(`${begun?.next?.slice(0, 10)}T00:00:00Z`) + 14 * 86_400_000);
    const moved = new Date(planned.getTime() + 7 * 86_400_000).toISOString().slice(0, 10);
    const isBlackout = planned.toISOString().slice(0, 10) <= '2026-01-30';
    expect(ritual?.next).toBe(`${isBlackout ? moved : planned.toISOString().slice(0, 10)}T09:00`);
    expect(isBlackout).toBe(true);
    await story.pass(14);
    const sessions = await story.facts('session');
    expect(sessions.map(({ facilitator, ritual: of }) => [facilitator, of])).toEqual([
      ['p03', 'ritual-1'],
      ['p04', 'ritual-1'],
    ]);
    expect(sessions[1]).toMatchObject({
      local: `${moved}T09:00`,
      planned: `${planned.toISOString().slice(0, 10)}T09:00`,
    });
    expect(await story.mails('it is your turn to facilitate')).toHaveLength(2);
  });

  it('changes and ends for everybody, by who may; who leaves loses it', async () => {
    expect(await story.refusal('p05', 'change-ritual', { ritual: 'ritual-1', at: '10:00' })).toContain(
      'Only who began',
    );
    expect(await story.refusal('p03', 'change-ritual', { ritual: 'ritual-1', at: '09:00' })).toContain('already');
    await expect(story.act('p03', 'change-ritual', { ritual: 'ritual-1', rhythm: 'often' })).rejects.toThrow(
      'a rhythm',
    );
    await story.act('p03', 'change-ritual', { ritual: 'ritual-1', rhythm: 'monthly-2-TU', at: '10:00' });
    expect(await story.facts('ritual')).toMatchObject([{ sequence: 1, rhythm: 'monthly-2-TU' }]);
    expect(await story.mails('changed: ')).toHaveLength(12);
    await story.act('p12', 'leave');
    const [gone] = await story.mails('no longer yours');
    expect(gone).toMatch(/Content-Type: text\/calendar; .*method=CANCEL/);
    await story.act('p03', 'end-ritual', { ritual: 'ritual-1' });
    expect(await story.mails('ended: ')).toHaveLength(11);
    expect(await story.refusal('p04', 'end-ritual', { ritual: 'ritual-1' })).toContain('no ');
  });

  it('says in the report in which rhythm the network meets', async () => {
    const title = 'Open hour';
    await story.act('p03', 'begin-ritual', {
      title,
      rhythm: 'monthly-last-FR',
      at: '15:00',
      minutes: 45,
      format: 'talk',
    });
    const section = await story.section('rituals');
    expect(section.tables[0]?.rows[0]?.slice(0, 3)).toEqual([
      ...['ritual-2', 'every last Friday of the month', '15:00 (Europe/Berlin)'],
    ]);
  });
});
