/**
 * Wishes that several processes share: recording under a source, asking people, keeping the inbox.
 */
import type { Instant, Kind, RightName, RoleName, Source } from '../../data/records/index.ts';
import type {
  Action,
  ActionName,
  ActMessage,
  Begin,
  CalendarStep,
  FactDraft,
  NoticeDraft,
  NoticeTemplate,
  Policy,
} from '../contract/index.ts';
import { ACTIONS, holdsRight, inboxId, workflowId } from '../contract/index.ts';
import type { Moment, Wish } from './process.ts';
import { perform, start } from './process.ts';

/** `retracted`: it holds no longer. */
interface Stated {
  kind: Kind;
  body: unknown;
  key: string;
  retracted?: true;
}

/** Facts that the workflow itself states. Keys are natural (what happened, when it is unique), so that a repeat adds nothing. */
export function record(begin: Begin, moment: Moment, ...facts: Stated[]): Wish {
  return recordAs(begin, moment, { type: 'workflow', id: moment.workflowId }, ...facts);
}

/** Facts that a person stated. */
export function recordBy(begin: Begin, moment: Moment, person: string, ...facts: Stated[]): Wish {
  return recordAs(begin, moment, { type: 'person', id: person }, ...facts);
}

function recordAs(begin: Begin, moment: Moment, source: Source, ...facts: Stated[]): Wish {
  return perform('appendFacts', {
    network: begin.network,
    facts: facts.map((fact) => ({ ...fact, validFrom: moment.at }) as FactDraft),
    source,
    recordedAt: moment.at,
  });
}

/** What somebody is asked to do: a notice to each, and an entry in each one's inbox. */
export function ask(
  begin: Begin,
  moment: Moment,
  people: string[],
  request: {
    template: NoticeTemplate;
    action: string;
    about: string;
    until: Instant | null;
    text?: string;
    round?: number;
  },
): Wish[] {
  if (people.length === 0) return [];
  return [
    perform('putInbox', {
      network: begin.network,
      workflowId: moment.workflowId,
      entries: people.map((person) => ({
        id: inboxId(moment.workflowId, request.action, request.about, person),
        person,
        action: request.action,
        about: request.about,
        since: moment.at,
        until: request.until,
      })),
    }),
    notices(begin, moment, people, { ...request, asks: true }),
  ];
}

/** A notice to each of some people; sent once per person, template, subject and round. */
export function tell(
  begin: Begin,
  moment: Moment,
  people: string[],
  template: NoticeTemplate,
  about: string,
  text?: string,
  round?: number,
): Wish {
  return notices(begin, moment, people, { template, about, text, round });
}

function notices(
  begin: Begin,
  moment: Moment,
  people: string[],
  {
    template,
    about,
    text,
    round,
    asks,
  }: Pick<NoticeDraft, 'template' | 'about' | 'asks'> & {
    text?: string | undefined;
    round?: number | undefined;
  },
): Wish {
  const more = { ...(text === undefined ? {} : { text }), ...(asks === undefined ? {} : { asks }) };
  const subject = round === undefined ? about : `${about}.${round}`;
  return perform('notify', {
    network: begin.network,
    at: moment.at,
    notices: people.map((person) => ({ id: `${template}.${subject}.${person}`, person, template, about, ...more })),
  });
}

export function clear(moment: Moment, entries: { action: string; about: string; people: string[] }): Wish {
  const ids = entries.people.map((person) => inboxId(moment.workflowId, entries.action, entries.about, person));
  return perform('clearInbox', { ids });
}

/** Nobody is asked any more: for one action, or for anything by this workflow. */
export function clearAll(moment: Moment, action?: string): Wish {
  return perform('clearInbox', { workflowId: moment.workflowId, action });
}

/** Everybody who holds one of the roles, each once, in a fixed order. */
export function holders(begin: Begin, roles: readonly RoleName[]): string[] {
  return [...new Set(roles.flatMap((role) => begin.policy.roles[role]))].sort();
}

/** The calendar of a network: its zone and its blackouts, for a chain or a fan of steps. */
export function calendar(begin: Begin, from: Instant, steps: CalendarStep[], as: string): Wish {
  const { timeZone, blackouts } = begin.policy;
  return perform('calendar', { from, timeZone, blackouts, steps }, as);
}

/** The calendar day of an instant, for ids and dates that people read. */
export function dayOf(instant: Instant): string {
  return instant.slice(0, 10);
}

/** The words for somebody who takes no part. */
export const ACTIVE_ONLY = 'Only active members do this: join the network first.';

/**
 * The words for somebody who has left: they decide, answer and say nothing here any more, whatever role they held, but may
 * take back what is theirs. Null for everybody else.
 */
export function refusedAsLeft(action: ActionName, { actor }: ActMessage): string | null {
  const { afterLeaving }: Action = ACTIONS[action];
  return actor.membership === 'left' && afterLeaving !== true ? 'You have left the network.' : null;
}

/** The words for somebody who lacks a right; null for somebody who holds it. */
export function lacksRight(
  policy: Policy,
  right: RightName,
  message: ActMessage,
  /** Whether it has waited so long that the deputy may as well. */
  escalated = false,
): string | null {
  const { person } = message.actor;
  if (holdsRight(policy, right, person)) return null;
  if (escalated && policy.roles[policy.decisions.deputy].includes(person)) return null;
  const roles = policy.rights[right];
  return `Only a ${roles.join(' or a ')} may do this (the charter's right ${right}).`;
}

/** The words for somebody who holds none of the roles; null for somebody who holds one. */
export function lacksRole(policy: Policy, roles: readonly RoleName[], message: ActMessage): string | null {
  if (roles.some((role) => policy.roles[role].includes(message.actor.person))) return null;
  return `Only a ${roles.join(' or a ')} may do this.`;
}

/** A person decides about a proposal, whoever made it. */
export function decisionAbout(
  { network, policy, clock, settings }: Begin,
  proposal: string,
  parties: [string, string],
): Wish {
  return start('decision', workflowId({ kind: 'decision', network, decision: proposal }), {
    ...{ network, policy, clock, settings },
    decision: proposal,
    subject: 'proposal',
    about: proposal,
    options: ['approve', 'decline'],
    // Nobody said yes: nothing is done.
    otherwise: 'decline',
    right: 'decide-proposals',
    parties,
    expireAfter: null,
    reportTo: null,
  });
}
