import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { type Shown, shownIn } from '../../support/calendars.ts';
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

  it('changes for everybody, by who may; what was held stays in calendars, and the new rhythm is a series of its own', async () => {
    expect(await story.refusal('p05', 'change-ritual', { ritual: 'ritual-1', at: '10:00' })).toContain(
      'Only who began',
    );
    expect(await story.refusal('p03', 'change-ritual', { ritual: 'ritual-1', at: '09:00' })).toContain('already');
    await expect(story.act('p03', 'change-ritual', { ritual: 'ritual-1', rhythm: 'often' })).rejects.toThrow(
      'a rhythm',
    );
    const held = (await story.facts('session')).map(({ starts }) => starts).sort();
    expect(held).toHaveLength(2);
    const said = await story.act('p03', 'change-ritual', { ritual: 'ritual-1', rhythm: 'monthly-2-TU', at: '10:00' });
    expect(said).toContain('Meetings that were held stay in calendars');
    expect(await story.facts('ritual')).toMatchObject([{ sequence: 0, rhythm: 'monthly-2-TU', met: 2 }]);
    expect(await story.facts('ritual-part')).toMatchObject([
      { part: 1, sequence: 1, because: 'changed', rhythm: 'P14D' },
    ]);
    expect(await story.mails('changed: ')).toHaveLength(12);
    expect(await story.mails('until now: ')).toHaveLength(12);
    const [old, now] = parts(await story.calendarOfMails('p05'));
    expect(old).toMatchObject({ sequence: 1, starts: held });
    expect(now).toMatchObject({ sequence: 0 });
    const { next } = (await story.facts('ritual'))[0]!;
    // Ten in Berlin, in winter time.
    expect(now?.starts[0]).toBe(`${next?.slice(0, 10)}T09:00:00.000Z`);
    expect(now!.starts[0]! > held[1]!).toBe(true);
    const file = parts(shownIn(await story.calendar('p05')));
    expect(file.map(({ starts }) => starts)).toEqual([old?.starts, now?.starts]);
  });

  it('is the same series while nothing was held of it, and the same days where only the time changes', async () => {
    const [, before] = parts(await story.calendarOfMails('p05'));
    await story.act('p03', 'change-ritual', { ritual: 'ritual-1', at: '11:00' });
    expect(await story.facts('ritual')).toMatchObject([{ sequence: 1, at: '11:00' }]);
    expect(await story.facts('ritual-part')).toHaveLength(1);
    const shown = parts(await story.calendarOfMails('p05'));
    expect(shown).toHaveLength(2);
    expect(shown[1]).toMatchObject({ uid: before?.uid, sequence: 1 });
    const days = (starts: readonly string[] = []) => starts.map((start) => start.slice(0, 10));
    expect(days(shown[1]?.starts)).toEqual(days(before?.starts));
    expect(shown[1]?.starts[0]).toContain('T10:00');
  });

  it('keeps a meeting that is announced; who leaves and an end lose only what was still to come', async () => {
    const { next: first } = (await story.facts('ritual'))[0]!;
    const until = Math.ceil((Date.parse(`${first}:00Z`) - Date.parse(await story.now())) / 86_400_000) - 2;
    await story.pass(until);
    const announced = (await story.facts('session'))[2]!;
    expect(announced).toMatchObject({ status: 'announced', local: first });
    expect(await story.act('p03', 'change-ritual', { ritual: 'ritual-1', at: '14:00' })).toContain('stays');
    const [old, second, third] = parts(await story.calendarOfMails('p05'));
    expect(old?.starts).toHaveLength(2);
    expect(second?.starts).toEqual([announced.starts]);
    expect(third!.starts[0]! > announced.starts).toBe(true);
    await story.act('p12', 'leave');
    const [gone] = await story.mails('no longer yours');
    // Nothing was held of the series that runs.
    expect(gone).toMatch(/Content-Type: text\/calendar; .*method=CANCEL/);
    expect((await story.calendarOfMails('p12')).flatMap(({ starts }) => starts)).toHaveLength(3);
    await story.pass(45);
    const { met } = (await story.facts('ritual'))[0]!;
    expect(met).toBe(4);
    await story.act('p11', 'leave');
    const starts = (await story.facts('session')).map((session) => session.starts).sort();
    const kept = async (person: string) => parts(await story.calendarOfMails(person)).flatMap((one) => one.starts);
    expect(await kept('p11')).toEqual(starts);
    const said = await story.act('p03', 'end-ritual', { ritual: 'ritual-1' });
    expect(said).toContain('what was held stays');
    const ended = await story.mails('ended: ');
    expect(ended).toHaveLength(10);
    expect(ended[0]).toMatch(/Content-Type: text\/calendar; .*method=REQUEST/);
    expect(await kept('p05')).toEqual(starts);
    expect(
      shownIn(await story.calendar())
        .flatMap((one) => one.starts)
        .sort(),
    ).toEqual(starts);
    expect(await story.refusal('p04', 'end-ritual', { ritual: 'ritual-1' })).toContain('ritual-1 has ended.');
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

  it('is cancelled where it ends before anybody has met', async () => {
    await story.act('p03', 'end-ritual', { ritual: 'ritual-2' });
    const [mail] = await story.mails('ended: Open hour');
    expect(mail).toMatch(/Content-Type: text\/calendar; .*method=CANCEL/);
    expect((await story.calendarOfMails('p05')).some(({ uid }) => uid.startsWith('ritual-2'))).toBe(false);
  });
});

describe('Story 35: nobody who has left or pauses is called to facilitate', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({
      ...{ env, network: 'turns', continueAsNewAfterEvents: 3 },
      practices: { sessions: {}, rituals: { standing: [{ id: 'hour', rhythm: 'P7D', at: '09:00' }] } },
      charter: { roles: { lead: ['p01'], steward: ['p02'], facilitator: ['p03', 'p04', 'p05'], sponsor: ['p02'] } },
    });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  const facilitators = async () => (await story.facts('session')).map(({ facilitator }) => facilitator);

  it('skips who has left, in the turn that would be theirs', async () => {
    await story.act('p04', 'leave');
    await story.pass(16);
    expect((await facilitators()).slice(0, 2)).toEqual(['p03', 'p05']);
    expect((await story.mails('your turn to facilitate')).some((text) => text.includes('To: p04@'))).toBe(false);
  });

  it('finds somebody else where whoever is announced leaves', async () => {
    const announced = async () => (await story.facts('session')).find(({ status }) => status === 'announced');
    while ((await announced())?.facilitator !== 'p03') await story.pass(1);
    const { session } = (await announced())!;
    await story.act('p03', 'leave');
    await expect.poll(async () => (await announced())?.facilitator).toBe('p05');
    await expect.poll(() => story.waiting()).toContain(`p05 plan-session ${session}`);
    expect(await story.waiting()).not.toContain(`p03 plan-session ${session}`);
  });

  it('falls to the lead where no facilitator is left, and tells who has a role where nobody is', async () => {
    await story.act('p05', 'leave');
    await story.pass(8);
    expect((await facilitators()).at(-1)).toBe('p01');
    await story.act('p01', 'leave');
    await story.pass(8);
    expect((await facilitators()).at(-1)).toBeNull();
    const told = await story.mails('nobody facilitates the next meeting yet');
    expect([...new Set(told.map((text) => /^To: (p\d+)@/m.exec(text)?.[1]))]).toEqual(['p02']);
  });
});

/** A ritual's series in the order in which they were. */
function parts(shown: Shown[]): Shown[] {
  return shown
    .filter(({ uid }) => uid.startsWith('ritual-1'))
    .sort((a, b) => ((a.starts[0] ?? '') < (b.starts[0] ?? '') ? -1 : 1));
}
