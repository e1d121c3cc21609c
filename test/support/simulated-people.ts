/**
 * People as a network has them: each does what is asked, or does not, by a rule that depends on who and what alone. So
 * two runs of the same network meet the same people, however the runs are cut by continue-as-new or by killed workers.
 */
import { createHash } from 'node:crypto';
import type { InboxEntry } from '../../data/store/record-store.ts';
import type { ActionName, ActMessage } from '../../workflows/contract/index.ts';

export interface Deed {
  person: string;
  action: ActionName;
  payload: Record<string, unknown>;
  /** The workflow that asked. */
  workflowId: string;
  /** The same person does the same thing once. */
  request: string;
}

/** 0 to 1, the same for the same words. */
export function chance(...words: string[]): number {
  return Number.parseInt(digest(...words).slice(0, 8), 16) / 2 ** 32;
}

/** What the person whom an inbox entry waits on does about it; null for one who lets it pass. */
export function reaction(entry: InboxEntry, person: string, roster: readonly string[]): Deed | null {
  const deed = (action: ActionName, payload: Record<string, unknown>): Deed => ({
    person,
    action,
    payload,
    workflowId: entry.workflowId,
    request: digest(entry.workflowId.replace(/^network\/[^/]+/, ''), entry.about, person, action),
  });
  const luck = chance(person, entry.action, entry.about);
  switch (entry.action) {
    case 'confirm-readiness':
      return deed('confirm-readiness', { item: entry.about });
    case 'propose-priority':
      return luck < 0.25 ? deed('propose-priority', { title: 't-0123456789abcdef' }) : null;
    case 'vote':
      return luck < 0.7 ? deed('vote', { ranking: [luck < 0.4 ? 'priority-1' : 'priority-2'] }) : null;
    case 'set-agenda':
      return deed('set-agenda', { title: 't-0123456789abcdef' });
    case 'accept-invitation':
      return luck < 0.85 ? deed('accept-invitation', {}) : luck < 0.93 ? deed('decline-invitation', {}) : null;
    case 'contribute':
      return luck < 0.4 ? deed('contribute', {}) : null;
    case 'answer':
      return luck < 0.85
        ? deed('answer', { wave: entry.about.replace('wave-', ''), ties: tiesOf(person, roster) })
        : null;
    case 'approve':
      return luck < 0.6 ? deed('approve', { proposal: entry.about }) : deed('decline', { proposal: entry.about });
    case 'decide':
      return deed('decide', { decision: entry.about, option: entry.about === 'sustainment-1' ? 'renew' : 'close' });
    case 'consent':
      return luck < 0.9 ? deed('consent', { introduction: entry.about, agree: luck < 0.8 }) : null;
    case 'confirm-met':
      return luck < 0.8 ? deed('confirm-met', { introduction: entry.about, met: luck < 0.6 }) : null;
    case 'help':
      return luck < 0.6 ? deed('help', { request: entry.about, text: 't-0123456789abcdef' }) : null;
    case 'end-request':
      return deed('end-request', { request: entry.about, resolved: luck < 0.8 });
    case 'settle-commitment':
      return luck < 0.9 ? deed('settle-commitment', { commitment: entry.about, kept: luck < 0.7 }) : null;
    default:
      throw new Error(`nobody knows how to answer ${entry.action}`);
  }
}

export function message(deed: Deed, membership: ActMessage['actor']['membership']): ActMessage {
  return { request: deed.request, actor: { person: deed.person, membership }, payload: deed.payload };
}

/** Not of the network's name: two networks with the same people have the same requests. */
function digest(...words: string[]): string {
  return createHash('sha256').update(words.join('\0')).digest('hex').slice(0, 32);
}

/** Members turn to those near them in the roster: neighbours are of one group, so there is a silo to be found. */
function tiesOf(person: string, roster: readonly string[]) {
  const at = roster.indexOf(person);
  const group = Math.floor(at / 6);
  return roster
    .filter(
      (other, index) => other !== person && chance(person, other) < (Math.floor(index / 6) === group ? 0.7 : 0.08),
    )
    .map((to) => ({ to, type: 'advice', strength: 1 + Math.floor(chance(to, person) * 4) }));
}
