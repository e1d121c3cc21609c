/**
 * The network as dots and lines. Dots carry no names: a whole map with names is for stewards alone. Lines within a group
 * are faint and lines between groups dark, because the question is where the exchange across groups runs; introductions
 * that are proposed are dashed.
 */
import { ACCENT, CHART_WIDTH_PX, chart, FAINT, groupScales, MAIN, PAPER, QUIET, type Spec } from './theme.ts';

export interface NetworkMapRows {
  members: { x: number; y: number; group: string }[];
  ties: { x: number; y: number; x2: number; y2: number; kind: TieKind }[];
  /** Groups in the order of their colours and shapes; none where groups are not drawn. */
  groups: string[];
}

export type TieKind = 'within a group' | 'between groups' | 'proposed';

/** One layer each, in the order of drawing: what matters lies on top. */
const LINES: { kind: TieKind; mark: object }[] = [
  { kind: 'within a group', mark: { color: FAINT, strokeWidth: 0.8 } },
  { kind: 'between groups', mark: { color: QUIET, strokeWidth: 1.1 } },
  { kind: 'proposed', mark: { color: ACCENT, strokeWidth: 2.4, strokeDash: [6, 3] } },
];

export function networkMap(rows: NetworkMapRows, title: string, description: string): Spec {
  const { members, ties, groups } = rows;
  const scales = groupScales(groups);
  const place = { type: 'quantitative', scale: { domain: [-1.04, 1.04], nice: false, zero: false }, axis: null };
  const at = { x: { field: 'x', ...place }, y: { field: 'y', ...place } };
  const legend = groups.length < 2 ? null : { title: null, orient: 'bottom', columns: 4 };
  return {
    ...chart(title, description),
    width: CHART_WIDTH_PX - 20,
    height: CHART_WIDTH_PX - 60,
    layer: [
      ...LINES.map(({ kind, mark }) => ({
        data: { values: ties.filter((tie) => tie.kind === kind) },
        mark: { type: 'rule', ...mark },
        encoding: { ...at, x2: { field: 'x2' }, y2: { field: 'y2' } },
      })),
      {
        data: { values: members },
        mark: { type: 'point', filled: true, size: 110, opacity: 1, stroke: PAPER, strokeWidth: 1 },
        encoding: {
          ...at,
          ...(groups.length === 0
            ? { fill: { value: MAIN } }
            : {
                fill: { field: 'group', type: 'nominal', scale: scales.color, legend },
                shape: { field: 'group', type: 'nominal', scale: scales.shape, legend },
              }),
        },
      },
    ],
  } as Spec;
}
