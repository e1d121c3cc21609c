/** What figures should come to, as agreed beforehand, where they stand, and when each target is looked at again. */
import type { BodyOf } from '../../../data/records/index.ts';
import { figureKey } from '../findings/figures.ts';
import type { Cell, Section } from '../report-model.ts';
import type { Scene } from '../scene.ts';
import { decimal, many, percent } from '../words.ts';
import { quantityOf, titleOf } from './figure-words.ts';
import { section } from './section.ts';

/** Empty where no target was agreed. */
export function goals(scene: Scene): Section[] {
  const all = scene.input.records.practices?.goal ?? [];
  if (all.length === 0) return [];
  const standing = [...all].sort((a, b) => (a.goal < b.goal ? -1 : 1)).filter(({ status }) => status === 'agreed');
  const dropped = all.length - standing.length;
  const states = standing.map((goal) => stateOf(scene, goal));
  const met = states.filter((state) => state === 'met').length;
  return [
    section('goals', 'What was agreed beforehand', {
      paragraphs: [
        `${met} of ${many(standing.length, 'target')} met.${dropped === 0 ? '' : ` ${many(dropped, 'target')} dropped at a review.`}`,
      ],
      tables: [
        {
          id: 'goals',
          title: 'Targets, and where their figures stand',
          columns: [
            { label: 'target', format: 'text' },
            { label: 'figure', format: 'text' },
            { label: 'agreed', format: 'text' },
            { label: 'now', format: 'decimal' },
            { label: 'state', format: 'text' },
            { label: 'version', format: 'count' },
            { label: 'looked at again', format: 'date' },
          ],
          rows: standing.map((goal, at): Cell[] => [
            goal.goal,
            titleOf(keyOf(scene, goal)),
            agreed(goal),
            quantityOf(keyOf(scene, goal), figureNow(scene, goal)),
            states[at] as string,
            goal.version,
            goal.review,
          ]),
          note: 'A version above 1 was changed, or kept, at a review; who did and why is in the record.',
        },
      ],
    }),
  ];
}

function keyOf({ check }: Scene, { metric, groupBy }: BodyOf<'goal'>): string {
  return figureKey(metric, groupBy ?? check.policy.groupBy);
}

function figureNow(scene: Scene, goal: BodyOf<'goal'>): number | null {
  return scene.check.figures[keyOf(scene, goal)] ?? null;
}

function stateOf(scene: Scene, goal: BodyOf<'goal'>): string {
  const value = figureNow(scene, goal);
  const { response } = scene.check;
  if (value === null) return 'not known';
  if (goal.smallestResponse !== null && response !== null && response < goal.smallestResponse) return 'too few answers';
  if (goal.atLeast !== null && value < goal.atLeast) return 'below';
  return goal.atMost !== null && value > goal.atMost ? 'above' : 'met';
}

function agreed({ atLeast, atMost, smallestResponse }: BodyOf<'goal'>): string {
  const bounds = [
    ...(atLeast === null ? [] : [`at least ${decimal(atLeast)}`]),
    ...(atMost === null ? [] : [`at most ${decimal(atMost)}`]),
  ].join(' and ');
  return smallestResponse === null ? bounds : `${bounds}, from a response of ${percent(smallestResponse)} on`;
}
