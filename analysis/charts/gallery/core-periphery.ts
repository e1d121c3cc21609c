/** Whether a few hold the network together: the best split into core and rim, and how much denser the core is. */
import { type CompactGraph, forEachTie } from '../../graph/compact.ts';
import { contextFor, type MeasureOptions, measure } from '../../measure.ts';
import { decimal, list, many, percent } from '../../report/words.ts';
import { resultOf } from '../../tables.ts';
import type { Chart } from '../chart.ts';
import { type BlockRow, corePeriphery as picture } from '../core-periphery.ts';
import { type GalleryEntry, measureOptions, SMALLEST_GROUP } from './entry.ts';
import { notesOf, titled } from './notes.ts';
import { nothingToDraw } from './nothing-to-draw.ts';

/** A rule of thumb: below this half of what the ideal would say of who is tied is not so. */
const CLEAR_FIT = 0.5;

export const corePeriphery: GalleryEntry = {
  id: 'core-periphery',
  question: 'Is there a core that holds the network together, and a rim that depends on it?',
  reading:
    'In the ideal all pairs of the core are tied, none of the rim, and the fit is 1. A high fit: a few hold it together, the others depend on them. A low one may be two silos, or contact that is even. The split is the best that a search found; members at its edge could be on either side.',
  needs: [],
  takes: [],
  draw(records, options, execute): Chart {
    const asked: MeasureOptions = { ...measureOptions(options), metrics: ['core-periphery'] };
    const measured = measure(records, asked, execute);
    const notes = notesOf(measured);
    const result = resultOf(measured, 'core-periphery', 'network');
    const members = result?.details.core;
    if (result === undefined || typeof result.value !== 'number' || !Array.isArray(members)) {
      return nothingToDraw(corePeriphery.id, corePeriphery.question, result?.reason ?? 'it was not measured', notes);
    }
    const core = new Set(members as string[]);
    const { union } = contextFor(records, asked, execute);
    const { smallestGroup = SMALLEST_GROUP } = options;
    const isSmall = Math.min(core.size, union.n - core.size) < smallestGroup;
    const names = isSmall ? ['core', 'rim'] : [`core (${core.size})`, `rim (${union.n - core.size})`];
    const blocks = blocksOf(union, core, names, smallestGroup);
    const fit = `fit ${decimal(result.value)} of 1`;
    const [within, across, , rim] = blocks.map(({ density }) => density);
    const places = { 'within the core': within, 'between core and rim': across, 'within the rim': rim };
    const densities = Object.entries(places)
      .flatMap(([place, density]) => (typeof density === 'number' ? [{ place, share: percent(density) }] : []))
      .map(({ place, share }, at) => (at === 0 ? `${share} of pairs ${place} are tied` : `${share} of those ${place}`));
    const size = core.size < smallestGroup ? `Fewer than ${smallestGroup} members` : many(core.size, 'member');
    const title = titled(
      result.value >= CLEAR_FIT
        ? `${size} of ${union.n} form a core (${fit}): ${list(densities)}`
        : `There is no clear core (${fit}): in the best split ${list(densities)}`,
      measured,
    );
    const description = `A table of two by two cells: the share of pairs that are tied within the core, between core and rim, and within the rim, of ${union.n} members.`;
    return {
      id: corePeriphery.id,
      title,
      description,
      spec: picture(blocks, names, title, description),
      rows: blocks.map((block) => ({ ...block })),
      notes: [
        ...notes,
        `Fit: the correlation of ties, directions joined, with the ideal pattern; best of a search, seed ${measured.options.seed}. From ${decimal(CLEAR_FIT, 1)} the title speaks of a core, which is a rule of thumb and no test.`,
        ...(isSmall ? [`Nothing is shown of fewer than ${smallestGroup} members by themselves.`] : []),
        'Ties that nobody reported, because some did not answer, make it look more like a rim.',
      ],
    };
  },
};

/** Pairs among fewer people than may be shown are not. */
function blocksOf(union: CompactGraph, core: ReadonlySet<string>, names: string[], smallest: number): BlockRow[] {
  const sideOf = union.ids.map((id) => (core.has(id) ? 0 : 1));
  const sizes = [core.size, union.n - core.size];
  const isSmall = Math.min(...sizes) < smallest;
  const tied = [0, 0, 0];
  forEachTie(union, (v, w) => {
    tied[sideOf[v]! + sideOf[w]!]!++;
  });
  const pairsOf = (a: number, b: number): number =>
    a === b ? (sizes[a]! * (sizes[a]! - 1)) / 2 : sizes[a]! * sizes[b]!;
  return names.flatMap((from, a) =>
    names.map((to, b): BlockRow => {
      const [pairs, ties] = [pairsOf(a, b), tied[a + b]!];
      const isShown = a !== b || sizes[a]! >= smallest;
      if (!isShown || pairs === 0) return { from, to, density: null, pairs: null, tied: null };
      // From the number of pairs, or a fraction to its last digit, the size of the small side could be told.
      if (isSmall) return { from, to, density: Math.round((100 * ties) / pairs) / 100, pairs: null, tied: null };
      return { from, to, density: ties / pairs, pairs, tied: ties };
    }),
  );
}
