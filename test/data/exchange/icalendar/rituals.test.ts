import { describe, expect, it } from 'vitest';
import {
  feed,
  heldUntil,
  invitation,
  isException,
  meetingOfPart,
  meetingOfRitual,
  meetingOfSession,
  type RitualFacts,
} from '../../../../data/exchange/icalendar/index.ts';

import { type BodyOf, type Fact, KINDS } from '../../../../data/records/index.ts';
import { methodOf, shownIn } from '../../../support/calendars.ts';

const FROM = { name: 'River valley', address: 'network@example.org' };
const FIRST = 'ritual-1.river@weft.invalid';
const SECOND = 'ritual-1.part-2.river@weft.invalid';
const open = async () => null;

function of<K extends 'ritual' | 'ritual-part' | 'session'>(kind: K, body: Partial<BodyOf<K>>, at: string): Fact<K> {
  const whole = KINDS[kind].schema.parse({ ...KINDS[kind].example, title: null, place: null, ...body });
  return { network: 'river', kind, body: whole, validFrom: at } as unknown as Fact<K>;
}

/** Every other Tuesday at nine in Berlin from 10 March on; changed on 9 April, after three meetings. */
const SERIES = { rhythm: 'P14D', from: '2026-03-10', at: '09:00', blackouts: [] };
const RUNNING = { ...SERIES, until: '2026-12-31', sequence: 0 };
const changed: RitualFacts = {
  ritual: of('ritual', { ...RUNNING, from: '2026-04-21', at: '10:30' }, '2026-04-09T10:00:00.000Z'),
  parts: [part({ ...SERIES, until: '2026-04-07', because: 'changed' })],
};

function part(body: Partial<BodyOf<'ritual-part'>>): Fact<'ritual-part'> {
  const { title: _, ...rest } = { title: null, ...KINDS['ritual-part'].example, ...body };
  const whole = KINDS['ritual-part'].schema.parse(rest);
  return { network: 'river', kind: 'ritual-part', body: whole, validFrom: whole.endedAt } as Fact<'ritual-part'>;
}

describe('Law: a ritual that changes leaves what was held in calendars, and goes on as a series of its own', () => {
  it('ends the old series with its last meeting, on whichever side of a change of the clocks', async () => {
    const over = await meetingOfPart(changed, changed.parts[0]!, 'River', open);
    const text = invitation(over, 'REQUEST', FROM, 'ada@example.org');
    // Two in winter time, one in summer time: the end is told in universal time, as that day's clock has it.
    const starts = ['2026-03-10T08:00:00.000Z', '2026-03-24T08:00:00.000Z', '2026-04-07T07:00:00.000Z'];
    expect(shownIn(text)).toEqual([{ uid: FIRST, sequence: 1, starts }]);
    expect(text).toContain('UNTIL=20260407T070000Z');
    expect(methodOf(text)).toBe('REQUEST');
  });

  it('begins the new one under another UID, with the local time that it was given, through the autumn', async () => {
    const running = await meetingOfRitual(changed, 'River', open);
    const [shown] = shownIn(invitation(running, 'REQUEST', FROM, 'ada@example.org'));
    expect(shown).toMatchObject({ uid: SECOND, sequence: 0 });
    expect(shown?.starts[0]).toBe('2026-04-21T08:30:00.000Z');
    expect(shown?.starts.at(-1)).toBe('2026-12-29T09:30:00.000Z');
  });

  it('has both in one file, each meeting once', async () => {
    const meetings = [
      await meetingOfPart(changed, changed.parts[0]!, 'River', open),
      await meetingOfRitual(changed, 'River', open),
    ];
    const shown = shownIn(feed(meetings, 'River'));
    expect(shown.map(({ uid }) => uid)).toEqual([FIRST, SECOND].sort());
    const days = shown.flatMap(({ starts }) => starts.map((start) => start.slice(0, 10))).sort();
    expect(new Set(days).size).toBe(days.length);
    expect(days.slice(0, 5)).toEqual(['2026-03-10', '2026-03-24', '2026-04-07', '2026-04-21', '2026-05-05']);
  });

  it('stays one series where nothing was held before the change: the same UID, one sequence more', async () => {
    const before: RitualFacts = {
      ritual: of('ritual', { ...RUNNING, at: '10:30', sequence: 1 }, '2026-03-01T08:00:00.000Z'),
      parts: [],
    };
    const running = await meetingOfRitual(before, 'River', open);
    const [shown] = shownIn(invitation(running, 'REQUEST', FROM, 'ada@example.org'));
    expect(shown).toMatchObject({ uid: FIRST, sequence: 1 });
    expect(shown?.starts[0]).toBe('2026-03-10T09:30:00.000Z');
  });
});

describe('Law: an end takes from calendars what was still to come, and nothing that was held', () => {
  const ended = { status: 'ended' as const, endedAt: '2026-04-09T10:00:00.000Z', sequence: 1, next: null };

  it('is a change to a shorter series where meetings were held, and a cancellation where none was', async () => {
    const facts: RitualFacts = {
      ritual: of('ritual', { ...RUNNING, ...ended }, ended.endedAt),
      parts: [part({ ...SERIES, until: '2026-04-07', because: 'ended' })],
    };
    const [shown] = shownIn(
      invitation(await meetingOfPart(facts, facts.parts[0]!, 'River', open), 'REQUEST', FROM, 'ada@example.org'),
    );
    expect(shown).toMatchObject({ uid: FIRST, sequence: 1 });
    expect(shown?.starts).toHaveLength(3);
    const none = await meetingOfRitual({ ritual: facts.ritual, parts: [] }, 'River', open);
    expect(none).toMatchObject({ uid: FIRST, sequence: 1, isCancelled: true });
    expect(methodOf(invitation(none, 'CANCEL', FROM, 'ada@example.org'))).toBe('CANCEL');
  });

  it('concerns the part that runs: of a changed ritual the old one is left alone', async () => {
    const facts = { ...changed, ritual: of('ritual', { ...RUNNING, ...ended, from: '2026-04-21' }, ended.endedAt) };
    expect(await meetingOfRitual(facts, 'River', open)).toMatchObject({ uid: SECOND, isCancelled: true });
  });

  it('for somebody who goes, keeps what was held until then; before the first meeting it is taken away whole', async () => {
    const running = await meetingOfRitual({ ...changed, parts: [] }, 'River', open);
    const gone = heldUntil(running, '2026-05-05T08:30:00.000Z');
    expect(gone).toMatchObject({ uid: FIRST, sequence: 0, isCancelled: false, stamp: '2026-05-05T08:30:00.000Z' });
    const [shown] = shownIn(invitation(gone, 'REQUEST', FROM, 'ada@example.org'));
    expect(shown?.starts).toEqual(['2026-04-21T08:30:00.000Z', '2026-05-05T08:30:00.000Z']);
    expect(heldUntil(running, '2026-04-21T08:29:00.000Z').isCancelled).toBe(true);
  });
});

describe('Law: what was moved or called off of a series stays so, whenever calendars are told of the series', () => {
  const session = (planned: string, body: Partial<BodyOf<'session'>>) =>
    of('session', { ritual: 'ritual-1', planned, local: planned, sequence: 1, ...body }, '2026-03-20T08:00:00.000Z');
  const sessions = [
    session('2026-03-24T09:00', { session: 'session-2', local: '2026-03-26T14:00' }),
    session('2026-04-07T09:00', { session: 'session-3', status: 'called-off' }),
    session('2026-05-05T10:30', { session: 'session-4', local: '2026-05-06T10:30' }),
  ];

  it('belongs to the part of its day, and comes with that one', async () => {
    const exceptions = await Promise.all(sessions.map((one) => meetingOfSession(one, changed, 'River', open)));
    expect(exceptions.map(({ uid }) => uid)).toEqual([FIRST, FIRST, SECOND]);
    const over = await meetingOfPart(changed, changed.parts[0]!, 'River', open);
    const text = invitation(over, 'REQUEST', FROM, 'ada@example.org', exceptions);
    expect(shownIn(text)).toEqual([
      { uid: FIRST, sequence: 1, starts: ['2026-03-10T08:00:00.000Z', '2026-03-26T13:00:00.000Z'] },
    ]);
    expect(text).not.toContain('STATUS:CANCELLED');
    const running = await meetingOfRitual(changed, 'River', open);
    const [shown] = shownIn(invitation(running, 'REQUEST', FROM, 'ada@example.org', exceptions));
    expect(shown?.starts.slice(0, 2)).toEqual(['2026-04-21T08:30:00.000Z', '2026-05-06T08:30:00.000Z']);
  });

  it('is one that lasts longer, as well, by the length of its own part', () => {
    const parts = [part({ ...SERIES, until: '2026-04-07', minutes: 45, because: 'changed' })];
    const facts = { ...changed, parts };
    expect(isException(session('2026-03-24T09:00', { minutes: 45 }), facts)).toBe(false);
    expect(isException(session('2026-03-24T09:00', { minutes: 60 }), facts)).toBe(true);
    expect(isException(session('2026-05-05T10:30', { minutes: 60 }), facts)).toBe(false);
    expect(isException(session('2026-05-05T10:30', { minutes: 90 }), facts)).toBe(true);
  });

  it('says once what becomes of a meeting that a blackout moves and somebody moves again', async () => {
    const blackouts = [{ from: '2026-04-20', to: '2026-04-22' }];
    const facts: RitualFacts = {
      ritual: of('ritual', { ...RUNNING, blackouts, onBlackout: 'move' }, '2026-03-01T08:00:00.000Z'),
      parts: [],
    };
    const again = session('2026-04-21T09:00', { local: '2026-04-29T09:00' });
    const meetings = [await meetingOfRitual(facts, 'River', open), await meetingOfSession(again, facts, 'River', open)];
    const [shown] = shownIn(feed(meetings, 'River'));
    expect(shown?.starts.slice(3, 5)).toEqual(['2026-04-29T07:00:00.000Z', '2026-05-05T07:00:00.000Z']);
    const [alone] = shownIn(feed(meetings.slice(0, 1), 'River'));
    expect(alone?.starts[3]).toBe('2026-04-28T07:00:00.000Z');
  });
});
