/** Recognition: whether those who help others are thanked, wherever they work. */
import { evidenceOfDeeds, keyOf } from '../../evidence-of-deeds.ts';
import { READS_NO_TIES } from '../laws.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

const FEWEST_PEOPLE = 5;

export const recognitionSpread: Metric = {
  id: 'recognition-spread',
  family: 'practice',
  scopes: ['network'],
  title: 'Evidence that was recognised',
  question: 'Are those who help others thanked, wherever they work?',
  definition:
    'Of the pieces of evidence that members who take part helped others (an answer that resolved a request, a piece of the repository that somebody else used, a trial whose end was shared as data, introductions that lasted), the share for which they were thanked. Details: pieces, recognised, and the Gini of thanked people over organisations: G = Σi (2i − k − 1)·x(i) ÷ (k·Σ x), with x(i) an organisation’s thanked people over its members, ascending, over the k organisations.',
  direction: 'Ties are not read.',
  normalization: '0 to 1.',
  edgeCases:
    'No evidence: null. The Gini is null where fewer than five people were thanked or there are fewer than two organisations. Introductions that lasted count once they were recognised: before, they are not among these records.',
  nulls: { giniOfOrganisations: 'fewer than five people were thanked, or there are fewer than two organisations' },
  cost: 'O(e + n log n) for e pieces of evidence and n members.',
  reference: 'Gini: Ceriani & Verme 2012, doi:10.1007/s10888-011-9188-x',
  oracle: 'worked by hand',
  laws: READS_NO_TIES,
  reading:
    'High says that nobody who helps is overlooked by the practice. A high Gini says that thanks go to a few organisations, which may be those that help, or those whose help is seen. It ranks nobody, and there is no figure by person or organisation.',
  example: {
    network: 'a b c',
    practices: {
      experiment: [tried(1, 'a'), tried(2, 'b')],
      recognition: [
        {
          ...{ member: 'a', deed: 'experiment', about: 'experiment-1', round: 'thanks-1', public: null },
          thankedAt: '2026-06-02T09:00:00.000Z',
        },
      ],
    },
    gives: 0.5,
  },
  options: [],
  needs: 'practice',
  reads: 'recognition',
  readsTies: false,
  compute(context) {
    const { members, practices = {} } = context.records;
    const active = members.filter(({ status }) => status === 'active');
    const taking = new Set(active.map(({ member }) => member));
    const thanked = (practices.recognition ?? []).filter(({ member }) => taking.has(member));
    const known = new Set(thanked.map(keyOf));
    const pieces = new Set([
      ...evidenceOfDeeds(practices)
        .filter(({ member }) => taking.has(member))
        .map(keyOf),
      ...known,
    ]);
    const people = new Set(thanked.map(({ member }) => member));
    const share = new Map<string, { members: number; thanked: number }>();
    for (const { member, attributes } of active) {
      const home = attributes.organisation;
      if (home === undefined || home === null) continue;
      const one = share.get(String(home)) ?? { members: 0, thanked: 0 };
      share.set(String(home), { members: one.members + 1, thanked: one.thanked + (people.has(member) ? 1 : 0) });
    }
    const rates = [...share.values()].map((one) => one.thanked / one.members);
    const details = {
      ...{ pieces: pieces.size, recognised: known.size, organisations: share.size },
      giniOfOrganisations: people.size < FEWEST_PEOPLE ? null : gini(rates),
    };
    const given =
      pieces.size === 0 ? { reason: 'no evidence that members helped others' } : { value: known.size / pieces.size };
    return [figure(context, recognitionSpread, 'network', given, { details })];
  },
};

function gini(amounts: readonly number[]): number | null {
  const ascending = [...amounts].sort((a, b) => a - b);
  const k = ascending.length;
  const sum = ascending.reduce((all, one) => all + one, 0);
  if (k < 2 || sum === 0) return null;
  return ascending.reduce((all, one, at) => all + (2 * (at + 1) - k - 1) * one, 0) / (k * sum);
}

function tried(number: number, member: string) {
  const words = 't-0123456789abcdef';
  return {
    ...{ experiment: `experiment-${number}`, member, trial: 'safe-test' as const, hypothesis: words, success: words },
    ...{ exit: words, startedAt: '2026-03-02T09:00:00.000Z', until: '2026-05-02', status: 'stopped' as const },
    ...{ exitMet: false, learned: words, checkIns: { asked: 0, answered: 0 }, endedAt: null },
  };
}
