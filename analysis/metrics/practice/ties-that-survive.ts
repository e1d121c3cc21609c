/** Ties that survive: what of a network is still there when nobody runs it any more. */
import { wilsonInterval } from '../../inference/wilson-interval.ts';
import { numberOf } from '../../number-of.ts';
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
  cost: 'O(w) for w surveys: the ties are counted when a survey is over.',
  reference: 'interval: Wilson 1927, doi:10.1080/01621459.1927.10502953',
  oracle: 'worked by hand',
  laws: READS_NO_TIES,
  reading:
    'Who answers after the close is likelier to have kept contacts, so it is rather too high; the ties that are unknown say how much is open. Some ties end because their work is done.',
  example: {
    network: 'a b c d e f',
    practices: {
      'follow-up': [
        {
          wave: 'follow-up-1',
          closedAt: '2026-12-01T09:00:00.000Z',
          after: 'P6M',
          result: { baseline: '1', answeredBoth: 5, before: 8, kept: 6, unknown: 2 },
        },
      ],
    },
    gives: 0.75,
  },
  options: [],
  needs: 'practice',
  reads: 'follow-up',
  readsTies: false,
  compute(context) {
    const waves = (context.records.practices?.['follow-up'] ?? [])
      .flatMap(({ wave, after, result }) => (result === null ? [] : [{ wave, after, ...result }]))
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
      .map((wave) => ({
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
