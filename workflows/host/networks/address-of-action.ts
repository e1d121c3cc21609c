/** Which workflow takes an action now, and the words for when there is none. */
import { type Kind, PRACTICES, type PracticeName, subjectOf } from '../../../data/records/index.ts';
import type { RecordStore } from '../../../data/store/index.ts';
import type { Action, ActionName, NetworkAddress } from '../../contract/index.ts';
import { ACTIONS } from '../../contract/index.ts';
import { RefusedError } from './refused.ts';

/** In the order in which a network goes through them. */
const PHASES: readonly string[] = ['design', 'invitation', 'learning', 'sustainment', 'closed'];

/** @throws RefusedError where no such thing runs. */
export async function addressOfAction(
  store: RecordStore,
  network: string,
  action: ActionName,
  payload: Record<string, unknown>,
): Promise<NetworkAddress> {
  const { takenBy }: Action = ACTIONS[action];
  if (typeof takenBy === 'object') return addressInPractice(store, network, takenBy, payload);
  switch (takenBy) {
    case 'network':
      return { kind: 'network', network };
    case 'cycle': {
      const cycle = await currentCycle(store, network);
      if (cycle === null) throw new RefusedError('No learning cycle is running.');
      return { kind: 'cycle', network, cycle };
    }
    case 'wave':
      return { kind: 'wave', network, wave: String(payload.wave) };
    case 'decision':
      return { kind: 'decision', network, decision: String(payload.proposal ?? payload.decision) };
    case 'introduction':
      return { kind: 'introduction', network, introduction: String(payload.introduction) };
    default:
      throw new RefusedError(`${action} is taken by nobody.`);
  }
}

async function addressInPractice(
  store: RecordStore,
  network: string,
  { practice, ...where }: Extract<Action['takenBy'], object>,
  payload: Record<string, unknown>,
): Promise<NetworkAddress> {
  const [charter] = await store.read({ network, kind: 'charter' });
  if (charter?.body.document.practices[practice] === undefined) {
    throw new RefusedError(
      `${PRACTICES[practice].title}: this network's charter has not switched it on (practices.${practice}).`,
    );
  }
  if (!('item' in where)) return { kind: 'practice', network, practice };
  return { kind: 'practice-item', network, practice, item: String(payload[where.item]) };
}

export async function currentCycle(store: RecordStore, network: string): Promise<number | null> {
  const cycles = await store.read({ network, kind: 'cycle' });
  const running = cycles.map(({ body }) => body).filter(({ stage }) => stage !== 'done');
  return running.length === 0 ? null : Math.max(...running.map(({ cycle }) => cycle));
}

/** Why the workflow that would take the action is not running: from what the store knows of it. */
export async function whyNotRunning(store: RecordStore, address: NetworkAddress): Promise<string> {
  const { network } = address;
  switch (address.kind) {
    case 'network': {
      const [phase] = await store.read({ network, kind: 'phase' });
      return phase?.body.phase === 'closed'
        ? 'The network is closed.'
        : `${network} is known but does not run; launch it again with the same charter: weft launch`;
    }
    case 'cycle':
      return 'No learning cycle is running.';
    case 'wave': {
      const waves = (await store.read({ network, kind: 'wave' })).map(({ body }) => body.wave);
      if (waves.includes(address.wave)) return `Wave ${address.wave} is closed.`;
      return `There is no wave '${address.wave}' yet. ${listed('There are', waves)}`;
    }
    case 'decision': {
      const subject = subjectOf(address.decision);
      const [decision] = await store.read({ network, kind: 'decision', subject });
      if (decision === undefined)
        return `There is no decision '${address.decision}' to be made; weft status lists them.`;
      const { status, chosen } = decision.body;
      return status === 'decided' ? `This is decided already: ${chosen}.` : `This is no longer open (${status}).`;
    }
    case 'introduction': {
      const subject = subjectOf(address.introduction);
      const [introduction] = await store.read({ network, kind: 'introduction', subject });
      if (introduction === undefined) return `There is no introduction '${address.introduction}'.`;
      return `This introduction has ended (${introduction.body.status}).`;
    }
    case 'practice': {
      const [phase] = await store.read({ network, kind: 'phase' });
      const { title, beginsIn } = PRACTICES[address.practice as PracticeName];
      if (phase?.body.phase === 'closed') return 'The network is closed.';
      // Practices end some moments before it is written down that the network is closed.
      if (phase !== undefined && PHASES.indexOf(phase.body.phase) >= PHASES.indexOf(beginsIn)) {
        return `${title} has ended: the network is coming to its close.`;
      }
      return `${title} begins with the phase ${beginsIn}; the network is in ${phase?.body.phase ?? 'none yet'}.`;
    }
    case 'practice-item': {
      const [phase] = await store.read({ network, kind: 'phase' });
      if (phase?.body.phase === 'closed') return 'The network is closed.';
      const ended = await statusOnRecord(store, network, address);
      if (ended !== null) return `${address.item} has ended${ended === 'ended' ? '' : ` (${ended})`}.`;
      return `There is no '${address.item}' that is still open; weft status shows what waits for you.`;
    }
    default:
      return 'This takes no messages.';
  }
}

/** How something that a practice began has come out; null where there is nothing of that name. */
async function statusOnRecord(
  store: RecordStore,
  network: string,
  { practice, item }: Extract<NetworkAddress, { kind: 'practice-item' }>,
): Promise<string | null> {
  for (const kind of PRACTICES[practice as PracticeName].records as readonly Kind[]) {
    const [fact] = await store.read({ network, kind, subject: subjectOf(item) });
    const status: unknown = fact === undefined ? undefined : (fact.body as Record<string, unknown>).status;
    if (typeof status === 'string') return status.replaceAll('-', ' ');
  }
  return null;
}

function listed(words: string, items: readonly string[]): string {
  return items.length === 0 ? 'There is none.' : `${words}: ${items.join(', ')}.`;
}
