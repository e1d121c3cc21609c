import { describe, expect, it } from 'vitest';
import { statusText } from '../../cli/status-text.ts';
import type { NetworkStatus } from '../../workflows/host/client.ts';

const AT = (date: string) => `${date}T09:00:00.000Z`;

const STATUS: NetworkStatus = {
  network: 'river-valley',
  name: 'River valley',
  now: AT('2026-03-20'),
  phase: 'learning',
  because: 'enough joined',
  since: AT('2026-02-16'),
  cycle: 1,
  stage: 'exchange',
  answers: true,
  waiting: [
    {
      on: 'p1',
      action: 'approve',
      about: 'health-1.thin-exchange.1',
      since: AT('2026-03-02'),
      until: AT('2026-03-16'),
    },
    {
      on: 'role:steward',
      action: 'approve',
      about: 'health-1.thin-exchange.1',
      since: AT('2026-03-09'),
      until: AT('2026-03-16'),
    },
    ...Array.from({ length: 8 }, (_, i) => ({
      ...{ on: `p${i + 1}`, action: 'answer', about: 'wave-1' },
      ...{ since: AT('2026-03-01'), until: AT('2026-03-22') },
    })),
  ],
  next: [
    { what: 'cycle 1: end:exchange', at: AT('2026-03-25') },
    { what: 'remind:2:1', at: AT('2026-04-01') },
    { what: 'survey:2', at: '2026-06-01T00:00:00.000Z' },
    { what: 'something-new', at: AT('2026-07-01') },
  ],
  health: {
    check: 'health-1',
    asOf: AT('2026-03-01'),
    response: 0.82,
    figures: {},
    findings: [
      {
        finding: 'f',
        rule: 'thin-exchange',
        metric: 'e-i-index',
        groupBy: 'region',
        value: -0.6,
        threshold: -0.4,
        p: 0.0001,
      },
    ],
  },
  proposals: { proposed: 1, approved: 2, declined: 0, expired: 0, withdrawn: 0 },
  members: { invited: 2, active: 56, declined: 1, left: 0 },
  report: '/data/reports/river-valley/latest.html',
  gates: [],
  archive: null,
  vacant: [],
  practices: [{ practice: 'peer-support', title: 'Peer support', stage: 'open', counts: { begun: 3, open: 1 } }],
  switch: 'off',
};

describe('Story: a lead looks in: where is it, what waits on whom until when, what comes next', () => {
  it('a page to be read from the top', () => {
    expect(statusText(STATUS, (person) => person)).toMatchInlineSnapshot(`
      "River valley (river-valley), 2026-03-20, times in UTC
      learning, cycle 1, exchange since 2026-02-16: enough joined
      members: 56 active, 2 invited, 1 declined
      Proposals are switched off (resume-proposals lets them go on).

      Waiting
        for      about                     on                                 until
        approve  health-1.thin-exchange.1  p1, the steward                    2026-03-16 09:00
        answer   wave-1                    p1, p2, p3, p4, p5, p6 and 2 more  2026-03-22 09:00

      Next, by itself
        when              what
        2026-03-25 09:00  cycle 1: the stage exchange ends
        2026-04-01 09:00  who has not answered the invitation is reminded (wave 2, reminder 1)
        2026-06-01        survey 2 opens
        2026-07-01 09:00  something new

      Practices
        practice      is    so far
        Peer support  open  3 begun, 1 open

      Last health check 2026-03-01, 82 % responded
        thin-exchange: e-i-index by region is -0.6, the rule says -0.4 (p = 0.0001)
        proposals: 1 proposed, 2 approved
        report: /data/reports/river-valley/latest.html"
    `);
  });

  it('says so where nothing waits, nothing was measured, and nobody answers', () => {
    const quiet = { ...STATUS, waiting: [], next: [], health: null, answers: false, switch: 'on' as const };
    const text = statusText(quiet, (person) => person);
    expect(text).toContain('Nothing waits on anybody.');
    expect(text).toContain('No health check yet.');
    expect(text).toContain('does not answer');
    expect(text).not.toContain('Next');
  });

  it('shows names only through the label it is given', () => {
    expect(statusText(STATUS, (person) => `<${person}>`)).toContain('<p1>, the steward');
  });
});
