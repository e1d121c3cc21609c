/** The roles of a network: what a charter fills, and what practices name when something is asked of a role. */
import { z } from 'zod';

export const ROLE_NAMES = ['lead', 'steward', 'facilitator', 'evaluator', 'sponsor'] as const;
export const RoleName = z.enum(ROLE_NAMES);
export type RoleName = z.infer<typeof RoleName>;
