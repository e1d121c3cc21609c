/**
 * Who holds the network together: where its strength lies and where it hangs on a few. Ranks come with how sure they are,
 * members in the order of the alphabet; nobody is listed for being at the bottom.
 */
import { centralMembers } from '../../charts/central-members.ts';
import { figureOf, resultOf } from '../../tables.ts';
import { type RankInterval, rankIntervals } from '../rank-intervals.ts';
import type { Chart, Figure } from '../report-model.ts';
import type { Scene } from '../scene.ts';
import { capital, decimal, inWords, list, many, percent } from '../words.ts';
import { type SectionOf, section } from './section.ts';

/** Those whose place in the upper fifth does not hang on who happened to answer. */
const UPPER_SHARE = 0.2;
const MOST_LISTED = 12;

export const holding: SectionOf = (scene) => {
  const { check } = scene;
  const title = 'Who holds it together';
  const index =
    resultOf(check.measurement, 'betweenness', 'network') ?? resultOf(check.measurement, 'harmonic-in', 'member');
  const isKnown = index !== undefined && Object.values(index.values ?? {}).some((value) => value !== null);
  if (!isKnown) {
    return section('holding', title, {
      paragraphs: [`Who is central cannot be said: ${index?.reason ?? 'too little is known'}.`],
      figures: shares(scene),
    });
  }
  const intervals = rankIntervals(scene.picture.records, check.policy.seed);
  const certain =
    intervals === null ? null : { reached: surely(intervals.reached), between: surely(intervals.between) };
  return section('holding', title, {
    paragraphs: [
      ...(certain === null ? [] : [reachedWords(scene, certain.reached), betweenWords(scene, certain.between)]),
      cutPointWords(scene),
    ],
    figures: shares(scene),
    charts: intervals === null || certain === null ? [] : rankChart(scene, intervals.reached, certain.reached),
    notes: [
      intervals === null
        ? 'The network is too large for rank intervals within a report, and ranks without them are not shown.'
        : `Ranks are ranges: ${intervals.replicates} times ${percent(intervals.leftOut)} of the answers were left out by chance and everybody ranked anew; a bar holds the middle 90 %. Whose bars overlap cannot be told apart.`,
    ],
  });
};

function surely(intervals: RankInterval[]): RankInterval[] {
  const limit = Math.max(1, Math.floor(intervals.length * UPPER_SHARE));
  return intervals.filter(({ worst }) => worst <= limit);
}

function reachedWords(scene: Scene, certain: RankInterval[]): string {
  if (certain.length === 0) {
    return 'Nobody stands out as the one whom others reach most easily: ranks overlap too much to name anyone.';
  }
  const names = certain.slice(0, MOST_LISTED).map(({ member }) => scene.who(member));
  return `Most easily reached by others, whoever of them happened to answer: ${list(names)}, in the order of the alphabet.`;
}

function betweenWords(scene: Scene, certain: RankInterval[]): string {
  if (certain.length === 0) {
    return 'Nobody can be named with certainty as the one through whom the ways of others run: ranks overlap.';
  }
  const names = certain.slice(0, MOST_LISTED).map(({ member }) => scene.who(member));
  return `The shortest ways of others run most often through ${list(names)}. They carry more than their share; successors would make the network safer.`;
}

function cutPointWords(scene: Scene): string {
  const values = resultOf(scene.check.measurement, 'cut-point', 'member')?.values ?? {};
  const points = Object.keys(values)
    .filter((member) => values[member] === true)
    .sort();
  if (points.length === 0)
    return 'Nobody is a single point of failure: without any one member the others stay connected.';
  const names = points.length > MOST_LISTED ? '' : `: ${list(points.map(scene.who))}`;
  const subject = points.length === 1 ? 'One member is' : `${capital(inWords(points.length))} members are`;
  return `${subject} the only link to somebody else${names}. Without them a part would be cut off.`;
}

function shares({ check, smallest }: Scene): Figure[] {
  const { measurement } = check;
  const hub = resultOf(measurement, 'hub-dependence', 'network');
  const gini = resultOf(measurement, 'contribution-gini', 'network');
  const { hubShareOfMembers: members, answerShare, sessions, sessionShare } = hub?.details ?? {};
  const core = resultOf(measurement, 'core-periphery', 'network');
  const inCore = core?.details.size;
  const figures: Figure[] = [
    {
      label: 'Work done by the coordinating team',
      value: figureOf(measurement, 'hub-dependence'),
      format: 'share',
      note: hub?.reason ?? (typeof members === 'number' ? `they are ${percent(members)} of members` : null),
    },
    {
      label: 'Answers given by the coordinating team',
      value: typeof answerShare === 'number' ? answerShare : null,
      format: 'share',
      note: `of ${hub?.details.answers} contributions that helped somebody`,
    },
    {
      label: 'Sessions led by the coordinating team',
      value: typeof sessionShare === 'number' ? sessionShare : null,
      format: 'share',
      note: `of ${sessions}`,
    },
    {
      label: 'Inequality of contributions (Gini)',
      value: figureOf(measurement, 'contribution-gini'),
      format: 'decimal',
      note: gini?.reason ?? '0: all alike; near 1: one does it all',
    },
    {
      label: 'Centralization of betweenness',
      value: figureOf(measurement, 'betweenness-centralization'),
      format: 'decimal',
      note: '0: evenly spread; 1: all ways run through one',
    },
    {
      label: 'Centralization of contacts',
      value: figureOf(measurement, 'degree-centralization'),
      format: 'decimal',
      note: '0: all have as many; 1: all turn to one',
    },
    {
      label: 'Members in the core',
      value: typeof inCore === 'number' && inCore >= smallest ? inCore / measurement.input.members : null,
      format: 'share',
      note: `of a core and a periphery; how well that describes it: ${decimal(Number(core?.value ?? 0))} (1: entirely)`,
    },
  ];
  return figures.filter(({ value }) => value !== null);
}

function rankChart(scene: Scene, all: RankInterval[], certain: RankInterval[]): Chart[] {
  const shown = certain.slice(0, MOST_LISTED);
  if (shown.length === 0) return [];
  const title = `${capital(inWords(shown.length))} ${shown.length === 1 ? 'member is' : 'members are'} surely among the fifth whom others reach most easily`;
  const description = `Ranges of rank by harmonic closeness of ${many(shown.length, 'member')}, in the order of the alphabet.`;
  const rows = shown.map(({ member, rank, best, worst }) => ({ member: scene.who(member), rank, best, worst }));
  const limit = Math.max(5, ...rows.map(({ worst }) => Math.ceil(worst)));
  return [
    {
      id: 'central-members',
      title,
      description,
      spec: centralMembers(rows, Math.min(all.length, limit + 1), title, description),
      table: {
        id: 'central-members-table',
        title: 'Ranges of rank',
        columns: [
          { label: 'member', format: 'text' },
          { label: 'rank', format: 'rank' },
          { label: 'best', format: 'rank' },
          { label: 'worst', format: 'rank' },
        ],
        rows: rows.map(({ member, rank, best, worst }) => [member, rank, best, worst]),
        note: null,
      },
    },
  ];
}
