/** Whether sessions are predictable, leave something behind, and vary in how people meet. */
import { many, percent } from '../../words.ts';
import { type SectionOf, section } from '../section.ts';
import { metricFigure } from './figure.ts';

interface Mix {
  cycle: number;
  sessions: number;
  blau: number;
  byFormat: Record<string, number>;
}

export const sessions: SectionOf = (scene) => {
  const documented = metricFigure(scene, 'sessions-documented', {
    label: 'Sessions with agenda and a documented decision',
    format: 'share',
    note: ({ held, interval }) => {
      const [low, high] = interval as [number, number];
      return `of ${held} held; 95 % interval ${percent(low)} to ${percent(high)}`;
    },
  });
  const mix = metricFigure(scene, 'format-mix', {
    label: 'Mix of formats in the newest cycle (Blau)',
    format: 'decimal',
    note: () => '0: every session alike',
  });
  const { held, withAgenda, withDecision, withNotes, problems, meanAttendance, calledOff } = documented.details;
  const title = 'How does the network meet?';
  if (!documented.isKnown) return section('sessions', title, { paragraphs: ['No session has been held yet.'] });
  const byCycle = (mix.details.byCycle ?? []) as Mix[];
  const solved = Number(problems) === 0 ? '' : ` People worked together on ${many(Number(problems), 'problem')}.`;
  return section('sessions', title, {
    paragraphs: [
      `${many(Number(held), 'session')} held${Number(calledOff) === 0 ? '' : `, ${calledOff} called off`}: ${withAgenda} with an agenda, ${withDecision} with a documented decision, ${withNotes} with notes; ${Number(meanAttendance).toFixed(1)} people on average.${solved}`,
    ],
    figures: [documented.figure, ...(mix.isKnown ? [mix.figure] : [])],
    tables: [
      {
        id: 'session-formats',
        title: 'Formats by cycle',
        columns: [
          { label: 'cycle', format: 'count' },
          { label: 'sessions', format: 'count' },
          { label: 'formats', format: 'text' },
          { label: 'mix', format: 'decimal' },
        ],
        rows: byCycle.map(({ cycle, sessions, blau, byFormat }) => [
          ...[cycle, sessions],
          Object.entries(byFormat)
            .map(([name, times]) => `${times} × ${name.replaceAll('-', ' ')}`)
            .join(', '),
          blau,
        ]),
        note: null,
      },
    ],
    notes:
      mix.details.narrows === true
        ? ['The mix of formats narrows against the cycle before: ask whom the format that is left does not suit.']
        : [],
  });
};
