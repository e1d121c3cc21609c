/**
 * Whether practice spreads: how many have taken each practice up, since when, and whether those whose contacts had taken
 * it up were more likely to.
 */
import { type AdoptionPoint, adoptionCurve } from '../../charts/adoption-curve.ts';
import { type ExposureBar, exposureBars } from '../../charts/exposure.ts';
import { protectCount, protectCounts, protectGrowth, type Suppressed } from '../../suppression.ts';
import { practicesOf, resultOf } from '../../tables.ts';
import type { Cell, Chart, Figure, Table } from '../report-model.ts';
import type { Scene } from '../scene.ts';
import { date, list, percent, suppressedText } from '../words.ts';
import { metricFigure } from './practices/figure.ts';
import { type SectionOf, section } from './section.ts';

export const spread: SectionOf = (scene) => {
  const practices = practicesOf(scene.check.measurement);
  const title = 'How practice spreads';
  if (practices.length === 0) {
    return section('spread', title, { paragraphs: ['No practice has been recorded yet.'] });
  }
  const curves = practices.map((practice) => curveOf(scene, practice));
  const exposed = practices.map((practice) => exposureOf(scene, practice));
  const shown = exposed.filter((one) => one.bars.length > 0);
  return section('spread', title, {
    paragraphs: [...curves.map((curve) => curveWords(scene, curve)), ...shown.map((one) => one.words)],
    charts: [...curveChart(scene, curves), ...exposureChart(shown)],
    figures: pilotFigure(scene),
    tables: [...adoptionByGroup(scene, practices), ...paceTable(scene, practices)],
    notes: [
      `A point of the curve is shown where at least ${scene.smallest} more members than at the point before had taken the practice up. Who has not taken it up yet is not counted as ever doing so.`,
      ...(shown.length === 0
        ? []
        : [
            'Rising bars fit spread by contact and do not prove it: people who are alike name each other and may act alike for reasons of their own.',
          ]),
    ],
  });
};

/** What was tried out and scaled, where it was not tried: nothing before there is any. */
function pilotFigure(scene: Scene): Figure[] {
  const { figure, isKnown } = metricFigure(scene, 'pilots-across-teams', {
    label: 'Pilots taken up outside the group of origin',
    format: 'share',
    note: ({ adopters, eligible, interval }) => {
      const [low, high] = interval as [number, number];
      return `${adopters} of ${eligible}; 95 % interval ${percent(low)} to ${percent(high)}`;
    },
  });
  return isKnown ? [figure] : [];
}

/** How fast, and after how many contacts: of practices that enough members have taken up. */
function paceTable({ check, smallest }: Scene, practices: string[]): Table[] {
  const rows = practices.flatMap((practice): Cell[][] => {
    const hazard = resultOf(check.measurement, 'hazard', 'network', practice)?.value;
    const thresholds = Object.values(resultOf(check.measurement, 'threshold', 'member', practice)?.values ?? {})
      .filter((value) => typeof value === 'number')
      .sort((a, b) => a - b);
    const curve = resultOf(check.measurement, 'adoption-curve', 'network', practice)?.details.count as
      | number[]
      | undefined;
    if ((curve?.at(-1) ?? 0) < smallest) return [];
    const known = thresholds.length;
    const median = known < smallest ? null : (thresholds[(known - 1) >> 1]! + thresholds[known >> 1]!) / 2;
    return [[practice, typeof hazard === 'number' ? hazard : null, median]];
  });
  if (rows.length === 0) return [];
  return [
    {
      id: 'adoption-pace',
      title: 'How fast, and after how many contacts',
      columns: [
        { label: 'practice', format: 'text' },
        { label: 'took it up in a period, of those who had not', format: 'share' },
        { label: 'contacts who had it by then (median)', format: 'share' },
      ],
      rows,
      note: `The first is the mean hazard, the second the median threshold of those whose contacts are known, for ${smallest} of them or more.`,
    },
  ];
}

interface Curve {
  practice: string;
  points: { time: string | number; count: number; share: number }[];
}

function curveOf({ check, smallest }: Scene, practice: string): Curve {
  const details = resultOf(check.measurement, 'adoption-curve', 'network', practice)?.details ?? {};
  const time = Array.isArray(details.time) ? (details.time as (string | number)[]) : [];
  const counts = details.count as number[] | undefined;
  const shares = details.share as number[] | undefined;
  const points = time.map((at, period) => ({ time: at, count: counts?.[period] ?? 0, share: shares?.[period] ?? 0 }));
  return { practice, points: protectGrowth(points, (point) => point.count, smallest) };
}

function curveWords({ members, smallest }: Scene, { practice, points }: Curve): string {
  const last = points.at(-1);
  if (last === undefined) return `Fewer than ${smallest} members have taken up ${practice}.`;
  const first = points[0]!;
  const since = first === last ? '' : `, after ${percent(first.share)} by ${date(first.time)}`;
  return `At least ${last.count} of ${members.length} members (${percent(last.share)}) had taken up ${practice} by ${date(last.time)}${since}.`;
}

function curveChart(scene: Scene, curves: Curve[]): Chart[] {
  const shown = curves.filter(({ points }) => points.length > 0);
  if (shown.length === 0) return [];
  const rows: AdoptionPoint[] = shown.flatMap(({ practice, points }) =>
    points.map(({ time, share }) => ({ practice, time, share })),
  );
  const ends = shown.map(({ practice, points }) => `${practice} ${percent(points.at(-1)!.share)}`);
  const title = `Taken up so far: ${list(ends)} of members`;
  const description =
    'Share of members who had taken up each practice, by time; each point is one at which it is shown.';
  const table: Table = {
    id: 'adoption-curve-table',
    title: 'Members who had taken a practice up',
    columns: [
      { label: 'practice', format: 'text' },
      { label: 'by', format: 'date' },
      { label: 'at least', format: 'count' },
      { label: 'share', format: 'share' },
    ],
    rows: shown.flatMap(({ practice, points }) =>
      points.map(({ time, count, share }) => [practice, time, count, share]),
    ),
    note: null,
  };
  const practices = shown.map(({ practice }) => practice);
  // Where the last step ends, a step chart needs a point; the check's own date says that nothing more was seen until then.
  const until = rows.some(({ time }) => typeof time === 'string') ? scene.check.asOf.slice(0, 10) : null;
  const held =
    until === null ? [] : shown.map(({ practice, points }) => ({ practice, time: until, share: points.at(-1)!.share }));
  return [
    { id: 'adoption-curve', title, description, spec: adoptionCurve(rows, held, practices, title, description), table },
  ];
}

const BANDS = ['none', 'up to ½', 'over ½'];

function bandOf(exposure: number): string {
  return BANDS[exposure === 0 ? 0 : exposure <= 0.5 ? 1 : 2]!;
}

interface Exposed {
  practice: string;
  bars: ExposureBar[];
  rows: Cell[][];
  words: string;
}

/**
 * Adopters per band of exposure. A share is shown where both those who took the practice up and those who did not are
 * enough to be counted. No total over the bands is published (exposure is known only for those who answered and named
 * somebody), so that a hidden band cannot be worked out from the others.
 */
function exposureOf({ check, smallest, input }: Scene, practice: string): Exposed {
  const values = resultOf(check.measurement, 'exposure', 'member', practice)?.values ?? {};
  const adopters = new Set(
    input.records.adoptions
      .filter((adoption) => adoption.practice === practice && !adoption.censored && adoption.time !== null)
      .map(({ member }) => member),
  );
  const bands = BANDS.map((band) => {
    const inBand = Object.entries(values).flatMap(([member, value]) =>
      typeof value === 'number' && bandOf(value) === band ? [member] : [],
    );
    const adopted = inBand.filter((member) => adopters.has(member)).length;
    return { band, members: inBand.length, share: shareShown(adopted, inBand.length, smallest) };
  });
  const drawn = (share: number | Suppressed): string => {
    if (typeof share === 'number') return percent(share);
    return share.suppressed === 'fewer' ? `< ${smallest}` : '–';
  };
  const bars = bands
    .filter(({ members }) => members >= smallest)
    .map(({ band, share }) => ({
      practice,
      exposure: band,
      share: typeof share === 'number' ? share : null,
      text: drawn(share),
    }));
  const rows = bands.map(({ band, members, share }): Cell[] => [
    practice,
    band,
    protectCount(members, smallest),
    members < smallest ? { suppressed: 'withheld' } : share,
  ]);
  const isComparable = bars.length > 1 && bars.some(({ share }) => share !== null);
  const words = bands
    .filter(({ members }) => members >= smallest)
    .map(({ band, share }) => {
      const users = typeof share === 'number' ? percent(share) : `${suppressedText(share, smallest)} people`;
      return `${users} where ${band === 'none' ? 'none' : band.replace('½', 'half')} of their contacts had`;
    });
  return {
    practice,
    bars: isComparable ? bars : [],
    rows,
    words: `${practice} was taken up by ${list(words)}.`,
  };
}

function shareShown(adopted: number, members: number, smallest: number): number | Suppressed {
  if (adopted < smallest) return { suppressed: 'fewer' };
  return members - adopted < smallest ? { suppressed: 'withheld' } : adopted / members;
}

function exposureChart(exposed: Exposed[]): Chart[] {
  if (exposed.length === 0) return [];
  const bars = exposed.flatMap((one) => one.bars);
  const rises = exposed.filter(({ bars: own }) => isRising(own)).map(({ practice }) => practice);
  const title =
    rises.length === 0
      ? 'Taking a practice up, by how many contacts had'
      : `Those with more contacts who use ${list(rises)} use it more often themselves`;
  const description =
    'Share of members who took a practice up, by the share of their contacts who had. “<” marks fewer people than may be shown.';
  return [
    {
      id: 'exposure',
      title,
      description,
      spec: exposureBars(bars, BANDS, title, description),
      table: {
        id: 'exposure-table',
        title: 'Taking up by exposure',
        columns: [
          { label: 'practice', format: 'text' },
          { label: 'contacts who had', format: 'text' },
          { label: 'members', format: 'count' },
          { label: 'took it up', format: 'share' },
        ],
        rows: exposed.flatMap(({ rows }) => rows),
        note: null,
      },
    },
  ];
}

/** Said only of shares that are shown, each above the one before. */
function isRising(bars: ExposureBar[]): boolean {
  const shares = bars.flatMap(({ share }) => (share === null ? [] : [share]));
  return shares.length > 1 && shares.every((share, at) => at === 0 || share > shares[at - 1]!);
}

/** How far each practice has come in each group: counts of people, so that small ones are hidden and protected. */
function adoptionByGroup(scene: Scene, practices: string[]): Table[] {
  const { groups, groupBy, smallest, input, members } = scene;
  if (groupBy === null || groups.nothingByGroup) return [];
  const active = new Set(members);
  const columns = practices.map((practice) => {
    const adopted = groups.names.map(() => 0);
    for (const { member, practice: of, censored, time } of input.records.adoptions) {
      if (of === practice && !censored && time !== null && active.has(member)) {
        adopted[groups.names.indexOf(scene.groupOf(member))]!++;
      }
    }
    const remaining = groups.names.map((name, at) => groups.sizes[name]! - adopted[at]!);
    const protections = [adopted, remaining].map((counts) => protectCounts(counts, { smallest, atLeast: 0 }));
    return groups.names.map((name, at): Cell => {
      if (protections.every((protection) => protection[at] === 'shown')) return adopted[at]! / groups.sizes[name]!;
      return { suppressed: protections[0]![at] === 'fewer' ? 'fewer' : 'withheld' };
    });
  });
  return [
    {
      id: 'adoption-by-group',
      title: `Taken up by ${groupBy}`,
      columns: [
        { label: groupBy, format: 'text' },
        { label: 'members', format: 'count' },
        ...practices.map((practice) => ({ label: practice, format: 'share' as const })),
      ],
      rows: groups.names.map((name, at): Cell[] => [
        name,
        groups.sizes[name]!,
        ...columns.map((column) => column[at]!),
      ]),
      note: `Counts of fewer than ${smallest} people are not shown, nor are others from which they could be worked out.`,
    },
  ];
}
