/** From a log of who wrote to whom, on which day, to ties. */
import type { Row } from '../row.ts';

export const interactions: Row = {
  id: 'interactions',
  title: '1,000,000 dated interactions → ties',
  about:
    'From a CSV file of who, whom and when, to how often everybody turned to whom. Peak memory is that of a fresh process that did it once.',
  network: 'interactions',
  work: 'interactions',
  options: {},
  agreement: { kind: 'same', within: 0 },
  peers: [
    {
      tool: 'arquero',
      goals: [
        { quantity: 'processor time', atLeast: 8 },
        { quantity: 'peak memory', atLeast: 4 },
      ],
    },
    { tool: 'duckdb', goals: [{ quantity: 'processor time', atLeast: 1 }] },
  ],
};
