/**
 * The map in the frame: which picture is shown, who is looked at, and how the camera moves. Everything that can be clicked
 * calls one of these functions; none of them knows what a button is.
 */
import { MultiUndirectedGraph } from 'graphology';
import Sigma from 'sigma';
import { EdgeArrowProgram, EdgeRectangleProgram } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types';
import type { FrameData } from '../frame-data.ts';
import { type ShapedDot, ShapedDots } from './shaped-dots.ts';

/** What is looked at: a dot and its neighbours, everybody of a look, or all. */
export type Focus = { kind: 'dot'; dot: number } | { kind: 'look'; look: number } | null;

export interface MapView {
  showPicture(picture: number): void;
  /** Stays until it is changed; hovering looks at a dot only as long as it lasts. */
  lookAt(focus: Focus): void;
  goTo(dot: number): void;
  zoom(factor: number): void;
  move(x: number, y: number): void;
  whole(): void;
}

export interface MapEvents {
  /** A dot is pointed at; null when none is any more. */
  onHover(dot: number | null): void;
  onChoose(dot: number | null): void;
}

const FADED = '#e4e8ec';
const MOVE_MS = 300;
/** Lines as thin as on paper break up into dots on a screen. */
const LINES_WIDER = 1.5;

export function mapView(container: HTMLElement, data: FrameData, events: MapEvents): MapView {
  const graph = new MultiUndirectedGraph();
  for (const [dot, x] of data.x.entries()) graph.addNode(String(dot), { x, y: data.y[dot] });
  let picture = data.pictures.length - 1;
  let chosen: Focus = null;
  let hovered: number | null = null;
  let near = new Set<string>();

  const focus = (): Focus => (hovered === null ? chosen : { kind: 'dot', dot: hovered });
  const isIn = (node: string): boolean => {
    const looked = focus();
    if (looked === null) return true;
    return looked.kind === 'dot' ? near.has(node) : data.pictures[picture]!.look[Number(node)] === looked.look;
  };
  const dotLook = (node: string): Partial<ShapedDot> => {
    const { look, radiusPx, marks } = data.pictures[picture]!;
    const { colour, shape } = data.looks[look[Number(node)]!]!;
    const shown = isIn(node);
    return {
      color: shown ? colour : FADED,
      size: radiusPx[Number(node)]!,
      zIndex: shown ? 1 : 0,
      label: shown && data.labels !== null ? data.labels[Number(node)]! : null,
      shape,
      marks: marks[Number(node)]!,
    };
  };
  const lineLook = (edge: string, { look }: { look?: number }): Partial<EdgeDisplayData> => {
    const { colour, widthPx } = data.lineLooks[look!]!;
    const looked = focus();
    const [a, b] = graph.extremities(edge);
    const touches = looked?.kind !== 'dot' || [a, b].includes(String(looked.dot));
    return { color: colour, size: widthPx * LINES_WIDER, hidden: looked !== null && !(touches && isIn(a) && isIn(b)) };
  };

  const sigma = new Sigma(graph, container, {
    defaultNodeType: 'dot',
    nodeProgramClasses: { dot: ShapedDots },
    edgeProgramClasses: { line: EdgeRectangleProgram, arrow: EdgeArrowProgram },
    defaultEdgeType: 'line',
    defaultDrawNodeHover: () => {},
    renderLabels: data.labels !== null,
    labelColor: { color: '#1f2933' },
    labelFont: 'system-ui, sans-serif',
    labelSize: 11,
    labelRenderedSizeThreshold: 3,
    minEdgeThickness: 1,
    stagePadding: 24,
    zIndex: true,
    nodeReducer: (node, place) => ({ ...place, ...dotLook(node) }) as Partial<NodeDisplayData>,
    edgeReducer: (edge, line) => ({ ...line, ...lineLook(edge, line) }),
  });
  // Dots and the picture keep their size when lines come and go.
  sigma.setCustomBBox(sigma.getBBox());
  const look = (): void => {
    const looked = focus();
    const own = looked?.kind === 'dot' ? String(looked.dot) : null;
    near = own === null ? new Set() : new Set([own, ...graph.neighbors(own)]);
    sigma.refresh();
  };
  const camera = sigma.getCamera();
  const duration = matchMedia('(prefers-reduced-motion: reduce)').matches ? 1 : MOVE_MS;

  const view: MapView = {
    showPicture(number) {
      picture = number;
      graph.clearEdges();
      const { lines } = data.pictures[number]!;
      for (let at = 0; at < lines.length; at += 4) {
        const type = lines[at + 3] === 1 ? 'arrow' : 'line';
        graph.addEdge(String(lines[at]), String(lines[at + 1]), { look: lines[at + 2], type });
      }
      look();
    },
    lookAt(wanted) {
      chosen = wanted;
      look();
    },
    goTo(dot) {
      const { x, y } = sigma.getNodeDisplayData(String(dot))!;
      void camera.animate({ x, y, ratio: Math.min(camera.ratio, 0.35) }, { duration });
    },
    zoom(factor) {
      void camera.animate({ ratio: camera.getBoundedRatio(camera.ratio * factor) }, { duration });
    },
    move(x, y) {
      void camera.animate({ x: camera.x + x * camera.ratio, y: camera.y + y * camera.ratio }, { duration });
    },
    whole() {
      void camera.animate({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }, { duration });
    },
  };
  sigma.on('enterNode', ({ node }) => {
    hovered = Number(node);
    look();
    events.onHover(hovered);
  });
  sigma.on('leaveNode', () => {
    hovered = null;
    look();
    events.onHover(null);
  });
  sigma.on('clickNode', ({ node }) => events.onChoose(Number(node)));
  sigma.on('clickStage', () => events.onChoose(null));
  view.showPicture(picture);
  return view;
}
