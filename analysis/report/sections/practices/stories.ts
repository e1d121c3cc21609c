/** What the network was worth, in its members' own account; counts only, and only of several. */
import { many } from '../../words.ts';
import { type SectionOf, section } from '../section.ts';
import { metricFigure } from './figure.ts';

const WORDS = {
  immediate: 'good in itself',
  potential: 'learned, and may be used',
  applied: 'tried at home',
  realised: 'became better by it',
} as const;

export const stories: SectionOf = (scene) => {
  const loops = metricFigure(scene, 'loops-closed', {
    label: 'Cycles from which something came home',
    format: 'share',
    note: ({ closed, cycles }) => `${closed} of ${many(Number(cycles), 'cycle')}`,
  });
  const tellers = Number(loops.details.tellers ?? 0);
  const told = Number(loops.details.stories ?? 0);
  const title = 'What was it worth?';
  if (told === 0) return section('stories', title, { paragraphs: ['Nobody has told a story yet.'] });
  if (tellers < scene.smallest) {
    return section('stories', title, {
      paragraphs: [`Fewer than ${scene.smallest} members have told a story; what they tell of is shown from then on.`],
    });
  }
  const byValue = loops.details.byValue as Record<keyof typeof WORDS, number>;
  return section('stories', title, {
    paragraphs: [`${many(tellers, 'member')} told ${many(told, 'story')}.`],
    figures: [loops.figure],
    tables: [
      {
        id: 'stories-by-value',
        title: 'Stories by kind of value',
        columns: [
          { label: 'value', format: 'text' },
          { label: 'that is', format: 'text' },
          { label: 'stories', format: 'count' },
        ],
        rows: (Object.keys(WORDS) as (keyof typeof WORDS)[]).map((value) => [value, WORDS[value], byValue[value]]),
        note: null,
      },
    ],
    notes: ['A story says that something came home, not how much. What came to nothing is rarely told.'],
  });
};
