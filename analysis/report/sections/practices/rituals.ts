/** In which rhythm the network meets, and how often it has. */
import type { RitualBody } from '../../../../data/records/ritual.ts';
import { date, many } from '../../words.ts';
import { type SectionOf, section } from '../section.ts';

const NTH: Record<string, string> = { '1': 'first', '2': 'second', '3': 'third', '4': 'fourth', last: 'last' };
const DAYS: Record<string, string> = {
  ...{ MO: 'Monday', TU: 'Tuesday', WE: 'Wednesday', TH: 'Thursday', FR: 'Friday', SA: 'Saturday', SU: 'Sunday' },
};

export const rituals: SectionOf = ({ input }) => {
  const all = input.records.practices?.ritual ?? [];
  const running = all.filter(({ status }) => status === 'running');
  const met = all.reduce((sum, ritual) => sum + ritual.met, 0);
  const title = 'In which rhythm does the network meet?';
  if (all.length === 0) return section('rituals', title, { paragraphs: ['No meeting comes again yet.'] });
  return section('rituals', title, {
    paragraphs: [
      `${many(running.length, 'ritual')} running; members could meet ${many(met, 'time')} in all of them so far.`,
    ],
    tables: [
      {
        id: 'rituals',
        title: 'Meetings that come again',
        columns: [
          { label: 'ritual', format: 'text' },
          { label: 'rhythm', format: 'text' },
          { label: 'at', format: 'text' },
          { label: 'met', format: 'count' },
          { label: 'next', format: 'text' },
        ],
        rows: running.map((one) => [
          one.name ?? one.ritual,
          rhythmInWords(one.rhythm),
          `${one.at} (${one.timeZone})`,
          one.met,
          one.next === null ? null : nextInWords(one.next),
        ]),
        note: null,
      },
    ],
  });
};

/** Of a local time, 2027-12-14T10:00. */
function nextInWords(next: string): string {
  const [day = '', time = ''] = next.split('T');
  return `${date(day)}, ${time}`;
}

function rhythmInWords(rhythm: RitualBody['rhythm']): string {
  const [, nth, weekday] = rhythm.split('-');
  if (nth !== undefined && weekday !== undefined) return `every ${NTH[nth]} ${DAYS[weekday]} of the month`;
  return `every ${many(Number(rhythm.slice(1, -1)), rhythm.endsWith('W') ? 'week' : 'day')}`;
}
