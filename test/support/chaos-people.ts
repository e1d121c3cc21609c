/**
 * The simulated people of a network, acting through the façade as real ones do by the command line: they look at what
 * waits on them, act, and where no answer comes (a process was killed) they try the same submission again.
 */
import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { InboxEntry } from '../../data/store/index.ts';
import type { Receipt } from '../../workflows/contract/index.ts';
import { type NetworkStatus, type Networks, RefusedError } from '../../workflows/host/client.ts';
import { type Deed, reaction } from './simulated-people.ts';
import { whatKeeps } from './what-keeps.ts';

export interface Life {
  /** What each submission was answered with, by request. */
  accepted: Map<string, { deed: Deed; receipt: Receipt }>;
  refused: Map<string, { deed: Deed; words: string; sentAtMs: number; answeredAtMs: number }>;
  /** Submissions to which no answer came at first, and how often. */
  unanswered: Map<string, number>;
}

export interface LiveOptions {
  network: string;
  members: readonly string[];
  networks: Networks;
  /** Looked at after every round. */
  isOver: (status: NetworkStatus) => Promise<boolean> | boolean;
  /** Asked what keeps it, where the network stands still. */
  client: Client;
  /** What a person does about what waits on them; null: they let it pass. */
  react?: typeof reaction;
}

const AT_ONCE = 6;
const LOOK_EVERY_MS = 100;
/** Longer than two submissions to which nobody answers: a busy machine is slow, and does not stand still. */
const STANDS_STILL_MS = 150_000;

export async function live(options: LiveOptions): Promise<Life> {
  const { network, members, networks, isOver, client, react = patiently } = options;
  const life: Life = { accepted: new Map(), refused: new Map(), unanswered: new Map() };
  let seen = '';
  let seenAt = Date.now();
  let trouble: unknown = null;
  for (;;) {
    if (Date.now() - seenAt > STANDS_STILL_MS) {
      throw new Error(`${network} stands still: ${await whatKeeps(client, network)}; people see ${seen}`, {
        cause: trouble,
      });
    }
    try {
      const status = await networks.status(network);
      const sight = sightOf(status, life);
      if (sight !== seen) [seen, seenAt] = [sight, Date.now()];
      if (await isOver(status)) return life;
      const open = deedsOf(status, members, react).filter(
        ({ request }) => !life.accepted.has(request) && !life.refused.has(request),
      );
      for (let start = 0; start < open.length; start += AT_ONCE) {
        await Promise.all(open.slice(start, start + AT_ONCE).map((deed) => attempt(networks, network, deed, life)));
      }
      if (open.every(({ action }) => action !== 'contribute')) {
        for (const deed of endOfStage(status)) await attempt(networks, network, deed, life);
      }
    } catch (error) {
      // Weft is down at this moment: people look again later, until the limit above.
      trouble = error;
    }
    await delay(LOOK_EVERY_MS);
  }
}

/** Where it is, beside the time of day. */
function sightOf({ phase, stage, waiting, next, answers }: NetworkStatus, { accepted, refused }: Life): string {
  return JSON.stringify({ phase, stage, answers, accepted: accepted.size, refused: refused.size, waiting, next });
}

/** Temporal's list is a little late: what has just begun is not in it yet. */
const QUIET_LOOKS = 10;

/** Whether a network is closed and all that it began has ended too, as `isOver` for one life. */
export function everythingEnded(client: Client): LiveOptions['isOver'] {
  let quiet = 0;
  return async ({ network, phase, waiting }) => {
    const query = `WeftNetwork = '${network}' AND ExecutionStatus = 'Running'`;
    const isQuiet = phase === 'closed' && waiting.length === 0 && (await client.workflow.count(query)).count === 0;
    quiet = isQuiet ? quiet + 1 : 0;
    return quiet >= QUIET_LOOKS;
  };
}

/** After an outage fewer may have answered in time than would have: the others are waited for. */
export const patiently: typeof reaction = (entry, person, roster) => {
  if (!entry.about.startsWith('too-few-joined')) return reaction(entry, person, roster);
  const payload = { decision: entry.about, option: 'extend' };
  return { person, action: 'decide', payload, workflowId: '', request: `extend-${entry.about}-${person}` };
};

/** The fact that an accepted submission leaves behind, by its key; null where it changes what a workflow remembers only. */
export function keyOfFact({ action, payload, person, request: own }: Deed): string | null {
  const request = `${person}.${own}`;
  switch (action) {
    case 'propose-priority':
    case 'vote':
    case 'set-agenda':
    case 'contribute':
      return `act/${request}`;
    case 'accept-invitation':
    case 'decline-invitation':
      return `standing/${request}`;
    case 'confirm-readiness':
      return `readiness/${payload.item}`;
    case 'answer': {
      const parts = JSON.stringify([payload.wave, person, request]);
      return `answered/${createHash('sha256').update(parts).digest('hex')}`;
    }
    case 'approve':
    case 'decline':
      return `decision/${payload.proposal}/decided`;
    case 'decide':
      return `decision/${payload.decision}/decided`;
    default:
      return null;
  }
}

async function attempt(networks: Networks, network: string, deed: Deed, life: Life): Promise<void> {
  const { person, action, payload, request } = deed;
  const sentAtMs = Date.now();
  try {
    const receipt = await networks.act(network, action, { as: person, payload, request });
    life.accepted.set(request, { deed, receipt });
  } catch (error) {
    // Too few have contributed, or one more outage: the facilitator asks again.
    if (action === 'end-stage') return;
    if (error instanceof RefusedError) {
      life.refused.set(request, { deed, words: error.message, sentAtMs, answeredAtMs: Date.now() });
    } else life.unanswered.set(request, (life.unanswered.get(request) ?? 0) + 1);
  }
}

function deedsOf(status: NetworkStatus, members: readonly string[], react: typeof reaction): Deed[] {
  const asked = status.waiting.flatMap(({ on, ...waiting }) => {
    const entry: InboxEntry = {
      id: `${waiting.action}#${waiting.about}`,
      network: status.network,
      // The façade finds the workflow by itself.
      workflowId: '',
      person: on,
      ...waiting,
    };
    const people = on === 'role:member' ? members : [on];
    return people.map((person) => react(entry, person, members));
  });
  return asked.filter((deed) => deed !== null);
}

/** The facilitator ends a stage as soon as somebody has contributed, except the one in which members are surveyed. */
function endOfStage(status: NetworkStatus): Deed[] {
  return status.waiting.flatMap(({ action, about }) => {
    if (action !== 'contribute' || about.endsWith('adapt-and-apply')) return [];
    return [{ person: 'p03', action: 'end-stage' as const, payload: {}, workflowId: '', request: `end-${about}` }];
  });
}
