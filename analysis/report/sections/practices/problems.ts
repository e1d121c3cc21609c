/** The problems that the network works on: from where to where, by when, and where each stands now. */
import type { BodyOf } from '../../../../data/records/index.ts';
import { METRICS } from '../../../metrics/index.ts';
import { numberOf } from '../../../number-of.ts';
import { figureKey } from '../../findings/figures.ts';
import type { Cell } from '../../report-model.ts';
import type { Scene } from '../../scene.ts';
import { decimal, list, many } from '../../words.ts';
import { titleOf } from '../figure-words.ts';
import { type SectionOf, section } from '../section.ts';
import { whereWordsAre } from '../where-words-are.ts';

export const problems: SectionOf = (scene) => {
  const records = scene.input.records.practices ?? {};
  const all = [...(records.problem ?? [])].sort((a, b) => numberOf(a.problem) - numberOf(b.problem));
  const without = [...new Set((records['agenda-item'] ?? []).map(({ item }) => item))]
    .filter((item) => all.every((problem) => problem.item !== item))
    .sort((a, b) => numberOf(a) - numberOf(b));
  const missing =
    without.length === 0
      ? []
      : [`Without a problem so far: ${list(without)}. A cycle on one of them begins once somebody has stated it.`];
  const title = 'Which problems, and where do they stand?';
  if (all.length === 0) return section('problems', title, { paragraphs: ['No problem is stated yet.', ...missing] });
  const states = all.map((problem) => stateOf(scene, problem));
  const reached = states.filter((state) => state === 'reached').length;
  return section('problems', title, {
    paragraphs: [`${reached} of ${many(all.length, 'problem')} where they should be.`, ...missing],
    tables: [
      {
        id: 'problems',
        title: 'From where to where, by when',
        columns: [
          { label: 'problem', format: 'text' },
          { label: 'agenda item', format: 'text' },
          { label: 'what is measured', format: 'text' },
          { label: 'at the outset', format: 'decimal' },
          { label: 'should be', format: 'decimal' },
          { label: 'now', format: 'text' },
          { label: 'due', format: 'date' },
          { label: 'state', format: 'text' },
        ],
        rows: all.map((problem, at): Cell[] => [
          ...[problem.problem, problem.item, called(problem), problem.baseline, problem.target],
          ...[now(scene, problem), problem.due, states[at] as string],
        ]),
        note: 'What is a metric of the catalogue is measured at every report; everything else is as somebody stated it.',
      },
    ],
    notes: all.some(({ text }) => text !== null) ? [whereWordsAre(scene, 'problem', 'Problems in words')] : [],
  });
};

/** Of a metric of the catalogue the figure of this report; otherwise what was stated last. */
function newestOf({ check }: Scene, { measure, newest }: BodyOf<'problem'>): number | null {
  return check.figures[figureKey(measure, check.policy.groupBy)] ?? newest;
}

function now(scene: Scene, problem: BodyOf<'problem'>): string {
  const value = newestOf(scene, problem);
  if (value === null) return 'not stated yet';
  return problem.unit === null ? decimal(value) : `${decimal(value)} ${problem.unit}`;
}

function called({ measure, unit }: BodyOf<'problem'>): string {
  const title = METRICS.some(({ id }) => id === measure) ? titleOf(measure) : measure.replaceAll('-', ' ');
  return unit === null ? title : `${title} (${unit})`;
}

function stateOf(scene: Scene, problem: BodyOf<'problem'>): string {
  const value = newestOf(scene, problem);
  const { baseline, target, due } = problem;
  if (value !== null && (target < baseline ? value <= target : value >= target)) return 'reached';
  return scene.check.asOf.slice(0, 10) > due ? 'overdue' : 'under way';
}
