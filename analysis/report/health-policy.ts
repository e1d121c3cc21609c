/** How a network wants its health checked, as its charter says it: what to measure, when to act, what to leave alone. */
import type { CharterDocument } from '../../data/records/index.ts';

export type HealthPolicy = CharterDocument['health'];
