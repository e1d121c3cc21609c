/** Cross-group adoption: whether a practice leaves the group in which it began. */
import { type Adopters, adoptersOf } from '../adopters.ts';
import type { MetricContext } from '../context.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

export const crossGroupAdoption: Metric = {
  id: 'cross-group-adoption',
  family: 'diffusion',
  scopes: ['network'],
  title: 'Adoption across groups',
  question: 'Does the practice leave the group in which it began?',
  definition:
    'Adopters outside the origin ÷ members outside it; the origin is the group, or groups, of those who adopted in the first period.',
  direction: 'Ties are not read.',
  normalization: '0 to 1; details give the same share within the origin.',
  edgeCases: 'Nobody adopted, or nobody is outside the origin: null.',
  cost: 'O(n).',
  reference: 'Rogers 2003, Diffusion of Innovations',
  oracle: 'worked by hand',
  laws: {
    relabel: 'same',
    reorder: 'same',
    isolate: 'no-higher',
    reverse: 'same',
    scale: 'same',
    double: 'same',
    noAnswer: 'not-read',
  },
  reading: 'Near the share within the origin: the practice is the network’s. Near 0: it is still that group’s own.',
  example: {
    network: 'a b c d',
    groups: { a: 'x', b: 'x', c: 'y', d: 'y' },
    adoptions: { a: 1, b: 2, c: 3 },
    gives: 0.5,
  },
  options: ['groupBy', 'practice'],
  needs: 'adoptions',
  readsTies: false,
  compute(context) {
    const { groups } = context;
    return adoptersOf(context).map((adopters) => {
      const { practice } = adopters;
      const report = (given: { value: number } | { reason: string }, more: Record<string, unknown> = {}) =>
        figure(context, crossGroupAdoption, 'network', given, { details: { practice, ...more } });
      if (groups === null) return report({ reason: 'needs groups: give an attribute to group by' });
      if (adopters.time.length === 0) return report({ reason: 'nobody has adopted' });
      const { origin, outside, within } = countsOf(context, adopters);
      const more = { origin, outside, within };
      if (outside.members === 0) return report({ reason: 'nobody is outside the group in which it began' }, more);
      return report({ value: outside.adopters / outside.members }, more);
    });
  },
};

function countsOf(context: MetricContext, { adopted }: Adopters) {
  const groups = context.groups!;
  const origins = new Set([...adopted.keys()].filter((v) => adopted[v] === 0).map((v) => groups.of[v]!));
  const outside = { members: 0, adopters: 0 };
  const within = { members: 0, adopters: 0 };
  for (const [v, when] of adopted.entries()) {
    const side = origins.has(groups.of[v]!) ? within : outside;
    side.members++;
    if (when >= 0) side.adopters++;
  }
  return { origin: groups.names.filter((_, g) => origins.has(g)), outside, within };
}
