/** How a network wants its health checked, as its charter says it: what to measure, when to act, what to leave alone. */
import type { CharterDocument } from '../../data/records/index.ts';

type Health = CharterDocument['health'];

export type HealthPolicy = Omit<Health, 'targets'> & {
  /** Those that were agreed beforehand, as their last review left them; in the charter's order, dropped ones in their place. */
  targets: (Health['targets'][number] & { dropped?: boolean })[];
};
