/** Who mediates between groups, and in which role: counts of the foremost members, held against chance. */
import { ROLES } from '../../inference/roles-by-chance.ts';
import { measure } from '../../measure.ts';
import { MeasureError } from '../../measure-error.ts';
import { count, decimal, inWords, many, percent, plural } from '../../report/words.ts';
import { resultOf } from '../../tables.ts';
import { type BrokerageCell, brokerageRoles } from '../brokerage-roles.ts';
import type { Chart } from '../chart.ts';
import { type GalleryEntry, measureOptions } from './entry.ts';
import { fewestWithHalf } from './fewest-with-half.ts';
import { notesOf, titled } from './notes.ts';
import { nothingToDraw } from './nothing-to-draw.ts';

const USUAL_TOP = 10;
const MOST_TOP = 30;
/** Standard deviations above chance from which a cell is framed: of 300 cells chance alone frames less than one. */
const TOLD_Z = 3;
const EVERYBODY = 'all ÷ chance';

type ByRole<T> = Record<string, T>;

export const brokerageByRole: GalleryEntry = {
  id: 'brokerage-by-role',
  question: 'Who mediates between groups, and in which role?',
  reading:
    'Coordinators mediate within their group; representatives take what their group asks to others, gatekeepers bring in what others ask, itinerants mediate within a group that is not theirs, liaisons between two that are not. A number counts pairs of people who do not name each other and are joined through this one. Busy people have large numbers in every role: a frame marks where there are clearly more than chance would give. A mediator is needed, not powerful by that alone.',
  needs: ['groups'],
  takes: ['groupBy', 'top'],
  draw(records, options, execute): Chart {
    const { groupBy = '', top = USUAL_TOP } = options;
    if (!Number.isSafeInteger(top) || top < 1 || top > MOST_TOP) {
      throw new MeasureError(`top is ${top}; give a whole number from 1 to ${MOST_TOP}`);
    }
    const measured = measure(records, { ...measureOptions(options), metrics: ['brokerage'] }, execute);
    const notes = notesOf(measured);
    const nothing = (reason: string): Chart =>
      nothingToDraw(brokerageByRole.id, brokerageByRole.question, reason, notes);
    const result = resultOf(measured, 'brokerage', 'member');
    if (result === undefined || result.reason !== null) return nothing(result?.reason ?? 'it was not measured');
    const { z, expected, leftOut } = result.details as {
      z: Record<string, ByRole<number | null>>;
      expected: Record<string, ByRole<number>>;
      leftOut: number;
    };
    const people = Object.entries(result.values ?? {}).flatMap(([member, value]) =>
      value === null ? [] : [{ member, counts: value as unknown as ByRole<number> }],
    );
    const between = ({ counts }: { counts: ByRole<number> }): number =>
      ROLES.reduce((sum, role) => sum + (role === 'coordinator' ? 0 : counts[role]!), 0);
    const all = people.reduce((sum, one) => sum + between(one), 0);
    if (all === 0) return nothing(`nobody mediates between ${plural(groupBy)}`);

    const ordered = people.toSorted((a, b) => between(b) - between(a) || (a.member < b.member ? -1 : 1));
    const drawn = ordered.filter((one) => between(one) > 0).slice(0, top);
    const totals = ROLES.map((role) => {
      const observed = people.reduce((sum, { counts }) => sum + counts[role]!, 0);
      const byChance = people.reduce((sum, { member }) => sum + (expected[member]?.[role] ?? 0), 0);
      return { role, observed, byChance };
    });
    const cells: BrokerageCell[] = [
      ...totals.map(({ role, observed, byChance }) => ({
        ...{ who: EVERYBODY, role, count: observed, z: null, isTold: false },
        text: byChance === 0 ? '–' : `× ${decimal(observed / byChance, 1)}`,
      })),
      ...drawn.flatMap(({ member, counts }) =>
        ROLES.map((role) => {
          const own = z[member]?.[role] ?? null;
          const ways = counts[role]!;
          return { who: member, role, text: count(ways), count: ways, z: own, isTold: own !== null && own >= TOLD_Z };
        }),
      ),
    ];
    const half = fewestWithHalf(people.map(between));
    const title = titled(
      `Half of what is mediated between ${plural(groupBy)} runs through ${inWords(half)} of ${many(people.length, 'member')} (${percent(half / people.length)})`,
      measured,
    );
    const description = `A table of the ${drawn.length} members who mediate most between ${plural(groupBy)}, by five roles, with counts; frames mark what is clearly more than chance. The first row holds all members against chance.`;
    return {
      id: brokerageByRole.id,
      title,
      description,
      spec: brokerageRoles(cells, [EVERYBODY, ...drawn.map(({ member }) => member)], [...ROLES], title, description),
      rows: cells.map(({ who, role, count: ways, z: own }) => ({
        ...{ who, role, ways, z: own },
        expected:
          who === EVERYBODY ? totals.find((one) => one.role === role)!.byChance : (expected[who]?.[role] ?? null),
      })),
      notes: [
        ...notes,
        `Chance: all ways of handing out the ${plural(groupBy)}, exact. Shades are standard deviations above it; a frame: ${TOLD_Z} or more.`,
        `The ${count(drawn.length)} of ${many(people.length, 'member')} with most mediation between ${plural(groupBy)}; the first row is of all.`,
        ...(leftOut === 0
          ? []
          : [`${many(leftOut, 'way')} over members without a ${groupBy} that is shown are left out.`]),
      ],
    };
  },
};
