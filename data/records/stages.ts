/** The stages of a learning cycle, in their order. */
export const STAGES = ['frame', 'exchange', 'solve-together', 'co-create', 'adapt-and-apply', 'feed-back'] as const;
export type Stage = (typeof STAGES)[number];
