/** Moran's I of an attitude, or of any attribute that is a number: whether those in contact are alike in it. */
import { autocorrelationOf } from '../autocorrelation.ts';
import type { MetricContext } from '../context.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

export const attitudeMoransI: Metric = {
  id: 'attitude-morans-i',
  family: 'silo',
  scopes: ['network'],
  title: 'Moran’s I of an attitude',
  question: 'Do those in contact think alike, or have they been at it equally long?',
  definition:
    '(n/S) · Σ w(v,u)·z(v)·z(u) ÷ Σ z(v)², over members for whom the attribute is known, with z its value less its mean, w(v,u) = 1/k(v) for each of the k such members whom v names, and S = Σ w. The attribute is the one that members are grouped by.',
  direction: 'Contacts are those whom the member names; undirected: all contacts. Strength is ignored.',
  normalization: 'About −1 to 1; −1/(n − 1) when it does not follow contact (`expected` in the details).',
  edgeCases:
    'Values that are not numbers: null. Fewer than 3 members with one, all alike, or no contact among them: null. Members without a value are left out, and so is the row of who did not answer.',
  nulls: { expected: 'fewer than two members with a value' },
  cost: 'O(n + m).',
  reference: 'Moran 1950, doi:10.2307/2332142',
  oracle: 'the definition on full tables, 1e-9; the same figure of adoption times is held against netdiffuseR and esda',
  laws: {
    relabel: 'same',
    reorder: 'same',
    isolate: { changes: 'the newcomer has a value too, which moves the mean' },
    reverse: { changes: 'each member is weighed by whom they name' },
    scale: 'same',
    double: 'same',
    noAnswer: 'left-out',
  },
  reading:
    'High: circles of the like-minded. Numbers that stand for groups (region 1 to 4) give a figure too, and it means nothing: use assortativity for those.',
  example: { network: 'a>b b>a c>d d>c', groups: { a: 'x', b: 'x', c: 'y', d: 'y' }, gives: null },
  options: ['groupBy'],
  needs: 'groups',
  readsTies: true,
  readsValues: true,
  compute(context) {
    const { attribute } = context.groups!;
    const values = valuesOf(context, attribute);
    if (values === null) {
      return [figure(context, attitudeMoransI, 'network', { reason: `values of "${attribute}" are not numbers` })];
    }
    const { n, expected, value, why } = autocorrelationOf(context, (v) => values[v]!);
    const words = {
      'fewer than 3': `fewer than 3 members with a value of "${attribute}"`,
      'all alike': 'all have the same value',
      'no contact': 'no contact among members with a value',
    };
    const given = value === null ? { reason: words[why!] } : { value };
    return [figure(context, attitudeMoransI, 'network', given, { details: { attribute, members: n, expected } })];
  },
};

/** Per member, null where the attribute has no value; null for all where one is not a number. */
function valuesOf({ records, graph }: MetricContext, attribute: string): (number | null)[] | null {
  const own = new Map(
    records.members.map(({ member, attributes }) => [
      member,
      Object.hasOwn(attributes, attribute) ? attributes[attribute] : null,
    ]),
  );
  const values = graph.ids.map((id) => own.get(id) ?? null);
  if (values.some((value) => value !== null && typeof value !== 'number')) return null;
  return values as (number | null)[];
}
