/** What an action is: something that a person may do, with who may and which workflow takes it. */
import { z } from 'zod';
import type { PracticeName, RightName, RoleName } from '../../data/records/index.ts';
import type { NetworkAddress } from './ids.ts';

export const Id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/, 'give an id of letters, digits, dots and dashes');
export const Text = z.string().trim().min(1, 'say something').max(4000, 'keep it under 4,000 characters');

export interface Action<Name extends string = string, Schema extends z.ZodType = z.ZodType> {
  name: Name;
  /** One line of help. */
  does: string;
  /** Who may: a right of the charter, or holders of any of some roles, or members by their standing, or the people concerned. */
  may: /** `deputy`: the charter's deputy as well, once it has waited so long that it was escalated. */
    | { right: RightName; deputy?: true }
    | { roles: readonly RoleName[] }
    | { members: ('invited' | 'active')[] }
    | { concerned: true };
  /** Which kind of workflow takes it: one of the network's own, or that of a practice, or of one of its items. */
  takenBy:
    | Exclude<NetworkAddress['kind'], 'practice' | 'practice-item'>
    /** The port for answers to questionnaires, and no workflow. */
    | 'questionnaires'
    | { practice: PracticeName }
    /** `item`: the field of the payload that names it. */
    | { practice: PracticeName; item: string };
  payload: Schema;
  /** Top-level fields holding words of the person: sealed before the message leaves, so that it carries references. */
  words: readonly string[];
  /** Fields that name people as the person calls them: resolved to ids before the message leaves. */
  people: readonly string[];
  /** Those of them that say who takes part from now on: whoever has left cannot be named there. */
  takingPart?: readonly string[];
  /** Who has left may still do it: it takes back what is theirs. */
  afterLeaving?: true;
  example: z.input<Schema>;
}

export function action<Name extends string, Schema extends z.ZodType>(row: Action<Name, Schema>): Action<Name, Schema> {
  return row;
}
