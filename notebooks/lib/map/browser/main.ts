/**
 * What runs in the frame: reads the data beside it, draws the map, and connects search, legend, slider and buttons. Where
 * the machine has no WebGL, the still picture that the page holds stays.
 */
import type { FrameData, LegendItem } from '../frame-data.ts';
import { type MapView, mapView } from './map-view.ts';
import { symbolPath } from './symbol-path.ts';

const STEP = 0.1;
const ZOOM = 1.5;

const data = JSON.parse(one('map-data').textContent ?? '') as FrameData;
document.body.classList.add('drawn');
// A frame has no size before it is laid out, or while it is hidden: the map is drawn as soon as there is room.
const room = new ResizeObserver(([entry]) => {
  if (entry === undefined || entry.contentRect.width === 0) return;
  room.disconnect();
  start();
});
room.observe(one('map'));

function start(): void {
  try {
    if (document.createElement('canvas').getContext('webgl2') === null) throw new Error('it has no WebGL');
    connect();
  } catch (error) {
    document.body.classList.remove('drawn');
    const why = error instanceof Error ? error.message : error;
    one('said').textContent = `Here is the still picture: this browser cannot draw the map: ${why}.`;
  }
}

function connect(): void {
  let picture = data.pictures.length - 1;
  let chosen: number | null = null;
  const said = one('said');
  const wordsOf = (dot: number): string =>
    `${data.labels?.[dot] ?? `member ${dot + 1}`}: ${data.pictures[picture]!.said[dot]}`;
  const tell = (dot: number | null): void => {
    said.textContent = dot === null ? data.pictures[picture]!.caption : wordsOf(dot);
  };
  const choose = (dot: number | null): void => {
    chosen = dot;
    view.lookAt(dot === null ? null : { kind: 'dot', dot });
    for (const button of document.querySelectorAll('#legend button')) button.setAttribute('aria-pressed', 'false');
    tell(dot);
  };
  const view = mapView(one('map'), data, { onHover: (dot) => tell(dot ?? chosen), onChoose: choose });

  connectSearch(view, choose, said);
  connectLegend(view);
  connectKeys(view, () => choose(null));
  one('closer').addEventListener('click', () => view.zoom(1 / ZOOM));
  one('further').addEventListener('click', () => view.zoom(ZOOM));
  one('whole').addEventListener('click', () => view.whole());
  const slider = document.querySelector<HTMLInputElement>('#picture');
  slider?.addEventListener('input', () => {
    picture = Number(slider.value);
    one('picture-name').textContent = data.pictures[picture]!.name;
    slider.setAttribute('aria-valuetext', data.pictures[picture]!.name);
    view.showPicture(picture);
    tell(chosen);
  });
  tell(null);
}

function connectSearch(view: MapView, choose: (dot: number | null) => void, said: HTMLElement): void {
  const input = one('search') as HTMLInputElement;
  const search = (): void => {
    const wanted = input.value.trim();
    const dot = find(wanted);
    if (dot === null && wanted !== '') {
      said.textContent = `Nobody here is called “${wanted}”.`;
      return;
    }
    choose(dot);
    if (dot !== null) view.goTo(dot);
  };
  // No form: a sandboxed frame may not send any, not even to itself.
  one('find').addEventListener('click', search);
  input.addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') search();
  });
}

/** By the whole label, then by its beginning, then by the number of the dot. */
function find(wanted: string): number | null {
  if (wanted === '') return null;
  const text = wanted.toLowerCase();
  const labels = data.labels?.map((label) => label.toLowerCase()) ?? [];
  const exact = labels.indexOf(text);
  if (exact >= 0) return exact;
  const beginning = labels.findIndex((label) => label.startsWith(text));
  if (beginning >= 0) return beginning;
  const number = data.labels === null ? Number(wanted) : Number.NaN;
  return Number.isInteger(number) && number >= 1 && number <= data.x.length ? number - 1 : null;
}

/** A group's entry shows that group alone, and all again. */
function connectLegend(view: MapView): void {
  const { legend } = data;
  if (legend?.kind !== 'groups') return;
  const list = one('legend');
  const buttons = legend.items.map((item, look) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.setAttribute('aria-pressed', 'false');
    button.append(symbolOf(item), item.name);
    button.addEventListener('click', () => {
      const isOn = button.getAttribute('aria-pressed') !== 'true';
      for (const other of buttons) other.setAttribute('aria-pressed', String(isOn && other === button));
      view.lookAt(isOn ? { kind: 'look', look } : null);
    });
    return button;
  });
  list.append(...buttons);
}

function symbolOf({ colour, shape }: LegendItem): SVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('viewBox', '-7 -7 14 14');
  svg.setAttribute('width', '14');
  svg.setAttribute('height', '14');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(space, 'path');
  path.setAttribute('d', symbolPath(shape));
  path.setAttribute('fill', colour);
  svg.append(path);
  return svg;
}

function connectKeys(view: MapView, release: () => void): void {
  const keys: Record<string, () => void> = {
    ArrowLeft: () => view.move(-STEP, 0),
    ArrowRight: () => view.move(STEP, 0),
    ArrowUp: () => view.move(0, STEP),
    ArrowDown: () => view.move(0, -STEP),
    '+': () => view.zoom(1 / ZOOM),
    '-': () => view.zoom(ZOOM),
    '0': () => view.whole(),
    Escape: release,
  };
  one('map').addEventListener('keydown', (event) => {
    const act = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
    if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  });
}

function one(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`the page has no #${id}`);
  return element;
}
