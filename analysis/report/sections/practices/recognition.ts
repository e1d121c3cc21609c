/** Whether those who help others are thanked, wherever they work; nobody is ranked, and nobody is named. */
import { decimal } from '../../words.ts';
import { type SectionOf, section } from '../section.ts';
import { metricFigure } from './figure.ts';

export const recognition: SectionOf = (scene) => {
  const { figure, details, isKnown } = metricFigure(scene, 'recognition-spread', {
    label: 'Evidence of help for which somebody was thanked',
    format: 'share',
    note: ({ recognised, pieces }) => `${recognised} of ${pieces}`,
  });
  const { giniOfOrganisations: gini } = details;
  const spread =
    typeof gini === 'number'
      ? ` Over organisations the thanks are spread with a Gini of ${decimal(gini)} (0 is even).`
      : '';
  return section('recognition', 'Are those who help thanked?', {
    paragraphs: [
      isKnown ? `Members are thanked in private for what the facts show.${spread}` : 'Nobody has been thanked yet.',
    ],
    figures: isKnown ? [figure] : [],
    notes: ['Nobody is named or ranked here. Others hear of thanks only from those who agree.'],
  });
};
