/** How a network passes the milestones of its roadmap; gates are decided by `decide`. */
import { z } from 'zod';
import { action, Id } from '../action.ts';

export const alignmentActions = {
  'reach-milestone': action({
    name: 'reach-milestone',
    does: 'say that a milestone is reached, or let the network pass at a gate that was held',
    may: { right: 'decide-sustainment' },
    takenBy: { practice: 'alignment' },
    payload: z.strictObject({ milestone: Id }),
    words: [],
    people: [],
    example: { milestone: 'first-form' },
  }),
} as const;

export const ALIGNMENT_NOTICES = ['milestone-due', 'gate-open'] as const;
export type AlignmentNotice = (typeof ALIGNMENT_NOTICES)[number];
