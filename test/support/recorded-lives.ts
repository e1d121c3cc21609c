/**
 * Two lives of a network between which every kind of workflow ends in every way it can: what record-histories.ts
 * records. In the long one proposals meet every fate and the network is renewed and closed; in the short one nearly
 * everything is late, and the lead closes it in the middle of a cycle.
 */
import type { CharterInput } from '../../data/records/index.ts';
import type { InboxEntry } from '../../data/store/index.ts';
import type { ActionName } from '../../workflows/contract/index.ts';
import type { Imported } from '../../workflows/host/client.ts';
import { chaosCharter, chaosMembers } from './chaos-network.ts';
import { type Deed, reaction } from './simulated-people.ts';

export interface Life {
  charter: CharterInput;
  react: typeof reaction;
}

/** Fifteen: three regions of five, the smallest group that a report shows. */
export function recordedMembers(): Imported {
  const members = chaosMembers(15);
  for (const [index, { attributes }] of members.records.members.entries()) {
    attributes.region = ['North', 'South', 'East'][Math.floor(index / 5)] as string;
  }
  return members;
}

export function longLife(): Life {
  const base = chaosCharter({ network: 'long-life', dayLastsSeconds: 0.6 });
  const [rule] = base.health?.rules ?? [];
  const charter: CharterInput = {
    ...base,
    surveys: [{ wave: '1', after: 'P20D', open: 'P4D', types: ['advice'], reminders: { every: 'P1D', atMost: 1 } }],
    decisions: { remindAfter: 'P2D', escalateAfter: 'P4D', expireAfter: 'P6D' },
    health: {
      ...base.health,
      every: 'P3D',
      capPerPerson: 2,
      rules: rule === undefined ? [] : [{ ...rule, below: 1, atMost: 2, cooldown: 'P1D' }],
    },
  };
  const fates = new Map<string, number>();
  const fateOf = (proposal: string) => {
    const fate = fates.get(proposal) ?? fates.size;
    fates.set(proposal, fate);
    return fate;
  };
  const react: typeof reaction = (entry, person, roster) => {
    const { action, about } = entry;
    switch (action) {
      case 'propose-priority':
      case 'vote':
      case 'contribute':
        // A history is kept for years: a few who speak show as much as many.
        return person === 'p05' || person === 'p06' ? always(entry, person) : null;
      case 'accept-invitation':
        // Two regions of five.
        return person <= 'p10' ? deed(entry, person, action, {}) : null;
      case 'approve':
        return ofProposal(fateOf(about), entry, person);
      case 'consent':
        if (fateOf(about) === 4) return null;
        return deed(entry, person, action, { introduction: about, agree: fateOf(about) !== 1 });
      case 'confirm-met':
        return deed(entry, person, action, { introduction: about, met: fateOf(about) !== 3 });
      default:
        return reaction(entry, person, roster);
    }
  };
  return { charter, react };
}

function always(entry: InboxEntry, person: string): Deed {
  const { action } = entry;
  if (action === 'propose-priority') return deed(entry, person, action, { title: `What ${person} wants` });
  if (action === 'vote') return deed(entry, person, action, { ranking: ['priority-1'] });
  return deed(entry, person, 'contribute', {});
}

/** 0: they meet. 1: refused. 2: nobody decides. 3: not met. 4: consent lapses. 5: declined. 6: all proposals stopped. */
function ofProposal(fate: number, entry: InboxEntry, person: string): Deed | null {
  if (fate === 2) return null;
  if (fate === 6) return deed(entry, person, 'stop-proposals', {});
  const isApproved = fate <= 4;
  return deed(entry, person, isApproved ? 'approve' : 'decline', { proposal: entry.about });
}

export function shortLife(): Life {
  const base = chaosCharter({ network: 'short-life', dayLastsSeconds: 0.6 });
  const charter: CharterInput = {
    ...base,
    surveys: [],
    decisions: { remindAfter: 'P2D', escalateAfter: 'P4D', expireAfter: 'P12D' },
    health: { ...base.health, every: 'P60D' },
    practices: { 'peer-support': { peersAsked: 2 }, commitments: {} },
  };
  let readinessAskedAtMs = 0;
  let isExtended = false;
  const react: typeof reaction = (entry, person, roster) => {
    const { action, about } = entry;
    switch (action) {
      case 'propose-priority':
      case 'vote':
        return null;
      case 'confirm-readiness':
        readinessAskedAtMs ||= Date.now();
        // Reminded and escalated first: the gate opens at day 16, and waits four days more.
        return Date.now() - readinessAskedAtMs < 25 * 600 ? null : reaction(entry, person, roster);
      case 'accept-invitation':
        if (person === 'p07') return deed(entry, person, 'decline-invitation', {});
        // Too few at first; those who are asked once more come.
        return isExtended && person <= 'p09' ? deed(entry, person, action, {}) : null;
      case 'decide':
        isExtended = true;
        return deed(entry, person, 'decide', { decision: about, option: 'extend' });
      case 'contribute':
        return inCycle(entry, person);
      default:
        return reaction(entry, person, roster);
    }
  };
  return { charter, react };
}

/** In the first stage they act in every way a member can; in the second the lead closes the network. */
function inCycle(entry: InboxEntry, person: string): Deed | null {
  if (entry.about !== 'cycle-1-frame') return person === 'p01' ? deed(entry, person, 'close', {}) : null;
  if (person === 'p02') return deed(entry, person, 'adopt', { practice: 'shared-intake' });
  if (person === 'p08') return deed(entry, person, 'leave', {});
  if (person === 'p03') return deed(entry, person, 'ask-for-help', { text: 'Who has a template?' });
  if (person === 'p04') return deed(entry, person, 'commit', { text: 'Try the form', due: '2099-01-01' });
  if (person !== 'p05') return null;
  return deed(entry, person, 'contribute', { text: 'Our intake form, one page' });
}

function deed(entry: InboxEntry, person: string, action: ActionName, payload: Record<string, unknown>): Deed {
  return { person, action, payload, workflowId: '', request: `${action}.${entry.about}.${person}`.slice(0, 100) };
}
