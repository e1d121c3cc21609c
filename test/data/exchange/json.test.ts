import { DirectedGraph } from 'graphology';
import { describe, expect, it } from 'vitest';
import { ImportError, readJsonFacts, recordsOfFacts, writeJson } from '../../../data/exchange/index.ts';
import { type Fact, KIND_NAMES, KINDS, type Kind } from '../../../data/records/index.ts';
import { problemsOf, read, tie } from './support.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

function factOf<K extends Kind>(kind: K, body: Fact<K>['body'], more: Partial<Fact> = {}): Fact {
  const { subject } = KINDS[kind] as unknown as { subject: (body: unknown) => string };
  return {
    network: 'three-regions',
    kind,
    subject: subject(body),
    validFrom: '2026-01-05T00:00:00.000Z',
    validTo: null,
    source: { type: 'import', id: '0f1e2d3c' },
    recordedAt: '2026-01-05T00:00:00.000Z',
    key: `${kind}/${subject(body)}`,
    retracted: false,
    body,
    ...more,
  } as Fact;
}

describe('facts of every kind go out as JSON and come back the same', () => {
  const facts = KIND_NAMES.map((kind) => factOf(kind, KINDS[kind].example as Fact['body']));

  it('every kind of record, and again the same bytes', () => {
    const text = writeJson(facts);
    expect(readJsonFacts(bytes(text))).toEqual(facts);
    expect(writeJson(readJsonFacts(bytes(text)))).toBe(text);
    expect(readJsonFacts(bytes(writeJson([])))).toEqual([]);
  });

  it('in the order of recording, whatever the order in which they are handed over', () => {
    const later = factOf('member', KINDS.member.example, { recordedAt: '2026-02-01T00:00:00.000Z', key: 'later' });
    expect(readJsonFacts(bytes(writeJson([later, ...facts]))).at(-1)).toEqual(later);
  });

  it('what holds by now can be measured: the newest of each subject, none of what is withdrawn', () => {
    const member = (id: string) => ({ ...KINDS.member.example, member: id, attributes: { name: 'badge 7', team: id } });
    const held = [
      factOf('member', member('p01')),
      factOf('member', { ...member('p01'), hub: true }, { validFrom: '2026-03-01T00:00:00.000Z', key: 'newer' }),
      factOf('member', member('p02')),
      factOf('member', member('p02'), { validFrom: '2026-03-01T00:00:00.000Z', key: 'gone', retracted: true }),
      factOf('member', member('p03')),
      factOf('tie', { ...KINDS.tie.example, from: 'p01', to: 'p03' }),
    ];
    const { records } = read({ 'facts.json': writeJson(held) });
    expect(records).toEqual(recordsOfFacts(held));
    expect(records.members.map((one) => [one.member, one.hub, one.attributes])).toEqual([
      ['p01', true, { name: 'badge 7', team: 'p01' }],
      ['p03', false, { name: 'badge 7', team: 'p03' }],
    ]);
  });

  it('a fact that its schema refuses is named by line and field, without its value', () => {
    const text = writeJson(facts)
      .replace('"strength":3', '"strength":"Jane Roe"')
      .replace('"hub":false', '"hub":"Jane"');
    try {
      readJsonFacts(bytes(text), 'facts.json');
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(ImportError);
      expect(String(error)).not.toMatch(/Jane/);
      const { problems } = error as ImportError;
      const lines = text.split('\n');
      expect(problems.map(({ column }) => column).sort()).toEqual(['body.hub', 'body.strength']);
      for (const { line } of problems) expect(lines[line! - 1]).toMatch(/Jane/);
    }
  });
});

describe('graphs in JSON are read in the forms of graphology, networkx and D3', () => {
  it('graphology’s own', () => {
    const graph = new DirectedGraph();
    graph.addNode('a', { region: 'North' });
    graph.addNode('b');
    graph.addEdge('a', 'b', { weight: 2, type: 'advice' });
    const { records, directed } = read({ 'g.json': JSON.stringify(graph.export()) });
    expect(records.members.map(({ member, attributes }) => [member, attributes])).toEqual([
      ['a', { region: 'North' }],
      ['b', {}],
    ]);
    expect(records.ties).toEqual([tie('a', 'b', { strength: 2, type: 'advice' })]);
    expect(directed).toBe(true);
  });

  it('node-link data, with numbers as ids and a position that is left out', () => {
    const { records, directed, notes } = read({
      'g.json':
        '{"directed": false, "multigraph": false, "graph": {}, "nodes": [{"id": 0, "club": "x", "pos": [1, 2]}, {"id": 1}], "links": [{"source": 0, "target": 1, "weight": 4}]}',
    });
    expect(records.members[0]).toMatchObject({ member: '0', attributes: { club: 'x' } });
    expect(records.ties).toEqual([tie('0', '1', { strength: 4 })]);
    expect(directed).toBe(false);
    expect(notes.join()).toMatch(/not kept, because they hold lists or objects: pos/);
  });

  it.each<[string, string, string]>([
    ['broken syntax', '{"nodes": [\n{"id": 1},\n]}', 'g.json:3:character 1 is not valid JSON here'],
    ['an open text', '{"nodes": ["a\n', 'g.json:1:character 12 is not valid JSON'],
    ['nothing', '', 'g.json:1:character 1 is not valid JSON'],
    ['two values', '{} {}', 'g.json:1:character 4 is not valid JSON'],
    ['a bare word', '{"a": NaN}', 'g.json:1:character 7 is not valid JSON'],
    ['depth', '['.repeat(100_000), 'g.json:1:null nests deeper than 64 levels'],
    ['another kind of JSON', '[1, 2]', 'g.json:1:null is no network that is known'],
    ['a node without an id', '{"nodes": [{"id": 1},\n{"x": 2}], "edges": []}', 'g.json:2:id is missing'],
    ['an edge to nobody', '{"nodes": [{"id": 1}], "edges": [\n{"source": 1}]}', 'g.json:2:target is missing'],
    [
      'an edge to somebody unknown',
      '{"nodes": [{"id": 1}], "edges": [\n{"source": 1, "target": 7}]}',
      "g.json:2:target names '7'",
    ],
    [
      'half a character',
      '{"nodes": [\n{"id": "\\ud800"}]}',
      'g.json:2:id holds control characters or half a character',
    ],
    ['a key __proto__', '{"nodes": [{"id": 1, "__proto__": "x"}]}', 'is called __proto__, which is not safe'],
    [
      'facts of no version',
      '{"format": "weft-facts", "version": 9, "facts": []}',
      'g.json:null:version is not an export of version 1',
    ],
    [
      'a fact of no kind',
      '{"format": "weft-facts", "version": 1, "facts": [\n{"kind": "toString", "body": {}}]}',
      'g.json:2:kind is not known',
    ],
  ])('%s is refused with its place', (_, text, expected) => {
    expect(problemsOf({ 'g.json': text })[0]).toContain(expected);
  });
});
