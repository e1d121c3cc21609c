/**
 * Who may read the words that members wrote, beside their author: everybody of the network, or some people and roles, as
 * the practice promises whoever writes. Default deny: a field that is not named here is its author's own. What goes into
 * the archive was meant for everybody, and is not said twice (`data/exchange/archive/what-is-kept.ts`).
 */
import { KEPT, type Kept } from '../../../data/exchange/archive/index.ts';
import type { BodyOf, Kind, RoleName } from '../../../data/records/index.ts';
import type { Policy } from '../../contract/index.ts';

/** The roles whose holders read it, and the people who read it whatever their role; or everybody of the network. */
export type Readers = 'everybody' | { roles?: readonly RoleName[]; people?: readonly string[] };

type Rule<K extends Kind> = (body: BodyOf<K>, policy: Policy) => Partial<Record<keyof BodyOf<K> & string, Readers>>;

const RULES: { readonly [K in Kind]?: Rule<K> } = {
  'cycle-framing': () => ({ question: 'everybody', hypotheses: 'everybody' }),
  constraint: () => ({ text: 'everybody' }),
  circle: () => ({ title: 'everybody' }),
  ritual: () => ({ title: 'everybody' }),
  variant: () => ({ question: 'everybody', decided: 'everybody' }),
  // Whoever takes part adds explanations, and any of them may be asked to review.
  'contribution-claim': () => ({
    ...{ outcome: 'everybody', contribution: 'everybody', evidence: 'everybody', because: 'everybody' },
    ...{ rivals: 'everybody', reason: 'everybody' },
  }),
  // What was written goes to those who answer it; their answer goes to all.
  'said-and-did': () => ({ text: { roles: ['facilitator', 'lead'] }, did: 'everybody' }),
  'questionnaire-answer': ({ shared }) => (shared ? { answers: 'everybody' } : {}),
  'knowledge-note': () => ({ text: { roles: ['steward', 'facilitator'] } }),
  'access-need': (_, { practices }) => ({ text: { roles: practices?.access?.readBy ?? [] } }),
  stipend: ({ member }, { practices }) => ({
    text: { roles: practices?.access?.stipendsDecidedBy ?? [] },
    reason: { roles: practices?.access?.stipendsDecidedBy ?? [], people: [member] },
  }),
  'support-request': ({ askedBy, asked, escalated }) => ({
    text: { people: [askedBy, ...asked], roles: escalated ? ['facilitator'] : [] },
  }),
};

/** Of a record as it stands. Fields that are absent from the answer are their author's alone. */
export function readersOf<K extends Kind>(kind: K, body: BodyOf<K>, policy: Policy): ReadonlyMap<string, Readers> {
  const kept = KEPT[kind] as Kept<K> | undefined;
  const inArchive = kept !== undefined && (kept.when?.(body) ?? true) ? (kept.words ?? []) : [];
  const rule = RULES[kind] as Rule<K> | undefined;
  return new Map<string, Readers>([
    ...inArchive.map((field) => [field, 'everybody'] as const),
    ...Object.entries<Readers | undefined>(rule?.(body, policy) ?? {}).flatMap(([field, readers]) =>
      readers === undefined ? [] : [[field, readers] as const],
    ),
  ]);
}

export function mayRead(readers: Readers | undefined, person: string, { roles }: Policy): boolean {
  if (readers === undefined) return false;
  if (readers === 'everybody') return true;
  return (readers.people ?? []).includes(person) || (readers.roles ?? []).some((role) => roles[role].includes(person));
}
