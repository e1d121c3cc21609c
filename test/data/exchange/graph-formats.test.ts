import { UndirectedGraph } from 'graphology';
import florentineFamilies from 'graphology-generators/social/florentine-families.js';
import gexf from 'graphology-gexf';
import { describe, expect, it } from 'vitest';
import { ExportError, writeGexf, writeGraphml } from '../../../data/exchange/index.ts';
import { NO_RECORDS, problemsOf, read, tie } from './support.ts';

const GRAPHML = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="d0" for="node" attr.name="region" attr.type="string"><default>North</default></key>
  <key id="d1" for="edge" attr.name="weight" attr.type="double"/>
  <key id="d2" for="node" attr.name="id" attr.type="string"/>
  <graph id="G" edgedefault="directed">
    <node id="n0"><data key="d2">zero</data></node>
    <node id="n&amp;1">
      <data key="d0">South &lt;1&gt;</data></node>
    <edge source="n0" target="n&amp;1"><data key="d1">2.5</data></edge>
    <edge source="n&amp;1" target="n0" directed="true"/>
  </graph>
</graphml>`;

const GEXF = `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
  <meta><creator>Gephi</creator></meta>
  <graph defaultedgetype="undirected">
    <attributes class="node"><attribute id="0" title="dept" type="string"><default>none</default></attribute></attributes>
    <nodes>
      <node id="a" label="Ann Bee"><attvalues><attvalue for="0" value="x"/></attvalues><viz:color r="1" g="2" b="3"/></node>
      <node id="b" label="b"/>
    </nodes>
    <edges>
      <edge id="0" source="a" target="b" weight="3.0" kind="advice"/>
    </edges>
  </graph>
</gexf>`;

describe('GraphML and GEXF are read whole, with their defaults and directions', () => {
  it('GraphML: keys, defaults, escapes, an attribute called id', () => {
    const { records, directed } = read({ 'g.graphml': GRAPHML });
    expect(records.members.map(({ member, attributes }) => [member, attributes])).toEqual([
      ['n0', { id: 'zero', region: 'North' }],
      ['n&1', { region: 'South <1>' }],
    ]);
    expect(directed).toBe(true);
    expect(records.ties).toEqual([tie('n0', 'n&1', { strength: 2.5 }), tie('n&1', 'n0')]);
  });

  it('GraphML: an undirected edge among directed ones is refused in its place', () => {
    const mixed = GRAPHML.replace('directed="true"', 'directed="false"');
    expect(problemsOf({ 'g.graphml': mixed })[0]).toContain(
      'g.graphml:11:null has no direction among ties that have one',
    );
  });

  it('GEXF: Gephi’s labels are names, kinds are types, looks are left out', () => {
    const { records, directed, people } = read({ 'g.gexf': GEXF });
    expect(directed).toBe(false);
    expect(people).toEqual([{ ref: 'a', name: 'Ann Bee' }]);
    expect(records.members.map(({ attributes }) => attributes)).toEqual([{ dept: 'x' }, { dept: 'none' }]);
    expect(records.ties).toEqual([tie('a', 'b', { strength: 3, type: 'advice' })]);
  });

  it('GEXF that graphology writes, and GEXF of ours that graphology reads', () => {
    const graph = florentineFamilies(UndirectedGraph);
    const { records, directed } = read({ 'g.gexf': gexf.write(graph) });
    expect([records.members.length, records.ties.length, directed]).toEqual([15, 20, false]);
    const again = gexf.parse(UndirectedGraph, writeGexf(records, { directed: false }));
    expect([again.order, again.size]).toEqual([15, 20]);
    expect(again.neighbors('Medici').sort()).toEqual(graph.neighbors('Medici').sort());
  });

  it('characters that XML cannot carry are refused with the place, not written', () => {
    const members = [{ member: 'a', status: 'active' as const, hub: false, attributes: { x: '\u0001' } }];
    expect(() => writeGraphml({ ...NO_RECORDS, members })).toThrow(ExportError);
    expect(() => writeGexf({ ...NO_RECORDS, members })).toThrow(/member 1 holds control characters/);
  });
});

describe('broken or harmful XML is refused where it is broken', () => {
  const graph = (inner: string) => `<graphml>\n<graph edgedefault="directed">\n${inner}\n</graph>\n</graphml>`;
  it.each<[string, string, string, string]>([
    [
      'a document type',
      'g.graphml',
      '<!DOCTYPE x SYSTEM "file:///etc/passwd"><graphml/>',
      'g.graphml:null:null declares a document type',
    ],
    ['an entity', 'g.gexf', '<gexf><!ENTITY x "y"></gexf>', 'g.gexf:null:null declares a document type'],
    ['an unclosed tag', 'g.graphml', '<graphml>\n<graph>\n</graphml>', 'g.graphml:3:character'],
    ['a node without an id', 'g.graphml', graph('<node/>'), 'g.graphml:3:id is missing from <node>'],
    [
      'an edge to nobody',
      'g.graphml',
      graph('<node id="a"/>\n<edge source="a"/>'),
      'g.graphml:4:target is missing from <edge>',
    ],
    [
      'an edge to somebody unknown',
      'g.graphml',
      graph('<node id="a"/>\n<edge source="a" target="p9"/>'),
      "g.graphml:4:target names 'p9'",
    ],
    ['a node twice', 'g.graphml', graph('<node id="a"/>\n<node id="a"/>'), 'g.graphml:4:id is already a member'],
    [
      'text for a weight',
      'g.graphml',
      graph('<node id="a"/>\n<edge source="a" target="a"><data key="weight">x</data></edge>'),
      "g.graphml:4:weight is 'x'",
    ],
    [
      'a hyperedge',
      'g.graphml',
      graph('<node id="a"/>\n<hyperedge/>'),
      'g.graphml:4:null is a tie among more than two',
    ],
    ['two graphs', 'g.graphml', '<graphml><graph/>\n<graph/></graphml>', 'g.graphml:2:null holds more than one graph'],
    ['another kind of XML', 'g.gexf', '<html/>', 'g.gexf:1:null is not GEXF'],
    ['no graph', 'g.gexf', '<gexf/>', 'g.gexf:null:null holds no <graph>'],
    ['a graph of nothing', 'g.graphml', graph(''), 'g.graphml:null:null holds no members and no ties'],
    [
      'a direction that is none',
      'g.gexf',
      '<gexf><graph>\n<edges><edge source="a" target="b" type="sideways"/></edges></graph></gexf>',
      'g.gexf:2:type is none of directed',
    ],
    ['depth', 'g.graphml', '<graphml>'.repeat(100_000), 'g.graphml:1:null nests elements deeper than 64'],
  ])('%s', (_, name, text, expected) => {
    expect(problemsOf({ [name]: text })[0]).toContain(expected);
  });
});
