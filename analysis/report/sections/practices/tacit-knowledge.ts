/** Whether what people learn by doing is said, and becomes something that others can use. */
import { many, percent } from '../../words.ts';
import { type SectionOf, section } from '../section.ts';
import { metricFigure } from './figure.ts';

export const tacitKnowledge: SectionOf = (scene) => {
  const answered = metricFigure(scene, 'prompts-answered', {
    label: 'Prompts that were answered',
    format: 'share',
    note: ({ asked, interval }) => {
      const [low, high] = interval as [number, number];
      return `of ${asked}; 95 % interval ${percent(low)} to ${percent(high)}`;
    },
  });
  const become = metricFigure(scene, 'notes-to-patterns', {
    label: 'Notes that became patterns',
    format: 'share',
    note: ({ notes, waiting }) => `of ${notes}; ${waiting} wait to be curated`,
  });
  const { notes, patterns, retired } = become.details;
  const title = 'What is learned by doing?';
  if (answered.details.prompts === undefined) {
    return section('tacit-knowledge', title, { paragraphs: ['Nobody has been asked yet.'] });
  }
  const drawn =
    Number(notes ?? 0) === 0
      ? 'nothing was noted yet'
      : `${many(Number(notes), 'note')}, ${many(Number(patterns), 'pattern')} in use`;
  return section('tacit-knowledge', title, {
    paragraphs: [
      `After ${many(Number(answered.details.prompts), 'occasion')}: ${drawn}${Number(retired ?? 0) === 0 ? '' : `, ${retired} retired`}.`,
    ],
    figures: [answered.figure, ...(become.isKnown ? [become.figure] : [])],
    notes: ['What somebody noted is for those who curate; what it became is for all.'],
  });
};
