/** Variant difference: what members gained by a part of the network being run one way rather than another. */
import type { PracticeRecords } from '../../../data/records/index.ts';
import { type Assigned, type Compared, compareArms } from '../../variants/compare-arms.ts';
import { outcomesOf } from '../../variants/outcomes-of-members.ts';
import type { MetricContext } from '../context.ts';
import { READS_NO_TIES } from '../laws.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

const SMALLEST = 5;

type Variant = PracticeRecords['variant'][number];
type Seat = PracticeRecords['variant-arm'][number];

export interface VariantCompared {
  variant: string;
  status: Variant['status'];
  by: Variant['assign']['by'];
  randomised: boolean;
  within: string | null;
  /** Null: fewer than five. */
  arms: { arm: string; members: number | null }[];
  reason: string | null;
  outcomes: (Omit<Compared, 'means'> & { means: number[] | null })[];
}

export const variantDifference: Metric = {
  id: 'variant-difference',
  family: 'practice',
  scopes: ['network'],
  title: 'Difference between variants',
  question: 'Did members gain more where the network was run another way?',
  definition:
    'A member’s gain is an outcome at the variant’s end (now, while it runs) less what it was at the assignment. Of two arms: mean gain of the later one (b) less that of the earlier one (a); of more: highest mean less lowest. The value is that of the latest variant that can be compared, for its first outcome. Details, by variant: members by arm, whether it was randomised, and by outcome the difference, the same in standard deviations within arms, a 95 % bootstrap interval, the band that chance alone gives, p by shuffling who is in which arm (within blocks and draws where it was drawn), and p adjusted for the number of outcomes (Benjamini & Hochberg).',
  direction: 'Ties count both ways, once for each other person; only those that no survey asked for are read.',
  normalization: 'In units of the outcome; 0: no difference. Of more than two arms it is never below 0.',
  edgeCases: `No variant, or fewer than two arms of ${SMALLEST} members: null. Smaller arms are withheld, and then all means. Whoever has left counts in the arm they were in (intention to treat); whoever was erased is not there. A range of more than two arms has no interval. Where others were erased, a gain may be below 0. Equal gains throughout: no interval, nothing standardised.`,
  nulls: {
    variant: 'no variant can be compared',
    outcome: 'no variant can be compared',
    variants:
      'the reason stands beside it; without one: of an arm, fewer than five members; of the means, an arm is withheld; of an interval, equal gains or more than two arms; `within`: drawn among all',
  },
  cost: 'O(R·n·k) for R shuffles and k outcomes.',
  reference:
    'permutation test: Phipson & Smyth 2010, doi:10.2202/1544-6115.1585; bootstrap: Hesterberg 2015, doi:10.1080/00031305.2015.1089789; blocks: Zelen 1974, doi:10.1016/0021-9681(74)90015-0',
  oracle: 'worked by hand; p against all assignments that were possible',
  laws: READS_NO_TIES,
  reading:
    'Drawn by lot, a difference that chance hardly gives was made by the variant, for these members and this time. Not drawn, it is a comparison and no experiment: the groups may have differed before. An interval around 0 is no proof that it makes no difference. Members who talk to each other across arms make arms alike.',
  example: {
    network: 'a b c d e f g h i j',
    contributions: 'f f g g h h i i j j a',
    practices: {
      variant: [drawnVariant()],
      'variant-arm': [...'abcde'].map(seat('a')).concat([...'fghij'].map(seat('b'))),
    },
    gives: 1.8,
  },
  options: ['permutations', 'seed'],
  needs: 'practice',
  reads: 'variant',
  readsTies: false,
  compute(context) {
    const variants = [...(context.records.practices?.variant ?? [])].sort(byNumber);
    const compared = variants.map((variant) => comparisonOf(variant, context));
    const latest = compared.findLast(({ reason }) => reason === null);
    const details = {
      variant: latest?.variant ?? null,
      outcome: latest?.outcomes[0]?.outcome ?? null,
      permutations: context.settings.permutations,
      variants: compared,
    };
    const given =
      latest === undefined
        ? { reason: compared.at(-1)?.reason ?? 'no variant has been described' }
        : { value: latest.outcomes[0]!.difference };
    return [figure(context, variantDifference, 'network', given, { details })];
  },
};

function comparisonOf({ variant, status, assign, arms, outcomes }: Variant, context: MetricContext): VariantCompared {
  const { members, practices } = context.records;
  const known = new Set(members.map(({ member }) => member));
  const seats = (practices?.['variant-arm'] ?? [])
    .filter((one) => one.variant === variant && known.has(one.member))
    .sort((a, b) => (a.member < b.member ? -1 : 1));
  const sizes = arms.map(({ arm }) => ({ arm, members: seats.filter((one) => one.arm === arm).length }));
  const shown = sizes.filter((one) => one.members >= SMALLEST).map(({ arm }) => arm);
  const about = {
    ...{ variant, status, by: assign.by, randomised: assign.by === 'random' },
    within: assign.by === 'random' ? (assign.within ?? null) : null,
    arms: sizes.map(({ arm, members: count }) => ({ arm, members: count >= SMALLEST ? count : null })),
  };
  if (shown.length < 2) {
    return { ...about, reason: `fewer than two arms of ${variant} have ${SMALLEST} members or more`, outcomes: [] };
  }
  const now = outcomes.map((outcome) => outcomesOf(context.records, outcome));
  const assigned = seats
    .filter(({ arm }) => shown.includes(arm))
    .map(
      (seat): Assigned => ({
        arm: seat.arm,
        stratum: stratumOf(seat),
        gained: outcomes.map((outcome, at) => {
          const until = seat.after === null ? (now[at]!.get(seat.member) ?? 0) : (seat.after[outcome] ?? 0);
          return until - (seat.before[outcome] ?? 0);
        }),
      }),
    );
  const { permutations } = context.settings;
  const random = (stream: string) => context.random(`variant-difference/${variant}/${stream}`);
  const found = compareArms(assigned, shown, outcomes, { permutations, random });
  const isWhole = shown.length === arms.length;
  return {
    ...about,
    reason: null,
    outcomes: found.map((one) => ({ ...one, means: isWhole ? one.means : null })),
  };
}

/** Who could have changed places: of one block and one draw; where nothing was drawn, all. */
function stratumOf({ draw, block }: Seat): string {
  return draw === null ? '' : JSON.stringify([draw, block]);
}

/** variant-2 before variant-10. */
function byNumber({ variant: a }: Variant, { variant: b }: Variant): number {
  return a.length - b.length || (a < b ? -1 : 1);
}

function drawnVariant(): Variant {
  const words = 't-0123456789abcdef';
  return {
    ...{ variant: 'variant-1', question: words, outcomes: ['contributions'], describedBy: 'a' },
    arms: [
      { arm: 'a', words },
      { arm: 'b', words },
    ],
    ...{ assign: { by: 'random', seed: 1 }, describedAt: '2026-03-02T09:00:00.000Z' },
    ...{ status: 'running', decided: null, endedAt: null },
  };
}

function seat(arm: Seat['arm']) {
  return (member: string): Seat => ({
    ...{ variant: 'variant-1', member, arm, how: 'drawn', block: null, draw: 'first' },
    ...{ at: '2026-03-02T09:00:00.000Z', before: { contributions: 0 }, after: null },
  });
}
