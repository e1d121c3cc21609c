/** Whether what members agree to share reaches the others. */
import { many } from '../../words.ts';
import { type SectionOf, section } from '../section.ts';
import { metricFigure } from './figure.ts';

export const wins: SectionOf = (scene) => {
  const { figure, details, isKnown } = metricFigure(scene, 'wins-told-on', {
    label: 'Stories that were told on',
    format: 'share',
    note: ({ toldOn, shared }) => `${toldOn} of ${shared} that may be`,
  });
  const sent = Number(details.sent ?? 0);
  const withheld = Number(details.withheld ?? 0);
  const kept = withheld === 0 ? '' : `; ${many(withheld, 'time')} they were withheld`;
  return section('wins', 'Do members hear of wins?', {
    paragraphs: [
      sent === 0
        ? `No stories have been told on yet${kept}.`
        : `Stories were told on to all members ${many(sent, 'time')}${kept}.`,
    ],
    figures: isKnown ? [figure] : [],
    notes: ['Told on is only what its teller agrees to, with a name only where they want that.'],
  });
};
