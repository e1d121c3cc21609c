/** Mix of formats: whether the network meets in more than one way. */
import type { SessionBody } from '../../../data/records/session.ts';
import { READS_NO_TIES } from '../laws.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';
import { session } from './sessions-documented.ts';

export const formatMix: Metric = {
  id: 'format-mix',
  family: 'practice',
  scopes: ['network'],
  title: 'Mix of formats',
  question: 'Do sessions vary in how people meet, and does that narrow?',
  definition:
    'Blau’s index 1 − Σ pᵢ² of the formats of the sessions held in the newest cycle that had any, pᵢ being the share of format i: the chance that two sessions, drawn with replacement, differ. Details: by cycle the sessions, the index and the count of each format; narrows: whether the newest cycle’s index is below that of the cycle before.',
  direction: 'Ties are not read.',
  normalization: '0 to (k − 1)/k for k formats.',
  edgeCases: 'No session was held in a cycle: null. Sessions outside any cycle are left out. A single session gives 0.',
  cost: 'O(s) for s sessions.',
  reference: 'Blau 1977, Inequality and Heterogeneity',
  oracle: 'worked by hand',
  laws: READS_NO_TIES,
  reading:
    'Near 0 every session is alike, and whom that format does not suit stays away. With few sessions a cycle the index jumps: read the counts. Variety is no end in itself.',
  example: {
    network: 'a b',
    practices: { session: [session(1, 'talk', 1), session(2, 'case-clinic', 1)] },
    gives: 0.5,
  },
  options: [],
  needs: 'practice',
  reads: 'session',
  readsTies: false,
  compute(context) {
    const byCycle = mixByCycle(context.records.practices?.session ?? []);
    const [newest, before] = [byCycle.at(-1), byCycle.at(-2)];
    const narrows = newest !== undefined && before !== undefined && newest.blau < before.blau;
    const given = newest === undefined ? { reason: 'no session was held in a cycle' } : { value: newest.blau };
    return [figure(context, formatMix, 'network', given, { details: { byCycle, narrows } })];
  },
};

interface Mix {
  cycle: number;
  sessions: number;
  blau: number;
  byFormat: Record<string, number>;
}

function mixByCycle(sessions: readonly SessionBody[]): Mix[] {
  const held = sessions.filter(({ status, cycle }) => status === 'held' && cycle !== null);
  const cycles = [...new Set(held.map(({ cycle }) => cycle as number))].sort((a, b) => a - b);
  return cycles.map((cycle) => {
    const formats = held.filter((one) => one.cycle === cycle).map(({ format }) => format);
    const counts = [...new Set(formats)].sort().map((name): [string, number] => {
      return [name, formats.filter((format) => format === name).length];
    });
    const blau = 1 - counts.reduce((sum, [, count]) => sum + (count / formats.length) ** 2, 0);
    return { cycle, sessions: formats.length, blau, byFormat: Object.fromEntries(counts) };
  });
}
