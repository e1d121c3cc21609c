/** Whether members who are stuck find help among their peers, and how soon. */
import { many, percent } from '../../words.ts';
import { type SectionOf, section } from '../section.ts';
import { metricFigure } from './figure.ts';

export const peerSupport: SectionOf = (scene) => {
  const time = metricFigure(scene, 'time-to-first-answer', {
    label: 'Days to the first answer (median)',
    format: 'decimal',
    note: ({ requests, answered }) => `${answered} of ${many(Number(requests), 'request')} answered`,
  });
  const resolved = metricFigure(scene, 'requests-resolved', {
    label: 'Requests that were resolved',
    format: 'share',
    note: ({ said, interval }) => {
      const [low, high] = interval as [number, number];
      return `of ${said} whose member said how it went; 95 % interval ${percent(low)} to ${percent(high)}`;
    },
  });
  const requests = Number(time.details.requests ?? 0);
  return section('peer-support', 'Do peers help each other?', {
    paragraphs: [requests === 0 ? 'Nobody has asked for help yet.' : asked(time.details)],
    figures: requests === 0 ? [] : [time.figure, resolved.figure],
    notes: [
      'Peers are asked by turns. Who asked, who was asked and what was written is not shown; a tie from who was helped to who helped is.',
    ],
  });
};

function asked({ requests, unanswered, escalated }: Record<string, unknown>): string {
  const waiting = Number(unanswered) === 0 ? 'each has an answer' : `${unanswered} without an answer`;
  const handedOn = Number(escalated) === 0 ? '' : `; ${escalated} went on to facilitators`;
  return `Members asked for help ${many(Number(requests), 'time')}: ${waiting}${handedOn}.`;
}
