/**
 * Small networks as text, the way a metric's example writes them: "a>b b>a=2 c" is two ties and a member without any.
 */
import { type MeasureOptions, type MetricResult, measure, type Scope } from '../../../analysis/index.ts';
import type { Example } from '../../../analysis/metrics/metric.ts';
import type { NetworkRecords } from '../../../data/records/index.ts';
import { nullDetails } from './null-details.ts';

type Tie = NetworkRecords['ties'][number];

export function tie(from: string, to: string, more: Partial<Tie> = {}): Tie {
  return { from, to, type: 'advice', strength: null, wave: null, time: null, occurrence: 0, ...more };
}

export function network(text: string, more: Partial<Pick<Tie, 'wave'>> = {}): NetworkRecords {
  const ids = new Set<string>();
  const ties: Tie[] = [];
  for (const word of text.split(' ').filter((one) => one !== '')) {
    const [, from, to, strength] = /^([^>=]+)(?:>([^>=]+))?(?:=([\d.-]+))?$/.exec(word)!;
    ids.add(from!);
    if (to === undefined) continue;
    ids.add(to);
    ties.push(
      tie(from!, to, { ...more, strength: strength === undefined ? null : Number(strength), occurrence: ties.length }),
    );
  }
  return fromTies([...ids], ties);
}

export function fromTies(
  ids: string[],
  ties: Tie[],
  attributes: (id: string) => Record<string, string> = () => ({}),
): NetworkRecords {
  return {
    members: ids.map((member) => ({ member, status: 'active', hub: false, attributes: attributes(member) })),
    ties,
    adoptions: [],
    waves: [],
    responses: [],
    contributions: [],
  };
}

/** Members with a group each; who has none named is in "z". */
export function grouped(records: NetworkRecords, groups: Record<string, string>): NetworkRecords {
  const members = records.members.map((member) => ({ ...member, attributes: { group: groups[member.member] ?? 'z' } }));
  return { ...records, members };
}

/** Marks a wave in which everybody was asked and only some answered. */
export function answered(records: NetworkRecords, ids: string[], wave = '1'): NetworkRecords {
  const responses = records.members.map(({ member }) => ({
    wave,
    member,
    status: ids.includes(member) ? ('answered' as const) : ('no-answer' as const),
  }));
  return { ...records, responses: [...records.responses, ...responses] };
}

export function exampleRecords(example: Example): NetworkRecords {
  const records = example.later === undefined ? network(example.network) : twoWaves(example.network, example.later);
  const withGroups = example.groups === undefined ? records : grouped(records, example.groups);
  return {
    ...withGroups,
    ...(example.practices === undefined ? {} : { practices: example.practices }),
    members: withGroups.members.map((member) => ({
      ...member,
      hub: (example.hub ?? '').split(' ').includes(member.member),
    })),
    adoptions: Object.entries(example.adoptions ?? {}).map(([member, time]) => ({
      member,
      practice: 'practice',
      time,
      censored: false,
    })),
    contributions: (example.contributions ?? '')
      .split(' ')
      .filter((one) => one !== '')
      .map((word, at) => {
        const [member, helped] = word.split('>');
        return {
          contribution: `c-${at}`,
          cycle: 1,
          stage: 'exchange' as const,
          member: member!,
          helped: helped ?? null,
          text: null,
        };
      }),
  };
}

function twoWaves(before: string, after: string): NetworkRecords {
  const [earlier, later] = [network(before, { wave: '1' }), network(after, { wave: '2' })];
  const ids = new Set([...earlier.members, ...later.members].map((member) => member.member));
  const both = fromTies([...ids], [...earlier.ties, ...later.ties]);
  return answered(answered(both, [...ids], '1'), [...ids], '2');
}

export function resultOf(
  records: NetworkRecords,
  metric: string,
  options: MeasureOptions = {},
  scope?: Scope,
): MetricResult {
  const { results } = measure(records, { permutations: 99, ...options, metrics: [metric] });
  for (const result of results) {
    const unexplained = nullDetails(result).filter((name) => result.nulls?.[name] === undefined);
    if (unexplained.length > 0) throw new Error(`${metric}: no words for null in details.${unexplained.join(', .')}`);
  }
  return results.find((result) => scope === undefined || result.scope === scope)!;
}

export function measured(records: NetworkRecords, metric: string, options: MeasureOptions = {}): unknown {
  const result = resultOf(records, metric, options);
  return result.values ?? result.value;
}
