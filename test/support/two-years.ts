/** The charter of a small network that lives for two years: renewed once, then closed. */
import type { CharterInput } from '../../data/records/index.ts';

export function twoYears(network: string): CharterInput {
  return {
    charter: 1,
    network,
    name: 'Two years of one network',
    challenge: 'Families wait eleven weeks for a first appointment.',
    vision: 'Every family is seen within three weeks, wherever they live.',
    callToAction: 'Bring one practice that shortened your waiting list, and try one of another region.',
    valueProposition: 'Four hours a month, and you take home what already works.',
    scope: 'Child and family clinics of the three regions.',
    horizon: 'P2Y',
    timeZone: 'Europe/Berlin',
    blackouts: [{ from: '2026-12-21', to: '2027-01-03' }],
    clock: { starts: '2026-01-05', dayLastsSeconds: 86_400 },
    roles: { lead: ['p01'], steward: ['p02'], facilitator: ['p03'], sponsor: ['p04'] },
    invitation: { waves: 2, waveEvery: 'P14D', open: 'P28D' },
    learning: {
      cycles: 2,
      stages: {
        frame: 'P14D',
        exchange: 'P35D',
        'solve-together': 'P21D',
        'co-create': 'P28D',
        'adapt-and-apply': 'P56D',
        'feed-back': 'P14D',
      },
    },
    surveys: [
      { wave: '1', after: 'P90D', open: 'P28D', types: ['advice'] },
      { wave: '2', after: 'P365D', open: 'P28D', types: ['advice'] },
    ],
    health: {
      every: 'P6M',
      permutations: 999,
      rules: [
        {
          id: 'thin-exchange',
          metric: 'e-i-index',
          groupBy: 'region',
          below: 0.2,
          propose: 'introductions',
          atMost: 2,
          cooldown: 'P90D',
        },
      ],
    },
    consent: { statement: 'Answers are seen by stewards; everybody else sees figures for groups of five or more.' },
  };
}
