import type { CharterDocument, PracticesOn } from '../../data/records/index.ts';

/** What a report says of its network besides the check: its name, and what the reader needs to place it. */
export interface About {
  /** The network's name. */
  title: string;
  challenge: string | null;
  /** Where in its life the network is: learning, sustainment. */
  phase: string | null;
  /** What the charter says of the invitation; absent where files are reported on. */
  invitation?: CharterDocument['invitation'];
  /** Practices that the charter has switched on; none where files are reported on. */
  practices?: PracticesOn;
  /** Name to version of what made the report. */
  versions: Record<string, string>;
  /** What a reader sees in place of a member's id. Ids are opaque codes; names never enter by default. */
  label?: (member: string) => string;
}
