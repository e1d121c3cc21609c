/**
 * Maps of a network: who is close to whom, by any colour, size and filter, in one picture, side by side, or with a slider.
 */
import type { NetworkRecords } from '../../../data/records/index.ts';
import type { Chart } from '../chart.ts';
import type { MapOptions } from './options.ts';
import { exportRows } from './rows.ts';
import { type MapScene, sceneOf } from './scene.ts';
import { specOf } from './spec.ts';
import { wordsOf } from './words.ts';

export { type MapOptions, type MemberFigure, MOST_TIES_DRAWN } from './options.ts';
export { LINES, mapScales, shadeOf, UNKNOWN } from './palette.ts';
export { areaOf, rangeOf } from './rows.ts';
export { type LineKind, type MapScene, type SceneFrame, sceneOf } from './scene.ts';
export { sceneApart } from './scene-apart.ts';
export { figureText, wordsOf } from './words.ts';

/** Draws the map; with the places of an earlier one (`scene.places`) in a moment, otherwise after a layout. */
export function networkMapOf(records: NetworkRecords, options: MapOptions = {}): Chart {
  return mapOfScene(sceneOf(records, options));
}

export function mapOfScene(scene: MapScene): Chart {
  const words = wordsOf(scene);
  const still =
    scene.frames.length > 1 && scene.options.arrange === 'slider'
      ? [
          `A still picture shows ${scene.frames.at(-1)!.label}, the last of ${scene.frames.length}; the slider shows all.`,
        ]
      : [];
  return {
    id: 'network-map',
    title: words.title,
    description: words.description,
    spec: specOf(scene, words),
    rows: exportRows(scene),
    notes: [...words.notes, ...still],
  };
}
