/** A simulation for people (in words and a table) and for spreadsheets (a row a figure). */
import type { Simulation } from '../analysis/simulation/simulate.ts';
import type { Band } from '../analysis/simulation/summary.ts';
import { writeCsvTable } from '../data/exchange/csv.ts';
import { shortNumber, textTable } from '../data/exchange/text-table.ts';

const COLUMNS = ['figure', 'period', 'doingNothing', 'proposed', 'difference', 'low', 'high'];

/** `low` and `high` hold nine of ten runs of the difference; the interval of its mean has a row of its own. */
export function simulationCsv({ adopters, byPeriod, structure }: Simulation): string {
  const { doingNothing, proposed, difference } = adopters;
  return writeCsvTable(COLUMNS, [
    ['adopters', null, doingNothing.mean, proposed.mean, difference.mean, difference.low, difference.high],
    ['adopters (95 % interval of the mean)', null, null, null, difference.mean, ...difference.interval],
    ...byPeriod.map((row) => [
      ...['adopters', row.period, row.doingNothing, row.proposed],
      ...[row.difference.mean, row.difference.low, row.difference.high],
    ]),
    ...structure.map((row) => [row.figure, null, row.doingNothing, row.proposed, changeOf(row), null, null]),
  ]);
}

export function simulationText(simulation: Simulation): string {
  return [heading(simulation), proposal(simulation), table(simulation), inWords(simulation), caveats(simulation)]
    .filter((part) => part !== '')
    .join('\n\n');
}

function heading(simulation: Simulation): string {
  const { input, seeds } = simulation;
  const who = (used: Simulation['seeds']['proposed']): string => {
    if (used.chosen === 'adopters') return `the ${counted(used.members?.length ?? 0, 'member')} who have taken it up`;
    if (used.members === null)
      return `${counted(Number(used.chosen.split(':')[1]), 'member')} at random, anew in each run`;
    return used.chosen === 'given' ? listed(used.members) : `${listed(used.members)} (${used.chosen})`;
  };
  const isSame = seeds.doingNothing === seeds.proposed || seeds.doingNothing.chosen === seeds.proposed.chosen;
  return [
    `${counted(input.members, 'member')}, ${counted(input.ties, 'tie')}${input.directed ? '; a practice goes from whom one names to the one who names' : ' without direction'}`,
    modelInWords(simulation),
    isSame
      ? `It begins with ${who(seeds.proposed)}.`
      : `It begins with ${who(seeds.proposed)}; where nothing is done, with ${who(seeds.doingNothing)}.`,
    ...bounds(simulation),
  ].join('\n');
}

function modelInWords({ model, probabilityFrom }: Simulation): string {
  const until = model.periods === null ? 'until nothing happens any more' : `for ${counted(model.periods, 'period')}`;
  if (model.kind === 'threshold') {
    const share =
      model.thresholds === 'drawn'
        ? 'a share, drawn anew in each run,'
        : typeof model.thresholds === 'number'
          ? percent(model.thresholds)
          : 'their own share';
    return `Model: everybody takes the practice up once ${share} of whom they name have${model.byStrength ? ', by strength' : ''}; ${until}.`;
  }
  const from = { adoptions: ', as recorded so far', default: ', a guess: set it with --probability' };
  const chance = `a chance of ${percent(model.probability)}${probabilityFrom === null ? '' : from[probabilityFrom]}`;
  if (model.kind === 'si') return `Model: each tie passes the practice on with ${chance}, in every period; ${until}.`;
  const tries = model.byStrength ? 'as many times as it is strong' : 'once';
  return `Model: each tie is tried ${tries}, with ${chance}; ${until}.`;
}

function bounds({ seeds }: Simulation): string[] {
  return [seeds.proposed, seeds.doingNothing]
    .filter(({ bound }, at, all) => bound !== null && all.findIndex((other) => other.bound === bound) === at)
    .map(({ bound }) => {
      const { reach, reachError, shareOfBest, bestAtMost } = bound!;
      return `Chosen greedily, they are expected to win ${short(reach)} (± ${short(2 * reachError)}) as things are: shown to be at least ${percent(shareOfBest)} of the best choice, which wins at most ${short(bestAtMost)} (99 % sure).`;
    });
}

function proposal({ proposed, seeds }: Simulation): string {
  const { introductions, ties, removed, alreadyThere } = proposed;
  const lines = [
    ...(introductions.length === 0 ? [] : [`Proposed: ${counted(introductions.length, 'introduction')}.`]),
    ...introductions.map(({ sentence }) => `  ${sentence}`),
    ...(introductions.length === 0 && ties.length > 0 ? [`Proposed: ${counted(ties.length, 'further tie')}.`] : []),
    ...(alreadyThere === 0
      ? []
      : [`${counted(alreadyThere, 'proposed tie')} ${alreadyThere === 1 ? 'is' : 'are'} there already.`]),
    ...(removed.length === 0 ? [] : [`Without ${listed(removed)}, who count in neither case.`]),
  ];
  const isNothing = lines.length === 0 && seeds.proposed.chosen === seeds.doingNothing.chosen;
  return isNothing ? 'Proposed: nothing; no introduction would help.' : lines.join('\n');
}

function table({ adopters, structure, counted: of }: Simulation): string {
  const { doingNothing, proposed, difference } = adopters;
  const banded = ({ mean, low, high }: Band): string => `${short(mean)} (${short(low)} to ${short(high)})`;
  const rows = [
    [
      `adopters of ${of}`,
      banded(doingNothing),
      banded(proposed),
      signed(difference.mean),
      `95 % interval ${signed(difference.interval[0])} to ${signed(difference.interval[1])}`,
    ],
    ...structure.map((row) => [
      row.figure,
      cell(row.doingNothing),
      cell(row.proposed),
      signedOrDash(changeOf(row)),
      verdict(row),
    ]),
  ];
  const right = { align: 'right' as const };
  return textTable(
    [
      { label: '' },
      { label: 'doing nothing', ...right },
      { label: 'proposed', ...right },
      { label: 'difference', ...right },
      { label: '' },
    ],
    rows,
  ).trimEnd();
}

function inWords({ adopters, counted: of, options }: Simulation): string {
  const { difference } = adopters;
  const { mean, low, high, interval, more, same, less } = difference;
  const amount = `${short(Math.abs(mean))} ${mean < 0 ? 'fewer' : 'more'}`;
  const sure =
    interval[0] > 0 || interval[1] < 0 || mean === 0
      ? ''
      : ' As the interval holds 0, no difference is shown: more runs may show one.';
  return [
    `On average ${amount} of ${counted(of, 'member')} would take the practice up, over ${options.runs} pairs of runs (seed ${options.seed}).${sure}`,
    `In nine of ten runs the difference is between ${signed(low)} and ${signed(high)}: more in ${percent(more)} of them, the same in ${percent(same)}, fewer in ${percent(less)}.`,
  ].join('\n');
}

function caveats({ input }: Simulation): string {
  const { response } = input;
  const unknown =
    response === null || response === 1
      ? ''
      : ` ${percent(1 - response)} of those asked did not answer: whom they name is unknown, and passes nothing on here.`;
  return `Brackets hold nine of ten runs. This compares, it does not foretell: what is proposed is taken to come about.${unknown}`;
}

function changeOf({ doingNothing, proposed }: { doingNothing: number | null; proposed: number | null }): number | null {
  return doingNothing === null || proposed === null ? null : proposed - doingNothing;
}

function verdict(row: Simulation['structure'][number]): string {
  const change = changeOf(row);
  if (change === null || change === 0) return '';
  return change > 0 === (row.better === 'higher') ? 'better' : 'worse';
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** People beyond these are counted, not listed. */
const LISTED = 12;

function listed(members: readonly string[]): string {
  const shown = members.slice(0, LISTED).join(', ');
  return members.length > LISTED ? `${shown} and ${members.length - LISTED} more` : shown;
}

function cell(value: number | null): string {
  return value === null ? '–' : shortNumber(value);
}

function signedOrDash(value: number | null): string {
  return value === null ? '–' : signed(value);
}

/** Two digits after the point, or the first two that say something. */
function signed(value: number): string {
  const size = Math.abs(value);
  const text = String(Number(size < 0.1 ? size.toPrecision(2) : size.toFixed(2)));
  return text === '0' ? '0' : `${value < 0 ? '−' : '+'}${text}`;
}

function short(value: number): string {
  return String(Number(value.toFixed(2)));
}

function percent(share: number): string {
  return `${Number((100 * share).toFixed(1))} %`;
}
