/** Who is tied to whom, as dots and lines. The map itself has more to ask for: see ../map/options.ts. */
import { networkMapOf } from '../map/index.ts';
import { type GalleryEntry, SMALLEST_GROUP } from './entry.ts';

export const map: GalleryEntry = {
  id: 'map',
  question: 'Who is tied to whom, and where do the ties run?',
  reading:
    'Who stands near is tied, mostly through others; a gap with few lines across is where exchange is thin. Distances and places mean nothing by themselves: the layout is one of many, and what looks like a cluster must be held against the figures on silos.',
  needs: [],
  takes: ['groupBy', 'metric'],
  draw(records, { types, wave, asOf, minStrength, undirected, groupBy, metric, smallestGroup = SMALLEST_GROUP, seed }) {
    // Of two waves the later one is the network, as in every other figure.
    const shown = wave === undefined || typeof wave === 'string' ? wave : wave[1];
    const chart = networkMapOf(records, {
      ...{ types, wave: shown, asOf, minStrength, undirected, smallestGroup, seed },
      ...{ colour: groupBy, size: metric },
    });
    return { ...chart, id: map.id };
  },
};
