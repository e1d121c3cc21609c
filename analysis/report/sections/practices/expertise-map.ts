/** What the network knows, and what hangs on one person. */
import { list, many } from '../../words.ts';
import { type SectionOf, section } from '../section.ts';
import { metricFigure } from './figure.ts';

const MOST_LISTED = 12;

export const expertiseMap: SectionOf = (scene) => {
  const held = metricFigure(scene, 'skills-held-by-one', {
    label: 'Skills that one person holds',
    format: 'share',
    note: ({ skills, holders }) => `of ${many(Number(skills), 'skill')} that ${many(Number(holders), 'member')} claim`,
  });
  const covered = metricFigure(scene, 'agenda-skill-coverage', {
    label: 'Skills of the agenda that somebody has',
    format: 'share',
    note: ({ skills, items }) => `of ${many(Number(skills), 'skill')} that ${many(Number(items), 'item')} name`,
  });
  const missing = (covered.details.heldByNobody ?? []) as string[];
  const single = (held.details.heldByOne ?? []) as string[];
  const more = single.length > MOST_LISTED ? [`${single.length - MOST_LISTED} more`] : [];
  const named = list([...single.slice(0, MOST_LISTED), ...more]);
  return section('expertise-map', 'What the network knows', {
    paragraphs: [
      !held.isKnown
        ? 'Nobody has said yet what they are good at.'
        : single.length === 0
          ? 'Every skill that is claimed is claimed by more than one member.'
          : `Only one member claims each of these: ${named}. A pairing or a shadowing would make the network safer.`,
      ...(missing.length === 0
        ? []
        : [`The learning agenda asks for what nobody claims: ${list(missing.slice(0, MOST_LISTED))}.`]),
    ],
    figures: [...(held.isKnown ? [held.figure] : []), ...(covered.isKnown ? [covered.figure] : [])],
    notes: [
      'Skills are what members say of themselves. Who holds one is for those who ask for help, not for this report.',
    ],
  });
};
