/** The network at a glance: who is close to whom, where the groups touch, and which introductions are proposed. */
import { networkMap, type TieKind } from '../../charts/network-map.ts';
import { MOST_GROUPS } from '../../charts/theme.ts';
import { compact, forEachTie } from '../../graph/compact.ts';
import { createRandom } from '../../inference/random.ts';
import { layout, type Positions } from '../../layout.ts';
import type { Chart, Table } from '../report-model.ts';
import type { Scene } from '../scene.ts';
import { inWords, many, percent, plural } from '../words.ts';
import { type SectionOf, section } from './section.ts';

/** More lines than this are a grey cloud. */
const MOST_TIES_DRAWN = 1500;
/** More dots than this cannot be told apart, and their layout would take minutes. */
const MOST_MEMBERS_DRAWN = 2000;

export const map: SectionOf = (scene) => {
  const { members } = scene;
  if (members.length > MOST_MEMBERS_DRAWN) {
    return section('map', 'The network at a glance', {
      paragraphs: [
        `With more than ${MOST_MEMBERS_DRAWN} members a picture shows a cloud and nothing else; it is left out.`,
      ],
    });
  }
  const { drawing, drawn, all } = draw(scene);
  return section('map', 'The network at a glance', {
    charts: [drawing],
    notes: [
      'Dots are members, without names. Members who are close in the network stand close together; directions and distances mean nothing else. A line is a tie, whoever named the other.',
      ...(drawn < all
        ? [
            `${many(drawn, 'tie')} of ${many(all, 'tie')} are drawn, chosen by chance; all of them count in the figures.`,
          ]
        : []),
      ...(scene.previous === null
        ? []
        : ['Places are kept from the report before, so that what has moved can be seen.']),
    ],
  });
};

function draw(scene: Scene): { drawing: Chart; drawn: number; all: number } {
  const { picture, groups, groupBy, check } = scene;
  const places = positionsOf(scene);
  const shown = groups.names.length <= MOST_GROUPS ? groups.names : [];
  const groupOf = (member: string): string => (shown.length === 0 ? 'members' : scene.groupOf(member));

  const ties: [string, string][] = [];
  const network = compact(picture.records, { ...scene.selection, undirected: true });
  forEachTie(network, (from, to) => ties.push([network.ids[from]!, network.ids[to]!]));
  const kept = sample(ties, MOST_TIES_DRAWN, check.policy.seed);
  const line = ([from, to]: readonly [string, string], kind: TieKind) => {
    const [a, b] = [places.get(from)!, places.get(to)!];
    return { x: a.x, y: a.y, x2: b.x, y2: b.y, kind };
  };
  const kindOf = ([from, to]: [string, string]): TieKind =>
    groupOf(from) === groupOf(to) ? 'within a group' : 'between groups';
  const proposed = check.proposals
    .map(({ parties }) => [parties[0]!, parties[1] ?? parties[0]!] as const)
    .filter((pair) => pair.every((member) => places.has(member)));
  const lines = [
    ...kept.filter((tie) => kindOf(tie) === 'within a group').map((tie) => line(tie, 'within a group')),
    ...kept.filter((tie) => kindOf(tie) === 'between groups').map((tie) => line(tie, 'between groups')),
    ...proposed.map((pair) => line(pair, 'proposed')),
  ];
  const crossing = ties.filter((tie) => kindOf(tie) === 'between groups').length;
  const title =
    groupBy === null || shown.length < 2 || ties.length === 0
      ? `${many(network.n, 'member')} and the ${many(ties.length, 'tie')} among them`
      : `${percent(crossing / ties.length)} of all tied pairs join two ${plural(groupBy)}`;
  const description =
    `Map of ${network.n} members and ${ties.length} tied pairs` +
    (shown.length < 2 ? '.' : `, with a colour and a shape for each ${groupBy}.`) +
    (proposed.length === 0 ? '' : ` Dashed lines are the ${inWords(proposed.length)} introductions that are proposed.`);
  const rows = network.ids.map((member) => ({ ...places.get(member)!, group: groupOf(member) }));
  const spec = networkMap({ members: rows, ties: lines, groups: shown }, title, description);
  return {
    drawing: { id: 'network-map', title, description, spec, table: groupTable(scene, ties, groupOf) },
    drawn: kept.length,
    all: ties.length,
  };
}

/** The same start every time: an earlier picture is laid out from its own facts, the present one from where it stood. */
function positionsOf(scene: Scene): Positions {
  const options = { seed: scene.check.policy.seed, selection: scene.selection, groupOf: scene.groupOf };
  const previous = scene.previous === null ? undefined : layout(scene.previous.records, options);
  return layout(scene.picture.records, { ...options, previous });
}

function sample<T>(items: T[], most: number, seed: number): T[] {
  if (items.length <= most) return items;
  const order = Int32Array.from(items.keys());
  createRandom(seed, 'report/ties-drawn').shuffle(order);
  return [...order.slice(0, most)].sort((a, b) => a - b).map((at) => items[at]!);
}

function groupTable(scene: Scene, ties: [string, string][], groupOf: (member: string) => string): Table {
  const { groups, groupBy } = scene;
  const names = groups.nothingByGroup ? [] : groups.names;
  const within = (name: string): number =>
    ties.filter((pair) => pair.every((member) => groupOf(member) === name)).length;
  const across = (name: string): number =>
    ties.filter(([a, b]) => groupOf(a) !== groupOf(b) && (groupOf(a) === name || groupOf(b) === name)).length;
  return {
    id: 'network-map-table',
    title: groupBy === null ? 'Members' : `Members and tied pairs by ${groupBy}`,
    columns: [
      { label: groupBy ?? 'group', format: 'text' },
      { label: 'members', format: 'count' },
      { label: 'pairs within', format: 'count' },
      { label: 'pairs across', format: 'count' },
    ],
    rows: names.map((name) => [name, groups.sizes[name]!, within(name), across(name)]),
    note: null,
  };
}
