/** Whether mentors and mentees find each other across organisations, and what comes of it. Of several only. */
import { many, percent } from '../../words.ts';
import { type SectionOf, section } from '../section.ts';
import { metricFigure } from './figure.ts';

export const mentorship: SectionOf = (scene) => {
  const share = (metric: string, label: string, of: (details: Record<string, unknown>) => string) =>
    metricFigure(scene, metric, {
      ...{ label, format: 'share' },
      note: (details) => {
        const [low, high] = details.interval as [number, number];
        return `${of(details)}; 95 % interval ${percent(low)} to ${percent(high)}`;
      },
    });
  const accepted = share(
    'mentorships-accepted',
    'Matches that both agreed to',
    ({ accepted: both, declined, lapsed }) => {
      return `of ${Number(both) + Number(declined) + Number(lapsed)} answered or lapsed`;
    },
  );
  const healthy = share(
    'mentorships-healthy',
    'Running mentorships that are healthy',
    ({ running }) => `of ${running}`,
  );
  const completed = share(
    'mentorships-completed',
    'Ended mentorships that were completed',
    ({ ended }) => `of ${ended}`,
  );
  const across = share('mentorships-across', 'Mentorships across organisations', (details) => {
    return `of ${Number(details.across) + Number(details.within)} that both agreed to`;
  });
  const title = 'Mentorship across boundaries';
  const proposed = Number(accepted.details.proposed ?? 0);
  if (proposed === 0) return section('mentorship', title, { paragraphs: ['Nobody has been matched yet.'] });
  const shown = [accepted, across, healthy, completed];
  return section('mentorship', title, {
    paragraphs: [
      `${many(proposed, 'match')} so far.`,
      ...(completed.isKnown
        ? [
            `Of the milestones that were set, ${completed.details.milestonesReached} of ${completed.details.milestones} are reached; ${completed.details.rematched} ended so that both could be matched anew.`,
          ]
        : []),
    ],
    figures: shown.map(({ figure }) => figure),
    notes: [
      'Who is in a mentorship is not shown, and what either says of it is told to nobody: a facilitator hears only that one may need help.',
      'Matches are the best that there are by what the charter weighs, each with its reason, which both are told; no pair comes twice.',
    ],
  });
};
