/** Questions to which ideas came in and were ranked: how many ideas, and how many took part. */
import { many } from '../../words.ts';
import { type SectionOf, section } from '../section.ts';
import { whereWordsAre } from '../where-words-are.ts';

const MOST_LISTED = 20;

export const divergeConverge: SectionOf = (scene) => {
  const { input, smallest } = scene;
  const rounds = input.records.practices?.['idea-round'] ?? [];
  const title = 'Ideas, and what came out on top';
  if (rounds.length === 0)
    return section('diverge-converge', title, { paragraphs: ['No question has been asked yet.'] });
  const ideas = rounds.reduce((sum, round) => sum + round.ideas, 0);
  const decided = rounds.filter(({ status }) => status === 'decided');
  const newest = [...decided].sort((a, b) => ((a.endedAt ?? '') < (b.endedAt ?? '') ? 1 : -1)).slice(0, MOST_LISTED);
  return section('diverge-converge', title, {
    paragraphs: [`${many(rounds.length, 'question')}, ${many(ideas, 'idea')}; ${decided.length} ranked.`],
    tables: [
      {
        id: 'idea-rounds',
        title: 'Questions that were ranked',
        columns: [
          { label: 'question', format: 'text' },
          { label: 'decided', format: 'date' },
          { label: 'ideas', format: 'count' },
          { label: 'ranked by', format: 'count' },
          { label: 'turnout', format: 'share' },
          { label: 'on top', format: 'text' },
        ],
        rows: newest.map(({ round, ideas: count, voted, eligible, order, endedAt }) => {
          const isSmall = (voted ?? 0) < smallest;
          const turnout = voted === null || !eligible ? null : voted / eligible;
          return [
            round,
            endedAt?.slice(0, 10) ?? null,
            count,
            isSmall ? null : voted,
            isSmall ? null : turnout,
            order[0] ?? null,
          ];
        }),
        note: `How many ranked is shown from ${smallest} on.`,
      },
    ],
    notes: [
      'Ideas are looked at for what they say: whose they are is not shown here.',
      whereWordsAre(scene, 'idea', 'The ideas in words'),
    ],
  });
};
