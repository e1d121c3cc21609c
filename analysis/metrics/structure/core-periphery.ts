/** Core and periphery: how nearly the network is a core that everybody is tied to and a rim whose members are not. */
import { bestCoreSplit, type CorePattern, type CoreSplit } from '../../graph/core-periphery.ts';
import type { MetricContext } from '../context.ts';
import type { Metric } from '../metric.ts';
import { figure, REASONS } from '../result.ts';

export const corePeriphery: Metric = {
  id: 'core-periphery',
  family: 'structure',
  scopes: ['network'],
  title: 'Core and periphery',
  question: 'Is there a core that everybody is tied to, and a rim whose members hardly know each other?',
  definition:
    'The highest correlation, over all splits into core and periphery, of ties with the ideal pattern: a pair is tied when one of the two is in the core. Details, as `within`: the same where pairs of core and periphery are left out.',
  direction: 'Directions are joined. Strength is ignored.',
  normalization: '1: the ideal pattern. 0: no split says anything of who is tied. Details: the members of the core.',
  edgeCases:
    'Fewer than 3 members, no ties, or all ties: null; `within` also where the best has fewer than two on a side. Of splits that are equally good one is given. Who did not answer is placed by the ties that others reported. Ties that nobody reported because of missing answers make it look more like a rim.',
  nulls: {
    core: 'everybody is tied to everybody',
    size: 'everybody is tied to everybody',
    within: 'no split with two members on either side',
  },
  cost: 'A search from the best prefixes by degree and core number, shaken ten times: O(n²) a round up to 2,000 members, above that sweeps of O(n + m).',
  reference: 'Borgatti & Everett 1999, doi:10.1016/S0378-8733(99)00019-2',
  oracle:
    'all splits of networks of up to 21 members, 1e-9; it is a search, so elsewhere the true best may be a little higher',
  laws: {
    relabel: { changes: 'of splits that are equally good another one may be found' },
    reorder: 'same',
    isolate: { changes: 'the newcomer is one more at the rim, or one more who spoils it' },
    reverse: 'same',
    scale: 'same',
    double: 'same',
    noAnswer: 'as-reported',
  },
  reading:
    'High: a few hold it together, the others depend on them. In two silos that hardly meet it is low however dense they are. Sparse networks of few hubs score high without any agreement on a core.',
  example: { network: 'a>b a>c a>d b>c b>d e>a e>b', gives: 1 },
  options: ['seed'],
  needs: 'ties',
  readsTies: true,
  compute(context) {
    const { n, m } = context.union;
    const none = n < 3 ? REASONS.fewerThan(3) : m === 0 ? REASONS.noTies : null;
    if (none !== null) return [figure(context, corePeriphery, 'network', { reason: none })];
    const covered = bestOf(context, 'covered');
    const within = bestOf(context, 'within');
    const details = {
      core: coreOf(context, covered),
      size: covered === null ? null : coreOf(context, covered)!.length,
      within: { correlation: within?.correlation ?? null, core: coreOf(context, within) },
    };
    const given = covered === null ? { reason: 'everybody is tied to everybody' } : { value: covered.correlation };
    return [figure(context, corePeriphery, 'network', given, { details })];
  },
};

function bestOf({ union, random }: MetricContext, pattern: CorePattern): CoreSplit | null {
  return bestCoreSplit(union, pattern, random(`${corePeriphery.id}/${pattern}`));
}

function coreOf({ union }: MetricContext, split: CoreSplit | null): string[] | null {
  return split === null ? null : union.ids.filter((_, v) => split.core[v] === 1);
}
