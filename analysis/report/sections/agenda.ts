/**
 * What members set out to do: how the priorities were voted on, round by round, which items of the learning agenda came of
 * it, and which of them a cycle has taken up.
 */
import type { BodyOf } from '../../../data/records/index.ts';
import { numberOf } from '../../number-of.ts';
import type { Cell, Section, Table } from '../report-model.ts';
import type { Scene } from '../scene.ts';
import { list, many, percent } from '../words.ts';
import { metricFigure } from './practices/figure.ts';
import { section } from './section.ts';
import { whereWordsAre } from './where-words-are.ts';

/** Empty where no agenda is known: files carry none. */
export function agenda(scene: Scene): Section[] {
  const records = scene.input.records.practices ?? {};
  const items = records['agenda-item'] ?? [];
  const [vote] = (records['vote-result'] ?? []).filter(({ round }) => round === 'priorities');
  if (items.length === 0 && vote === undefined) return [];
  const cycles = records.cycle ?? [];
  const covered = metricFigure(scene, 'agenda-coverage', {
    label: 'Agenda items that a cycle has taken up',
    format: 'share',
    note: ({ takenUp, items: all }) => `${takenUp} of ${all}`,
  });
  return [
    section('agenda', 'What members set out to learn', {
      paragraphs: [vote === undefined ? 'The agenda was set without a vote.' : turnout(vote)],
      figures: items.length === 0 ? [] : [covered.figure],
      tables: [
        ...(items.length === 0 ? [] : [itemTable(items, cycles)]),
        ...(vote === undefined || vote.voted < scene.smallest ? [] : [roundTable(vote)]),
      ],
      notes: [
        whereWordsAre(
          scene,
          'agenda-item',
          'The words of the items, and with --about priority those of the priorities,',
        ),
      ],
    }),
  ];
}

function turnout({ voted, eligible, order }: BodyOf<'vote-result'>): string {
  if (voted === 0) return `Nobody of ${many(eligible, 'member')} voted on the priorities, so the vote decided nothing.`;
  return `${voted} of ${many(eligible, 'member')} ranked the priorities (${percent(voted / eligible)}). The order that came out: ${list(order)}.`;
}

function itemTable(items: readonly BodyOf<'agenda-item'>[], cycles: readonly BodyOf<'cycle'>[]): Table {
  const citing = (item: string) =>
    cycles
      .filter((one) => one.item === item)
      .map(({ cycle }) => cycle)
      .sort((a, b) => a - b);
  return {
    id: 'agenda-items',
    title: 'The learning agenda',
    columns: [
      { label: 'item', format: 'text' },
      { label: 'version', format: 'count' },
      { label: 'priority it came from', format: 'text' },
      { label: 'cycles that took it up', format: 'text' },
    ],
    rows: [...items]
      .sort((a, b) => numberOf(a.item) - numberOf(b.item))
      .map(({ item, version, priority }) => [item, version, priority, citing(item).join(', ') || 'none yet']),
    note: null,
  };
}

/** Counts of a secret ballot: who ranked what is in no report, and a count says it of nobody. */
function roundTable({ rounds, order }: BodyOf<'vote-result'>): Table {
  return {
    id: 'vote-rounds',
    title: 'The vote, round by round: first choices among those still standing',
    columns: [
      { label: 'priority', format: 'text' },
      ...rounds.map((_, at) => ({ label: `round ${at + 1}`, format: 'count' as const })),
    ],
    rows: order.map((priority): Cell[] => [priority, ...rounds.map(({ counts }) => counts[priority] ?? null)]),
    note: 'In each round the one with the fewest first choices is taken out and its ballots go to the next choice.',
  };
}
