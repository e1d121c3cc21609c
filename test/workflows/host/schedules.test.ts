import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HealthSchedule } from '../../../workflows/activities/index.ts';
import { healthScheduleId, NAMESPACE, policyOf } from '../../../workflows/contract/index.ts';
import { periodMs, scheduleSpec } from '../../../workflows/host/schedule-spec.ts';
import { workflowsPort } from '../../../workflows/host/schedules.ts';
import { type DevServer, devServer } from '../../support/dev-server.ts';
import { CHARTER } from '../activities/world.ts';

const DAY_MS = 86_400_000;
const real = (startsAt: string) => ({
  startsAt,
  timeZone: 'Europe/Berlin',
  clock: { startedRealMs: Date.parse(startsAt), startedProgrammeMs: Date.parse(startsAt), dayLastsMs: DAY_MS },
});

describe('a network’s health is checked on its own calendar', () => {
  it('monthly: the same day and local time; in shorter months the last day', () => {
    const { calendars, timezone, intervals } = scheduleSpec({ every: 'P1M', ...real('2026-01-31T08:00:00.000Z') });
    expect(intervals).toBeUndefined();
    expect(timezone).toBe('Europe/Berlin');
    const days = Object.fromEntries((calendars ?? []).map((calendar) => [String(calendar.dayOfMonth), calendar.month]));
    expect(days).toEqual({
      31: ['JANUARY', 'MARCH', 'MAY', 'JULY', 'AUGUST', 'OCTOBER', 'DECEMBER'],
      28: ['FEBRUARY'],
      30: ['APRIL', 'JUNE', 'SEPTEMBER', 'NOVEMBER'],
    });
    expect(calendars?.every(({ hour, minute, second }) => hour === 9 && minute === 0 && second === 0)).toBe(true);
  });

  it.each([
    ['P3M', [{ month: ['FEBRUARY', 'MAY', 'AUGUST', 'NOVEMBER'], dayOfMonth: 10 }]],
    ['P1Y', [{ month: ['FEBRUARY'], dayOfMonth: 10 }]],
    ['P1W', [{ dayOfWeek: 'TUESDAY' }]],
    ['P1D', [{}]],
  ])('%s is a calendar', (every, expected) => {
    const { calendars } = scheduleSpec({ every, ...real('2026-02-10T08:30:00.000Z') });
    const time = { hour: 9, minute: 30, second: 0 };
    expect(calendars).toEqual(expected.map((calendar) => ({ ...time, ...calendar })));
  });

  it.each([
    ['P2W', 14 * DAY_MS],
    ['P5M', 150 * DAY_MS],
    ['P1M2D', 32 * DAY_MS],
    ['PT12H', DAY_MS / 2],
  ])('%s is an interval, counted from the start', (every, everyMs) => {
    const start = '2026-02-10T08:30:00.000Z';
    const { intervals, startAt } = scheduleSpec({ every, ...real(start) });
    expect(intervals).toEqual([{ every: everyMs, offset: Date.parse(start) % everyMs }]);
    expect(startAt?.getTime()).toBe(Date.parse(start) + 1000);
  });

  it('a compressed clock: months in seconds, whole ones, from when the real clock says that it starts', () => {
    const clock = {
      startedRealMs: 1_000_000,
      startedProgrammeMs: Date.parse('2026-01-05T00:00:00.000Z'),
      dayLastsMs: 250,
    };
    expect(periodMs('P1M', clock)).toBe(8000);
    expect(periodMs('P1D', clock)).toBe(1000);
    const spec = scheduleSpec({ every: 'P4W', startsAt: '2026-01-09T00:00:00.000Z', timeZone: 'UTC', clock });
    expect(spec.intervals).toEqual([{ every: 7000, offset: 1_001_000 % 7000 }]);
    expect(spec.startAt?.getTime()).toBe(1_002_000);
  });
});

describe('schedules on a real server: applied again they change, ended twice they stay ended', () => {
  let server: DevServer;
  let client: Client;
  let close: () => Promise<void>;
  beforeAll(async () => {
    server = await devServer();
    const connection = await Connection.connect({ address: server.address });
    client = new Client({ connection, namespace: NAMESPACE });
    close = () => connection.close();
  });
  afterAll(async () => {
    await close?.();
    await server?.close();
  });

  it('create, change, keep a pause, end', async () => {
    const port = workflowsPort(client);
    const roles = { lead: ['p01'], steward: [], facilitator: [], evaluator: [], sponsor: [] };
    const base = real('2026-01-31T08:00:00.000Z');
    const policy = policyOf(CHARTER, roles);
    const start = {
      network: 'n',
      policy,
      clock: base.clock,
      settings: { continueAsNewAfterEvents: null },
      check: null,
      asOf: null,
    };
    const schedule: HealthSchedule = { id: healthScheduleId('n'), every: 'P1M', ...base, start };
    await port.applySchedule(schedule);
    const handle = client.schedule.getHandle(schedule.id);
    const first = await handle.describe();
    expect(first.policies).toMatchObject({ overlap: 'BUFFER_ONE', pauseOnFailure: true, catchupWindow: 60 * DAY_MS });
    expect(first.action).toMatchObject({ workflowType: 'healthCheck', workflowId: 'network/n/health/scheduled' });
    // The server itself says when a month after the 31st is.
    const next = first.info.nextActionTimes.map((time) =>
      new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(time),
    );
    for (const day of next) expect(day).toMatch(/-(28|30|31)$/);

    await handle.pause('a person looks');
    await port.applySchedule({ ...schedule, every: 'P1W' });
    const second = await handle.describe();
    expect(second.spec.calendars?.[0]?.dayOfWeek).toEqual([{ start: 'SATURDAY', end: 'SATURDAY', step: 1 }]);
    expect(second.state).toMatchObject({ paused: true, note: 'a person looks' });

    await port.endSchedule(schedule.id);
    await port.endSchedule(schedule.id);
    await expect(handle.describe()).rejects.toThrow();
    expect(await port.report('network/n/decision/none', { from: 'x', report: 'withdraw', data: {} })).toBe(false);
  });
});
