/** What a demonstration plays: a network, and people who live in it. */
import type { ImportResult } from '../../data/exchange/index.ts';
import type { CharterDocument } from '../../data/records/index.ts';
import type { NetworkStatus, Networks } from '../../workflows/host/client.ts';

export interface Show {
  charter: CharterDocument;
  members: ImportResult;
  /** What is to be seen, in a line. */
  says: string;
  /** Plays until the network is closed. @throws DemoError where the machine is too slow for it. */
  play(stage: Stage, network: string, look: Look): Promise<Played>;
}

/** What players need of the façade. */
export type Stage = Pick<Networks, 'status' | 'act' | 'facts'>;

export interface Look {
  /** Called with every look at the network. */
  onLook: (status: NetworkStatus) => void;
  signal: AbortSignal;
}

export interface Played {
  done: number;
  /** What was refused, or never asked for; with the words. */
  left: { act: { as: string; action: string }; why: string }[];
}
