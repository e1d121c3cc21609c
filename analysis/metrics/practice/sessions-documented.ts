/** Sessions documented: whether people know beforehand what a session is for, and afterwards what was decided. */
import type { SessionBody } from '../../../data/records/session.ts';
import { wilsonInterval } from '../../inference/wilson-interval.ts';
import { READS_NO_TIES } from '../laws.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

export const sessionsDocumented: Metric = {
  id: 'sessions-documented',
  family: 'practice',
  scopes: ['network'],
  title: 'Sessions with agenda and documented decisions',
  question: 'Do people know beforehand what a session is for, and afterwards what was decided?',
  definition:
    'Of the sessions that were held, the share with an agenda in time boxes and at least one documented decision. Details: held, with an agenda, with a decision, with notes, called off, the 95 % interval (Wilson), mean attendance, problems worked on together.',
  direction: 'Ties are not read.',
  normalization: '0 to 1.',
  edgeCases: 'No session was held: null. Sessions to come and those called off do not count.',
  nulls: { meanAttendance: 'no session was held' },
  cost: 'O(s) for s sessions.',
  reference: 'interval: Wilson 1927, doi:10.1080/01621459.1927.10502953',
  oracle: 'worked by hand; interval: scipy 1.17.1 binomtest(k, n).proportion_ci(method="wilson"), 1e-9',
  laws: READS_NO_TIES,
  reading:
    'Not every session needs to decide something: below a half ask first whether agendas are missing or decisions. It says nothing of how good the sessions were.',
  example: {
    network: 'a b',
    practices: { session: [session(1, 'talk', 1, true, 1), session(2, 'talk', 1, true, 0)] },
    gives: 0.5,
  },
  options: [],
  needs: 'practice',
  reads: 'session',
  readsTies: false,
  compute(context) {
    const sessions = context.records.practices?.session ?? [];
    const held = sessions.filter(({ status }) => status === 'held');
    const count = (is: (one: SessionBody) => boolean): number => held.filter(is).length;
    const both = count((one) => hasAgenda(one) && one.decisions > 0);
    const present = held.reduce((sum, { attended }) => sum + attended.length, 0);
    const common = {
      ...{ held: held.length, calledOff: sessions.filter(({ status }) => status === 'called-off').length },
      ...{ withAgenda: count(hasAgenda), withDecision: count(({ decisions }) => decisions > 0) },
      withNotes: count(({ notes }) => notes !== null),
      problems: held.reduce((sum, { problems }) => sum + problems, 0),
      meanAttendance: held.length === 0 ? null : present / held.length,
    };
    if (held.length === 0) {
      return [figure(context, sessionsDocumented, 'network', { reason: 'no session was held' }, { details: common })];
    }
    const details = { ...common, interval: wilsonInterval(both, held.length) };
    return [figure(context, sessionsDocumented, 'network', { value: both / held.length }, { details })];
  },
};

function hasAgenda({ agenda, timeBoxes }: SessionBody): boolean {
  return agenda !== null && timeBoxes.length > 0;
}

/** For examples and tests. */
export function session(
  number: number,
  format: SessionBody['format'],
  cycle: number | null,
  isPlanned = false,
  decisions = 0,
): SessionBody {
  return {
    ...{
      session: `session-${number}`,
      title: null,
      facilitator: 'a',
      cycle,
      ritual: null,
      circle: null,
      format,
      planned: null,
    },
    ...{ place: null, timeZone: 'Europe/Berlin', local: '2026-03-10T09:00', starts: '2026-03-10T08:00:00.000Z' },
    ...{ minutes: 60, agenda: isPlanned ? 't-0123456789abcdef' : null, timeBoxes: isPlanned ? [60] : [] },
    ...{ sequence: 0, status: 'held', coming: [], attended: ['a'], decisions, problems: 0, notes: null, endedAt: null },
  };
}
