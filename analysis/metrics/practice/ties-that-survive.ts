/** Ties that survive: what of a network is still there when nobody runs it any more. */
import { tieRows } from '../../../data/records/index.ts';
import { wilsonInterval } from '../../inference/wilson-interval.ts';
import type { MetricContext } from '../context.ts';
import { READS_NO_TIES } from '../laws.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

/** Fewer, and it would say of somebody whom they dropped. */
const LEAST_ANSWERING = 5;

export const tiesThatSurvive: Metric = {
  id: 'ties-that-survive',
  family: 'practice',
  scopes: ['network'],
  title: 'Ties that survive',
  question: 'Do the relationships outlast the programme?',
  definition:
    'Of the ties that were named in the last survey before the close, the share that is named again in the newest survey after it. Counted are ties of members who answered both, of types that both asked for. Details: of each survey after the close, ties before, still named, who answered both, and the 95 % interval (Wilson); how many ties are unknown, because whoever named them did not answer again.',
  direction: 'From who names to who is named. Strength is not read.',
  normalization: '0 to 1.',
  edgeCases: `No survey after the close is over, none was before it, no tie to compare, or fewer than ${LEAST_ANSWERING} answered both: null. Who did not answer is unknown, and not counted as a tie that is lost.`,
  cost: 'O(m) for m ties.',
  reference: 'interval: Wilson 1927, doi:10.1080/01621459.1927.10502953',
  oracle: 'worked by hand',
  laws: READS_NO_TIES,
  reading:
    'Who answers after the close is likelier to have kept contacts, so it is rather too high; the ties that are unknown say how much is open. Some ties end because their work is done.',
  example: {
    network: 'a b c d e f',
    practices: { 'follow-up': [{ wave: 'follow-up-1', closedAt: '2026-12-01T09:00:00.000Z', after: 'P6M' }] },
    gives: null,
  },
  options: [],
  needs: 'practice',
  reads: 'follow-up',
  readsTies: false,
  compute(context) {
    const waves = (context.records.practices?.['follow-up'] ?? [])
      .map(({ wave, closedAt, after }) => ({ after, ...compared(context, wave, closedAt) }))
      .filter(({ isOver }) => isOver)
      .sort((a, b) => numberOf(a.wave) - numberOf(b.wave));
    const newest = waves.at(-1);
    const because = (reason: string) => [figure(context, tiesThatSurvive, 'network', { reason })];
    if (newest === undefined) return because('no survey after the close is over yet');
    if (newest.baseline === null) return because('there was no survey before the close to compare with');
    if (newest.answeredBoth < LEAST_ANSWERING) {
      return because(`fewer than ${LEAST_ANSWERING} members answered both before and after the close`);
    }
    if (newest.before === 0) return because('nobody who answered both had named anybody before the close');
    const shown = waves
      .filter(({ answeredBoth, before }) => answeredBoth >= LEAST_ANSWERING && before > 0)
      .map(({ isOver: _isOver, ...wave }) => ({
        ...wave,
        share: wave.kept / wave.before,
        interval: wilsonInterval(wave.kept, wave.before),
      }));
    return [
      figure(
        context,
        tiesThatSurvive,
        'network',
        { value: newest.kept / newest.before },
        { details: { waves: shown } },
      ),
    ];
  },
};

function numberOf(wave: string): number {
  return Number(/\d+$/.exec(wave)?.[0] ?? 0);
}

function compared({ records }: MetricContext, wave: string, closedAt: string) {
  const followUps = new Set((records.practices?.['follow-up'] ?? []).map((one) => one.wave));
  const baseline = records.waves
    .filter((one) => !followUps.has(one.wave) && one.opens <= closedAt)
    .sort((a, b) => (a.opens < b.opens ? -1 : 1))
    .at(-1);
  const statuses = records.responses.filter((response) => response.wave === wave);
  const answered = (which: string | undefined) =>
    new Set(
      records.responses.filter((one) => one.wave === which && one.status === 'answered').map(({ member }) => member),
    );
  const [first, again] = [answered(baseline?.wave), answered(wave)];
  const both = new Set([...first].filter((member) => again.has(member)));
  const types = new Set(records.waves.find((one) => one.wave === wave)?.types ?? []);
  const roster = new Set(records.members.map(({ member }) => member));
  const ties = tieRows(records.ties).filter(({ type, to }) => types.has(type) && roster.has(to));
  const name = (tie: { from: string; to: string; type: string }) => JSON.stringify([tie.from, tie.to, tie.type]);
  const then = ties.filter((tie) => tie.wave === baseline?.wave && first.has(tie.from));
  const now = new Set(ties.filter((tie) => tie.wave === wave).map(name));
  const known = [...new Set(then.filter(({ from }) => both.has(from)).map(name))];
  return {
    ...{ wave, baseline: baseline?.wave ?? null, answeredBoth: both.size, before: known.length },
    kept: known.filter((tie) => now.has(tie)).length,
    unknown: new Set(then.map(name)).size - known.length,
    isOver: statuses.length > 0 && statuses.every(({ status }) => status !== 'asked'),
  };
}
