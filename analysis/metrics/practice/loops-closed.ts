/** Loops closed: from how many cycles something came home. */
import type { StoryBody } from '../../../data/records/story.ts';
import { READS_NO_TIES } from '../laws.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

export const loopsClosed: Metric = {
  id: 'loops-closed',
  family: 'practice',
  scopes: ['network'],
  title: 'Loops closed',
  question: 'From how many learning cycles did something come home?',
  definition:
    'Of the cycles to which members contributed or of which they told, the share of which at least one story tells of applied or realised value. Details: cycles, closed cycles, stories, tellers, and stories by kind of value.',
  direction: 'Ties are not read.',
  normalization: '0 to 1.',
  edgeCases:
    'No story names a cycle and nobody contributed to one: null. Stories that name no cycle count by kind alone.',
  cost: 'O(s + c) for s stories and c contributions.',
  reference: 'Wenger, Trayner & de Laat 2011, Promoting and assessing value creation in communities and networks',
  oracle: 'worked by hand',
  laws: READS_NO_TIES,
  reading:
    'One story closes a loop: it says that something came home, not how much or to how many. Stories are told by who has something to tell; what came to nothing is rarely told, so ask for it.',
  example: {
    network: 'a b c',
    practices: { story: [story(1, 'applied', 1), story(2, 'potential', 2), story(3, 'immediate', null)] },
    gives: 0.5,
  },
  options: [],
  needs: 'practice',
  reads: 'story',
  readsTies: false,
  compute(context) {
    const { contributions, practices } = context.records;
    const stories = practices?.story ?? [];
    const told = stories.flatMap(({ cycle }) => (cycle === null ? [] : [cycle]));
    const cycles = new Set([...contributions.map(({ cycle }) => cycle), ...told]);
    const closed = new Set(
      stories.flatMap(({ cycle, value }) =>
        cycle !== null && (value === 'applied' || value === 'realised') ? [cycle] : [],
      ),
    );
    const count = (value: string): number => stories.filter((one) => one.value === value).length;
    const details = {
      ...{ cycles: cycles.size, closed: closed.size, stories: stories.length },
      tellers: new Set(stories.map(({ member }) => member)).size,
      byValue: {
        ...{ immediate: count('immediate'), potential: count('potential') },
        ...{ applied: count('applied'), realised: count('realised') },
      },
    };
    const given = cycles.size === 0 ? { reason: 'no story names a cycle' } : { value: closed.size / cycles.size };
    return [figure(context, loopsClosed, 'network', given, { details })];
  },
};

function story(number: number, value: StoryBody['value'], cycle: number | null): StoryBody {
  return {
    ...{ story: `story-${number}`, member: 'a', text: 't-0123456789abcdef', value, cycle },
    ...{ shared: false, at: '2026-06-02T09:00:00.000Z' },
  };
}
