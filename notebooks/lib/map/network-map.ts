/**
 * A map in a notebook. Up to some size it is a chart like the others, drawn by Vega-Lite; beyond, a WebGL page in a frame,
 * which thousands of dots do not slow down. Which of the two it is, the notes say.
 */
import type { Chart } from '../../../analysis/charts/chart.ts';
import { type MapOptions, type MapScene, mapOfScene, sceneApart } from '../../../analysis/charts/map/index.ts';
import { waveNames } from '../../../analysis/graph/select.ts';
import type { Positions } from '../../../analysis/layout.ts';
import type { NetworkRecords } from '../../../data/records/index.ts';
import { currentCell } from '../show/cell.ts';
import { type MediaBundle, SHOW, type ShowsItself } from '../show/shows-itself.ts';
import { frameOfScene } from './frame-of-scene.ts';
import { stillPicture } from './still-picture.ts';
import { webglFrame } from './webgl-page.ts';

export interface NetworkMapOptions extends MapOptions {
  /** Draw by WebGL, or not. Default: from 1,501 members on. */
  webgl?: boolean;
}

export interface NetworkMap extends Chart {
  readonly drawnBy: 'vega-lite' | 'webgl';
  /** Where everybody stands: as `places` of a later map, they stand there again. */
  readonly places: Positions;
}

/** More dots than this make a Vega-Lite chart slow to move. */
const MOST_MEMBERS_BY_VEGA = 1500;
/** A graphics card draws more lines than Vega-Lite, but a page must still be sent and saved. */
const MOST_TIES_BY_WEBGL = 10_000;
const MOST_TIES_IN_ALL_BY_WEBGL = 30_000;

/** @param signal ends the layout at once. */
export async function mapNetwork(
  records: NetworkRecords,
  { webgl, ...options }: NetworkMapOptions = {},
  signal?: AbortSignal,
): Promise<NetworkMap> {
  const members = records.members.filter(({ status }) => status === 'active').length;
  const isWebgl = webgl ?? members > MOST_MEMBERS_BY_VEGA;
  const { over } = options;
  const pictures = over === undefined ? 1 : over === 'waves' ? waveNames(records).length : over.length;
  const mostTies = isWebgl
    ? Math.min(MOST_TIES_BY_WEBGL, Math.floor(MOST_TIES_IN_ALL_BY_WEBGL / Math.max(pictures, 1)))
    : undefined;
  const scene = await sceneApart(records, { mostTies, ...options }, { signal });
  const chart = mapOfScene(scene);
  const { places } = scene;
  if (!isWebgl) return { ...chart, drawnBy: 'vega-lite', places };
  const why = webgl === undefined ? `, since there are more than ${MOST_MEMBERS_BY_VEGA} members` : '';
  return new WebglMap({ ...chart, notes: [...chart.notes, `Drawn by WebGL${why}.`] }, scene);
}

class WebglMap implements NetworkMap, ShowsItself {
  readonly drawnBy = 'webgl';
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly spec: Chart['spec'];
  readonly rows: Chart['rows'];
  readonly notes: Chart['notes'];
  readonly places: Positions;
  readonly #scene: MapScene;

  constructor({ id, title, description, spec, rows, notes }: Chart, scene: MapScene) {
    this.id = id;
    this.title = title;
    this.description = description;
    this.spec = spec;
    this.rows = rows;
    this.notes = notes;
    this.places = scene.places;
    this.#scene = scene;
  }

  /** The frame where scripts may run, the still picture everywhere else. */
  async [SHOW](): Promise<MediaBundle> {
    const { title, description, notes } = this;
    const png = (await stillPicture(this, currentCell()?.signal)).toString('base64');
    return {
      'text/html': await webglFrame({ ...frameOfScene(this.#scene), notes: [...notes] }, png),
      'image/png': png,
      'text/plain': [title, description, ...notes.map((note) => `- ${note}`)].join('\n'),
    };
  }
}
