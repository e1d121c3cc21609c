/**
 * The rules by which seeds are chosen; what each means stands in choose-seeds.ts. Apart from it, so that a command can
 * list them without loading what they compute.
 */
export const SEED_RULES = ['random', 'degree', 'bridge', 'greedy', 'key-players'] as const;
export type SeedRule = (typeof SEED_RULES)[number];
