import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

/** What one workflow tells another takes a moment on a busy machine. */
const SOON = { timeout: 20_000, interval: 100 };

describe('Story 16: who was trained facilitates by turns; who declines or leaves is replaced; the report says how even it is', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  const TRAINED = ['p05', 'p06', 'p07', 'p08', 'p09'];
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({
      ...{ env, network: 'facilitation', continueAsNewAfterEvents: 5, beginsWhen: 'invited' },
      practices: { facilitation: { answerWithin: 'P3D' } },
    });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  const turns = async () => story.facts('facilitation-turn');
  const turnOf = async (stage: string, cycle = 1) =>
    (await turns()).find(({ turn }) => turn === `cycle-${cycle}.${stage}`);

  it('notes who was trained, by whom it is theirs to say', async () => {
    for (let at = 1; at <= 12; at++) await story.act(`p${String(at).padStart(2, '0')}`, 'accept-invitation');
    const on = await story.day(-1);
    expect(await story.refusal('p05', 'record-training', { member: 'p05', on })).toContain('Only a lead');
    expect(await story.refusal('p01', 'record-training', { member: 'p05', on: await story.day(3) })).toContain(
      'not come yet',
    );
    expect(await story.refusal('p06', 'pause-facilitation', { pause: true })).toContain('not on record as trained');
    for (const member of TRAINED)
      await story.act('p01', 'record-training', { member, on, what: 'A day on peer circles' });
    expect(await story.facts('facilitator-training')).toHaveLength(5);
    await story.act('p09', 'pause-facilitation', { pause: true });
    await story.act('p09', 'pause-facilitation', { pause: false });
  });

  it('asks one for each stage, nobody twice while others have none', async () => {
    await story.pass(3);
    const given = (await turns()).map(({ facilitator }) => facilitator);
    expect(given.length).toBeGreaterThanOrEqual(5);
    expect(new Set(given).size).toBe(5);
    expect(given.every((one) => TRAINED.includes(String(one)))).toBe(true);
    expect((await story.mails('will you facilitate')).length).toBe(given.length);
  });

  it('goes to the next where one declines, is silent, or hands it on; each turn is its holder’s', async () => {
    const exchange = (await turnOf('exchange'))!;
    const stranger = TRAINED.find((one) => one !== exchange.facilitator)!;
    expect(await story.refusal(stranger, 'answer-turn', { turn: exchange.turn, accept: true })).toContain(
      'whose turn it is',
    );
    expect(await story.refusal(stranger, 'answer-turn', { turn: 'cycle-9.frame', accept: true })).toContain('no turn');
    expect(
      await story.refusal(String(exchange.facilitator), 'swap-turn', { turn: exchange.turn, with: 'p12' }),
    ).toContain('not on record as trained');
    await story.act(String(exchange.facilitator), 'answer-turn', { turn: exchange.turn, accept: false });
    const next = (await turnOf('exchange'))!;
    expect(next).toMatchObject({ status: 'asked', declined: 1 });
    expect(next.facilitator).not.toBe(exchange.facilitator);
    await story.act(String(next.facilitator), 'swap-turn', {
      turn: next.turn,
      with: TRAINED.find((one) => one !== next.facilitator && one !== exchange.facilitator)!,
    });
    const swapped = (await turnOf('exchange'))!;
    await story.act(String(swapped.facilitator), 'answer-turn', { turn: swapped.turn, accept: true });
    const frame = (await turnOf('frame'))!;
    await story.act(String(frame.facilitator), 'answer-turn', { turn: frame.turn, accept: true });
    const silent = (await turnOf('co-create'))!;
    await story.pass(4);
    expect((await turnOf('co-create'))?.facilitator).not.toBe(silent.facilitator);
  });

  it('replaces who leaves; a turn is held when its stage is over', async () => {
    const later = (await turnOf('feed-back'))!;
    await story.act(String(later.facilitator), 'leave');
    await expect.poll(async () => (await turnOf('feed-back'))?.facilitator, SOON).not.toBe(later.facilitator);
    // Somebody may have been asked in another's place meanwhile: then those are.
    const acceptAll = () =>
      expect
        .poll(async () => {
          const asked = (await story.waiting()).filter((entry) => entry.includes(' answer-turn '));
          for (const entry of asked) {
            const [person, , turn] = entry.split(' ') as [string, string, string];
            await story.tried(person, 'answer-turn', { turn, accept: true });
          }
          return asked;
        }, SOON)
        .toEqual([]);
    await acceptAll();
    await story.pass(14);
    await expect.poll(() => turnOf('frame'), SOON).toMatchObject({ status: 'held' });
    await story.pass(100);
    await acceptAll();
    await story.pass(100);
    const held = (await turns()).filter(({ status }) => status === 'held');
    expect(held.length).toBeGreaterThanOrEqual(4);
  });

  it('shows how even it is, from five on, and nobody', async () => {
    const few = await story.section('facilitation');
    expect(few.figures[0]).toMatchObject({ value: null });
    await story.act('p01', 'record-training', { member: 'p10', on: await story.day(-1) });
    const section = await story.section('facilitation');
    expect(section.figures[0]?.value).toBeGreaterThanOrEqual(0);
    expect(section.figures[0]?.value).toBeLessThan(0.65);
    expect(section.figures[1]?.value).toBeLessThanOrEqual(2);
    expect(JSON.stringify(section)).not.toMatch(/p0\d|p1\d/);
  });
});

describe('Story 16: meetings that come again ask the rota, too, and nobody who pauses, was not trained or has left is called', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  const TRAINED = ['p05', 'p06', 'p07'];
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({
      ...{ env, network: 'rota', continueAsNewAfterEvents: 4 },
      practices: {
        ...{ facilitation: { answerWithin: 'P2D' }, sessions: {} },
        rituals: { standing: [{ id: 'hour', rhythm: 'P14D', at: '09:00' }] },
      },
    });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  const turn = async (meeting: number) =>
    (await story.facts('facilitation-turn')).find((one) => one.turn === `ritual-1.meeting-${meeting}`);
  const session = async () => (await story.facts('session')).at(-1);
  /** Until the next meeting is announced. */
  const announced = async (meeting: number) => {
    while ((await story.facts('session')).length < meeting) await story.pass(1);
  };

  it('tells who has a role where nobody is trained, and calls none of them instead', async () => {
    expect(await turn(1)).toMatchObject({ facilitator: null, status: 'open' });
    const open = (await story.mails('nobody facilitates yet')).filter((text) => text.includes('ritual-1.meeting-1'));
    expect(open.map((text) => /^To: (p\d+)@/m.exec(text)?.[1]).sort()).toEqual(['p01', 'p03']);
    expect(open[0]).toContain('When: ');
  });

  it('asks whoever is trained then; who pauses is replaced by the next, before the meeting', async () => {
    const on = await story.day(-1);
    for (const member of TRAINED) await story.act('p01', 'record-training', { member, on });
    const first = (await turn(1))!;
    expect(first).toMatchObject({ status: 'asked' });
    const said = await story.act(String(first.facilitator), 'pause-facilitation', { pause: true });
    expect(said).toContain('only asked goes to the next');
    const next = (await turn(1))!;
    expect(next).toMatchObject({ status: 'asked', declined: 1 });
    expect(TRAINED.filter((one) => one !== first.facilitator)).toContain(next.facilitator);
    await story.act(String(next.facilitator), 'answer-turn', { turn: next.turn, accept: true });
    await announced(1);
    await expect.poll(session, SOON).toMatchObject({ facilitator: next.facilitator });
    expect(await story.mails('it is your turn to facilitate')).toHaveLength(1);
    expect((await story.facts('ritual'))[0]).toMatchObject({ facilitator: next.facilitator });
  });

  it('replaces who leaves after they were announced, in the session as well', async () => {
    const gone = String((await session())?.facilitator);
    await story.act(gone, 'leave');
    await expect.poll(session, SOON).toMatchObject({ facilitator: null });
    const last = (await turn(1))!;
    expect(last).toMatchObject({ status: 'asked' });
    expect(last.facilitator).not.toBe(gone);
    const { session: id } = (await session())!;
    await expect.poll(() => story.waiting(), SOON).toContain(`p01 plan-session ${id}`);
    await story.act(String(last.facilitator), 'answer-turn', { turn: last.turn, accept: true });
    await expect.poll(session, SOON).toMatchObject({ facilitator: last.facilitator });
    await expect.poll(() => story.waiting(), SOON).toContain(`${last.facilitator} plan-session ${id}`);
    expect(await story.waiting()).not.toContain(`p01 plan-session ${id}`);
  });

  it('counts the meeting as a turn that was held, and asks another one for the next', async () => {
    const held = (await turn(1))!;
    while ((await story.facts('ritual'))[0]?.met === 0) await story.pass(1);
    await expect.poll(() => turn(1), SOON).toMatchObject({ status: 'held', facilitator: held.facilitator });
    // Of three one has left, one pauses, and one has just led: nobody else is there.
    await expect.poll(() => turn(2), SOON).toMatchObject({ facilitator: held.facilitator, status: 'asked' });
    await story.act('p01', 'record-training', { member: 'p08', on: await story.day(-1) });
    await story.act(String(held.facilitator), 'answer-turn', { turn: 'ritual-1.meeting-2', accept: false });
    await expect.poll(() => turn(2), SOON).toMatchObject({ facilitator: 'p08' });
  });

  it('names nobody who has not agreed, and says so to those who lead', async () => {
    await announced(2);
    expect(await session()).toMatchObject({ facilitator: null });
    const told = await story.mails('nobody facilitates the next meeting yet');
    expect([...new Set(told.map((text) => /^To: (p\d+)@/m.exec(text)?.[1]))].sort()).toEqual(['p01', 'p03']);
    await story.act('p03', 'end-ritual', { ritual: 'ritual-1' });
    expect((await story.waiting()).filter((entry) => entry.includes('ritual-1.meeting'))).toEqual([]);
    await expect.poll(() => turn(2), SOON).toMatchObject({ status: 'not-held' });
  });
});
