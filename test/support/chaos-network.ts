/**
 * A small network whose life of months takes a minute, for the tests that kill processes: what people do drives it
 * (stages are ended by the facilitator's word), so that an outage delays it and does not change where it goes.
 */
import type { BodyOf, CharterInput } from '../../data/records/index.ts';
import type { Imported } from '../../workflows/host/client.ts';

const PATIENCE = 'P60D';

export interface ChaosOptions {
  network: string;
  dayLastsSeconds: number;
}

export function chaosCharter({ network, dayLastsSeconds }: ChaosOptions): CharterInput {
  return {
    charter: 1,
    network,
    name: 'A network in a storm',
    challenge: 'Families wait eleven weeks for a first appointment.',
    vision: 'Every family is seen within three weeks, wherever they live.',
    callToAction: 'Bring one practice that shortened your waiting list, and try one of another region.',
    valueProposition: 'Four hours a month, and you take home what already works.',
    scope: 'Child and family clinics of the three regions.',
    horizon: 'P1Y',
    timeZone: 'Europe/Berlin',
    clock: { starts: '2026-01-05', dayLastsSeconds },
    roles: { lead: ['p01'], steward: ['p02'], facilitator: ['p03'], sponsor: ['p04'] },
    design: { proposePriorities: 'P8D', vote: 'P8D' },
    invitation: { waves: 2, waveEvery: 'P2D', reminders: { every: 'P3D', atMost: 2 }, open: 'P8D' },
    learning: {
      cycles: 1,
      // The facilitator ends every stage but one: a survey is open meanwhile.
      stages: {
        frame: PATIENCE,
        exchange: PATIENCE,
        'solve-together': PATIENCE,
        'co-create': PATIENCE,
        'adapt-and-apply': 'P8D',
        'feed-back': PATIENCE,
      },
      smallestContributions: 1,
    },
    sustainment: { decideWithin: PATIENCE, otherwise: 'close' },
    surveys: [{ wave: '1', after: 'P27D', open: 'P8D', types: ['advice'], reminders: { every: 'P3D', atMost: 1 } }],
    decisions: { remindAfter: 'P20D', escalateAfter: 'P30D', expireAfter: 'P40D' },
    introductions: { consentWithin: 'P6D', meetWithin: 'P6D' },
    health: {
      every: 'P10D',
      permutations: 999,
      outcomeAfterDays: [2],
      rules: [
        {
          id: 'thin-exchange',
          metric: 'e-i-index',
          groupBy: 'region',
          below: 0.5,
          propose: 'introductions',
          atMost: 2,
          cooldown: 'P5D',
        },
      ],
    },
    consent: { statement: 'Answers are seen by stewards; everybody else sees figures for groups of five or more.' },
  };
}

/** Members p01, p02 … of three regions, each with a name and an address. */
export function chaosMembers(count: number): Imported {
  const refs = Array.from({ length: count }, (_, index) => `p${String(index + 1).padStart(2, '0')}`);
  const members = refs.map(
    (member, index): BodyOf<'member'> => ({
      member,
      status: 'invited',
      hub: index < 2,
      attributes: {
        region: ['North', 'South', 'East'][Math.floor(index / 6) % 3] as string,
        organisation: `O${index % 4}`,
      },
    }),
  );
  return {
    records: { members, ties: [], adoptions: [], waves: [], responses: [], contributions: [] },
    people: refs.map((ref) => ({ ref, name: `Member ${ref}`, email: `${ref}@example.org` })),
  };
}
