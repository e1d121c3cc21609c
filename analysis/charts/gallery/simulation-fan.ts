/** Who should meet whom, and what it would do: the spread of a practice with proposed ties, against doing nothing. */

import { MeasureError } from '../../measure-error.ts';
import { count, decimal, many, percent, signed } from '../../report/words.ts';
import type { ModelRequest } from '../../simulation/model.ts';
import {
  NothingToSimulate,
  type SeedsUsed,
  type SimulateOptions,
  type Simulation,
  simulate,
} from '../../simulation/simulate.ts';
import type { Difference } from '../../simulation/summary.ts';
import type { Chart } from '../chart.ts';
import { type FanRow, simulationFan as fan } from '../simulation-fan.ts';
import { type ChartOptions, type GalleryEntry, SMALLEST_GROUP } from './entry.ts';
import { nothingToDraw } from './nothing-to-draw.ts';

const USUAL_PERIODS = 12;
const USUAL_COUNT = 5;
const USUAL_MOST_PER_MEMBER = 2;
/** A tenth of a person is none. */
const LEAST_SAID = 0.1;

export const simulationFan: GalleryEntry = {
  id: 'simulation-fan',
  question: 'What would proposed ties do, against doing nothing?',
  reading:
    'Bands hold nine of ten runs: what may come to pass under the model, which more runs do not narrow. Judge by the difference below, for both arms meet the same luck. It is a thought experiment: the model is a choice, proposed ties are taken to come about, nobody joins or leaves, and ties that nobody reported pass nothing on.',
  needs: [],
  takes: ['groupBy', 'practice', 'introduce', 'addTies', 'remove', 'seeds', 'model', 'periods', 'runs'],
  draw(records, options, execute): Chart {
    let simulation: Simulation;
    try {
      simulation = simulate(records, simulateOptions(options), execute);
    } catch (error) {
      if (!(error instanceof NothingToSimulate)) throw error;
      return nothingToDraw(simulationFan.id, simulationFan.question, error.message, []);
    }
    const { byPeriod, adopters, proposed, input } = simulation;
    if (proposed.ties.length === 0 && proposed.removed.length === 0 && options.seeds === undefined) {
      const reason =
        proposed.alreadyThere > 0 ? 'the proposed ties are there already' : 'no tie is proposed, and none could be';
      return nothingToDraw(simulationFan.id, simulationFan.question, reason, []);
    }
    const { smallestGroup = SMALLEST_GROUP } = options;
    const start = startOf(simulation, smallestGroup);
    const rows: FanRow[] = (['doing nothing', 'proposed', 'difference'] as const).flatMap((arm) => [
      ...(start === null ? [] : [{ arm, period: 0, ...start[arm] }]),
      ...byPeriod.map(({ period, difference, bands }) => ({
        ...{ arm, period },
        ...{ 'doing nothing': bands.doingNothing, proposed: bands.proposed, difference }[arm],
      })),
    ]);
    const what = proposalOf(simulation);
    const title = findingOf(what, adopters.difference, byPeriod.length, simulation.options.practice);
    const description = `Two fans of adopters over ${byPeriod.length} periods, with ${what} and doing nothing, and below them the difference with the band of nine runs in ten.`;
    return {
      id: simulationFan.id,
      title,
      description,
      spec: fan(rows, what, title, description),
      rows: rows.map((row) => ({ ...row })),
      notes: [
        `${many(input.members, 'member')}, ${many(input.ties, input.directed ? 'tie' : 'tied pair')}${input.response === null ? '; no record of who answered' : `; ${percent(input.response)} of those asked answered, and ties that nobody reported pass nothing on`}.`,
        modelNote(simulation),
        `${count(simulation.options.runs)} runs of each arm on the same luck, seed ${simulation.options.seed}. Mean difference ${signed(adopters.difference.mean, 1)} (95 % interval ${signed(adopters.difference.interval[0], 1)} to ${signed(adopters.difference.interval[1], 1)}): more in ${percent(adopters.difference.more)} of runs, the same in ${percent(adopters.difference.same)}, fewer in ${percent(adopters.difference.less)}.`,
        ...(proposed.introductions.length === 0
          ? []
          : [
              `Introductions, two ties each: ${proposed.introductions.map(({ members: [a, b] }) => `${a} and ${b}`).join('; ')}.`,
            ]),
        ...(proposed.removed.length > 0 ? ['Whoever is missing is counted in neither arm.'] : []),
        ...(start === null ? [`Fewer than ${smallestGroup} have adopted, so that the start is not drawn.`] : []),
      ],
    };
  },
};

function simulateOptions(options: ChartOptions): SimulateOptions {
  const {
    types,
    wave,
    undirected,
    minStrength,
    asOf,
    groupBy,
    practice,
    seed,
    runs,
    periods = USUAL_PERIODS,
  } = options;
  const { addTies, remove, seeds, model = USUAL_MODEL } = options;
  if (Array.isArray(wave)) throw new MeasureError('a simulation begins from one wave; give wave as its name');
  const isProposed = addTies !== undefined || remove !== undefined || options.introduce !== undefined;
  const introduce = isProposed
    ? options.introduce
    : {
        aim: groupBy === undefined ? ('reach' as const) : ('e-i' as const),
        count: USUAL_COUNT,
        maxPerMember: USUAL_MOST_PER_MEMBER,
      };
  return {
    selection: {
      ...(types === undefined ? {} : { types }),
      ...(typeof wave === 'string' && wave !== 'all' ? { waves: [wave] } : {}),
      ...(undirected === undefined ? {} : { undirected }),
      ...(minStrength === undefined ? {} : { minStrength }),
      ...(asOf === undefined ? {} : { asOf }),
    },
    groupBy: groupBy ?? null,
    practice: practice ?? null,
    model: { ...model, periods } as ModelRequest,
    ...(introduce === undefined ? {} : { introduce }),
    ...(addTies === undefined ? {} : { addTies }),
    ...(remove === undefined ? {} : { remove }),
    ...(seeds === undefined ? {} : { seeds }),
    ...(runs === undefined ? {} : { runs }),
    ...(seed === undefined ? {} : { seed }),
  };
}

const USUAL_MODEL: ModelRequest = { kind: 'cascade', byStrength: false, periods: USUAL_PERIODS };

type Start = Record<FanRow['arm'], { mean: number; low: number; high: number }>;

/** Now: where all runs begin. Null where so few have adopted that their number is not shown. */
function startOf({ seeds, proposed }: Simulation, smallest: number): Start | null {
  const away = new Set(proposed.removed);
  const countOf = ({ members, chosen }: SeedsUsed): number =>
    members === null ? Number(chosen.split(':')[1]) : members.filter((member) => !away.has(member)).length;
  const [before, after] = [countOf(seeds.doingNothing), countOf(seeds.proposed)];
  if (seeds.proposed.chosen === 'adopters' && Math.min(before, after) < smallest) return null;
  const flat = (value: number) => ({ mean: value, low: value, high: value });
  return { 'doing nothing': flat(before), proposed: flat(after), difference: flat(after - before) };
}

function proposalOf({ proposed }: Simulation): string {
  const introduced = proposed.introductions.length;
  const ties = proposed.ties.length - 2 * introduced;
  const parts = [
    ...(introduced === 0 ? [] : [many(introduced, 'introduction')]),
    ...(ties <= 0 ? [] : [many(ties, 'further tie')]),
    ...(proposed.removed.length === 0
      ? []
      : [`${many(proposed.removed.length, 'person')} missing`.replace('persons', 'people')]),
  ];
  return parts.length === 0 ? 'nothing new' : parts.join(' and ');
}

function findingOf(
  what: string,
  { mean, low, high, interval }: Difference,
  periods: number,
  practice: string | null,
): string {
  const of = practice === null ? 'adopters' : `adopters of ${practice}`;
  const after = `after ${many(periods, 'period')}`;
  const band = `nine runs in ten: ${signed(low, 0)} to ${signed(high, 0)}`;
  const subject = `${what.charAt(0).toUpperCase()}${what.slice(1)}`;
  if ((interval[0] <= 0 && interval[1] >= 0) || Math.abs(mean) < LEAST_SAID) {
    return `${subject} would make no difference worth the name: ${signed(mean, 1)} ${of} ${after}, on average (${band})`;
  }
  return `${subject} would bring ${decimal(Math.abs(mean), 1)} ${mean > 0 ? 'more' : 'fewer'} ${of} ${after}, on average (${band})`;
}

function modelNote({ model, probabilityFrom, seeds }: Simulation): string {
  const names = { cascade: 'Independent cascade', si: 'Contagion', threshold: 'Linear threshold' };
  const chance =
    model.kind === 'threshold'
      ? ''
      : `, each tie with a chance of ${percent(model.probability)}${probabilityFrom === 'adoptions' ? ' as read from adoptions so far, which is generous' : probabilityFrom === 'default' ? ', for want of adoptions to read it from' : ''}`;
  return `${names[model.kind]}${chance}. It begins with ${beginOf(seeds.proposed)}.`;
}

function beginOf({ chosen, members }: SeedsUsed): string {
  if (chosen === 'adopters') return 'those who have adopted';
  if (chosen === 'given') return `${many(members?.length ?? 0, 'member')} who were named`;
  const [rule, number] = chosen.split(':');
  return rule === 'random'
    ? `${many(Number(number), 'member')} drawn anew in each run`
    : `${many(Number(number), 'member')} chosen by ${rule}`;
}
