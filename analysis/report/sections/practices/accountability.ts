/** Whether what is taken home is done, and whom it reaches. */
import { many, percent } from '../../words.ts';
import { type SectionOf, section } from '../section.ts';
import { metricFigure } from './figure.ts';

export const accountability: SectionOf = (scene) => {
  const within = (interval: unknown): string => {
    const [low, high] = interval as [number, number];
    return `95 % interval ${percent(low)} to ${percent(high)}`;
  };
  const done = metricFigure(scene, 'takeaways-done', {
    ...{ label: 'Takeaway tasks that are done', format: 'share' },
    note: ({ tasks, open, interval }) => `of ${Number(tasks) - Number(open)} that are settled; ${within(interval)}`,
  });
  const reach = metricFigure(scene, 'reach-beyond-the-room', {
    ...{ label: 'Members outside the room who were reached', format: 'share' },
    note: ({ outside, tellers, interval }) =>
      `of ${outside} who were in no such room, told by ${many(Number(tellers), 'member')}; ${within(interval)}`,
  });
  const title = 'What is taken home';
  const tasks = Number(done.details.tasks ?? 0);
  if (tasks === 0) return section('accountability', title, { paragraphs: ['Nobody has taken a task home yet.'] });
  return section('accountability', title, {
    paragraphs: [`Members took ${many(tasks, 'task')} home from ${many(Number(reach.details.cycles ?? 0), 'cycle')}.`],
    figures: [done.figure, reach.figure],
    notes: [
      'In the room of a cycle is who contributed to it or took a task home from it. Who did what is between the members of a group.',
      'Groups are formed for difference; those who were in one before are together again only where nothing else is left, and are told so.',
    ],
  });
};
