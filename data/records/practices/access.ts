import { z } from 'zod';
import { Duration } from '../duration-schema.ts';
import { RoleName } from '../role-names.ts';
import { practice } from './practice.ts';

const Roles = z.array(RoleName).min(1, 'at least one role must be asked');

export const access = practice({
  name: 'access',
  title: 'Equalising space: access, pay, language, time zones',
  rows: [{ row: 14, title: 'Equalising space: access, pay, language, time zones' }],
  chapter: 'invite-and-launch',
  does: 'Whoever is invited or a member says what they need in order to take part (a language, a hearing loop, other hours), in words that only those read who see to it; and may ask for a stipend, which a named role decides on, with a reminder and somebody who decides in its place. The report counts what was asked for and met, for five people or more, and says which groups take part less than others.',
  neverRests: 'what somebody needs in order to take part is settled in every stage',
  beginsIn: 'invitation',
  hears: ['left'],
  settings: z.strictObject({
    readBy: Roles.default(['facilitator']),
    stipendsDecidedBy: Roles.default(['lead']),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'name a currency by its three letters: EUR, KES')
      .default('EUR'),
    most: z.number().positive().max(1_000_000).default(1_000),
    remindAfter: Duration.default('P5D'),
    escalateAfter: Duration.default('P10D'),
    openPerMember: z.int().min(1).max(20).default(3),
  }),
  explains: {
    readBy: 'Who sees to access needs. Nobody else reads the words.',
    stipendsDecidedBy: 'Who decides on stipends; nobody on their own.',
    currency: 'In what stipends are paid.',
    most: 'The most that one request may ask for.',
    remindAfter: 'How long after it was asked they are reminded.',
    escalateAfter:
      'How long after it was asked the deputy of decisions.deputy hears of it, and may decide on stipends.',
    openPerMember: 'How many needs and requests a person may have open.',
  },
  records: ['access-need', 'stipend'],
  metrics: ['access-needs-met', 'stipends-approved', 'participation-rate-ratios'],
  section: 'access',
});
