/** How a part of the network is run in several ways, what members are told, and who is in which arm. */
import { z } from 'zod';
import { ARMS, type Arm, ArmsBy, type Instant, type VariantOutcome } from '../../../data/records/index.ts';
import { action, Id, Text } from '../action.ts';

export const variantActions = {
  'describe-variant': action({
    name: 'describe-variant',
    does: 'run a part of the network in two to four ways at once: what is asked, the ways, and how members come into them',
    may: { right: 'set-agenda' },
    takenBy: { practice: 'variants' },
    payload: z
      .strictObject({ question: Text, a: Text, b: Text, c: Text.optional(), d: Text.optional(), assign: ArmsBy })
      .refine(({ c, d }) => d === undefined || c !== undefined, { message: 'comes after c', path: ['d'] })
      .superRefine((given, context) => {
        if (given.assign.by !== 'attribute') return;
        const { values } = given.assign;
        const path = ['assign', 'values'];
        const bad = ARMS.filter((arm) => (values[arm] === undefined) !== (given[arm] === undefined));
        if (bad.length > 0) {
          const message = `give values for each arm, and for no other (${bad.join(', ')})`;
          context.addIssue({ code: 'custom', path, message });
        }
        const all = Object.values(values).flat();
        if (new Set(all).size === all.length) return;
        context.addIssue({ code: 'custom', path, message: 'a value leads to one arm; one stands here twice' });
      }),
    words: ['question', 'a', 'b', 'c', 'd'],
    people: [],
    example: {
      question: 'Do we share more when we meet every week?',
      ...{ a: 'We meet every month', b: 'We meet every week' },
      assign: { by: 'random', seed: 7, within: 'region' },
    },
  }),
  'assign-variant': action({
    name: 'assign-variant',
    does: 'put members into an arm of a variant in which they are named; where they are in one, they stay there',
    may: { right: 'set-agenda' },
    takenBy: { practice: 'variants' },
    payload: z.strictObject({ variant: Id, arm: z.enum(ARMS), members: z.array(Id).min(1).max(200) }),
    words: [],
    people: ['members'],
    takingPart: ['members'],
    example: { variant: 'variant-1', arm: 'b', members: ['p05', 'p06'] },
  }),
  'end-variant': action({
    name: 'end-variant',
    does: 'end a variant, and say what was decided',
    may: { right: 'set-agenda' },
    takenBy: { practice: 'variants' },
    payload: z.strictObject({ variant: Id, decided: Text }),
    words: ['decided'],
    people: [],
    example: { variant: 'variant-1', decided: 'All meet every week from September on' },
  }),
} as const;

export const VARIANT_NOTICES = ['variant-arm', 'variant-ended'] as const;
export type VariantNotice = (typeof VARIANT_NOTICES)[number];

export interface VariantActivities {
  /**
   * Puts members into arms, with what they had done by then: those that are given, else all who take part. Who is in an
   * arm stays there; who does not take part, or has no value that leads to an arm, comes into none.
   */
  assignArms(input: {
    network: string;
    variant: string;
    arms: Arm[];
    assign: ArmsBy;
    outcomes: VariantOutcome[];
    members: string[] | null;
    /** Where they are named: into which. */
    arm: Arm | null;
    at: Instant;
  }): Promise<{ assigned: { arm: Arm; members: string[] }[]; without: number }>;
  /** Notes what everybody in an arm has done by the variant's end. */
  endArms(input: {
    network: string;
    variant: string;
    outcomes: VariantOutcome[];
    at: Instant;
  }): Promise<{ members: number }>;
}
