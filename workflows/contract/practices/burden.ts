/** How much is asked of people: counted, and heeded by whoever chooses people for something that can go without them. */
import type { Instant } from '../../../data/records/index.ts';

export interface BurdenActivities {
  /** Counts for every active member how often they were asked within the quarter before, and keeps it. */
  countQuestions(input: { network: string; cap: number; at: Instant }): Promise<{ members: number; atCap: number }>;
  /**
   * For any practice that chooses people for something optional: those of them who may be asked now. Who was asked often
   * enough is left out, and it is kept that they were spared. Where the charter sets no cap, all may.
   */
  freeToAsk(input: {
    network: string;
    people: string[];
    about: string;
    at: Instant;
  }): Promise<{ people: string[]; spared: number }>;
}
