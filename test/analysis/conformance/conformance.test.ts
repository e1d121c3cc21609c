/**
 * A folder that nobody here has seen may hold anything: what can be compared is, what cannot says why, and a figure that
 * is off by more than the tolerance is found.
 */
import { describe, expect, it } from 'vitest';
import { compare, conform, conformance, groupingsOf, readOracle } from '../../../analysis/conformance/index.ts';
import { METRICS } from '../../../analysis/index.ts';
import { grouped, network } from '../metrics/small-networks.ts';

const EXACT = { relative: 1e-9, absolute: 1e-12 };

/** A star of three around z, and somebody alone. */
const records = grouped(network('a>z b>z c>z d'), { a: 'x', b: 'x', c: 'y', z: 'y', d: 'y' });
const definition = { type: 'advice', wave: null, directed: true, weighted: false };

function record(metric: string, variant: string, value: unknown, trust = 'confirmed', lib = 'networkx') {
  return { metric, variant, lib, call: '', value, trust };
}

function outcomesOf(theirs: unknown[], more: Record<string, unknown> = {}) {
  const json = {
    versions: { networkx: '9.9', python_igraph: '1.2' },
    node_order: ['z', 'a', 'b', 'c', 'd'],
    layers: { advice: { definition, records: theirs } },
    ...more,
  };
  return conform({ name: 'unseen', records, oracle: readOracle(json) });
}

describe('an oracle that nobody here has seen is read as far as it goes', () => {
  it('compares in the order of its members, with the tool and its version', () => {
    const [outcome] = outcomesOf([record('in_degree', 'D', [3, 0, 0, 0, 0], 'confirmed', 'python-igraph')]);
    expect(outcome).toMatchObject({
      metric: 'in-degree',
      verdict: 'agrees',
      tool: 'python-igraph 1.2',
      layer: 'advice',
    });
    expect(outcome!.comparison).toEqual({ values: 5, largest: 0, differences: [] });
  });

  it('finds a figure that is off by more than the tolerance, and says where', () => {
    const [close, off] = outcomesOf([record('density', 'D', 0.15 + 1e-11), record('density', 'D', 0.150001)]);
    expect(close!.verdict).toBe('agrees');
    expect(off).toMatchObject({ verdict: 'differs', metric: 'density' });
    expect(off!.words[0]).toContain('ours 0.15, theirs 0.150001');
  });

  it('groups by an attribute whose name is more than a word', () => {
    const named = {
      ...records,
      members: records.members.map((one) => ({ ...one, attributes: { 'home town': one.attributes.group! } })),
    };
    const variant = 'D by home town; arcs';
    const value = { internal: 1, external: 2, ei: 1 / 3 };
    const json = {
      node_order: ['z'],
      layers: { advice: { definition, records: [record('ei_index', variant, value)] } },
    };
    const oracle = readOracle(json);
    expect(groupingsOf(oracle)).toEqual(['home town']);
    expect(conform({ name: 'unseen', records: named, oracle })[0]).toMatchObject({ verdict: 'agrees' });
  });

  it('lists what no metric is known to answer; what is not trusted is not compared', () => {
    const [unknown, suspect, known] = outcomesOf([
      record('small_worldness', 'U', 3),
      record('density', 'D', 99, 'suspect: wrong'),
      record('stress', 'D', [1, 2], 'single library'),
    ]);
    expect(unknown).toMatchObject({ verdict: 'unknown', metric: null });
    expect(suspect).toMatchObject({ verdict: 'not ours', words: ['not trusted: suspect: wrong'] });
    expect(known).toMatchObject({ verdict: 'not ours', words: ['no figure of the catalogue'] });
  });

  it('a record that cannot be read says so, and the others go on', () => {
    const outcomes = outcomesOf([
      record('ei_index', 'D by nothing; arcs', { internal: 1 }),
      record('brokerage', 'D Gould-Fernandez raw counts by group', 'not a table'),
      record('components', 'U sizes, descending', null),
      record('density', 'D', 0.15),
      { metric: 3 },
      'nonsense',
    ]);
    expect(outcomes.map(({ verdict }) => verdict)).toEqual(['refused', 'differs', 'differs', 'agrees']);
    expect(outcomes[0]!.words[0]).toContain('unknown attribute for groupBy "nothing"');
  });

  it('takes the definition of a layer from meta.json where the oracle has none', () => {
    const json = { node_order: ['z'], layers: { ties: { records: [record('density', 'U', 0.3)] } } };
    const { layers } = readOracle(json, { layers: [{ layer: 'ties', ...definition, directed: false, min_weight: 2 }] });
    expect(layers[0]!.layer).toEqual({ layer: 'ties', type: 'advice', wave: null, directed: false, leastStrength: 2 });
  });

  it('refuses with words what holds nothing to compare with', () => {
    expect(() => readOracle([])).toThrow('oracle.json: node_order is missing; list the ids as in nodes.csv');
    expect(() => readOracle({ node_order: ['a'] })).toThrow('oracle.json: there are no layers');
  });

  it('who has not adopted is never an adopter of a later period: the other coding is not compared', () => {
    const codings = { Tplus1: { records: [record('cumulative_adopt', 'count', [1, 2])] } };
    const outcomes = outcomesOf([], { diffusion: { codings } });
    expect(outcomes[0]).toMatchObject({ verdict: 'not ours' });
    expect(outcomes[0]!.words[0]).toContain('censored');
  });
});

describe('keys first, then values', () => {
  it('other keys, other lengths, another kind', () => {
    expect(compare({ a: 1 }, { b: 1 }, EXACT).differences).toEqual(['ours has a (1), theirs b (1)']);
    expect(compare([1, 2], [1], EXACT).differences).toHaveLength(1);
    expect(compare(1, '1', EXACT).differences).toEqual(['ours 1, theirs "1"']);
  });

  it('undefined there is null here, and nothing else is', () => {
    for (const theirs of ['NaN', 'NA', 'Inf', '-Inf']) {
      expect(compare(null, theirs, EXACT).differences).toEqual([]);
      expect(compare(0, theirs, EXACT).differences).toHaveLength(1);
    }
    expect(compare(null, 0, EXACT).differences).toEqual(['ours null, theirs 0']);
  });

  it('counts values and keeps the largest difference', () => {
    expect(compare({ a: [1, 2], b: null }, { a: [1, 2.5], b: 'NA' }, EXACT)).toEqual({
      values: 3,
      largest: 0.5,
      differences: ['a.1: ours 2, theirs 2.5'],
    });
  });
});

describe('the table has a row for each metric, and a gap where nobody vouches', () => {
  const outcomes = outcomesOf([record('density', 'D', 0.15), record('degree', 'U', [0, 0, 0, 0, 0])]);

  it('what agrees, what differs, what is proved otherwise, what is not', () => {
    const table = conformance(outcomes, ({ file }) => file.endsWith('brute-force/silo.test.ts'));
    const verdicts = Object.fromEntries(table.rows.map(({ metric, verdict }) => [metric, verdict]));
    expect(Object.keys(verdicts)).toEqual(METRICS.map(({ id }) => id));
    expect(verdicts).toMatchObject({ density: 'agrees', degree: 'differs', modularity: 'proved', katz: 'gap' });
    expect(table.gaps).toContain('katz');
    expect(table.failures.map(({ metric }) => metric)).toEqual(['degree']);
    expect(table.ok).toBe(false);
  });

  it('a row says by whom, where, in how many values, how closely', () => {
    const { rows } = conformance(outcomes, () => true);
    expect(rows.find(({ metric }) => metric === 'density')).toMatchObject({
      oracles: ['networkx 9.9'],
      layers: ['unseen: advice'],
      records: 1,
      values: 1,
      largestDifference: 0,
      tolerance: EXACT,
      verdict: 'agrees',
    });
  });
});
