/**
 * Who is asked to a session: a circle's members where it is theirs, else everybody active. A meeting of a ritual is in
 * calendars already, so that only its changes are told.
 */
import type { Instant } from '../../../../data/records/index.ts';
import type { NoticeTemplate, WorkflowStarts } from '../../../contract/index.ts';
import type { Moment, Wish } from '../../process.ts';
import { perform } from '../../process.ts';
import { ask, tell } from '../../shared.ts';

type Begin = WorkflowStarts['practiceItem'];

export function invited(begin: Begin, moment: Moment, until: Instant): Wish[] {
  const { item: about, given, network } = begin;
  const template = isInvited(begin) ? 'session-invited' : 'session-of-ritual';
  const action = 'come-to-session';
  if (given.people !== undefined) return ask(begin, moment, peopleOf(begin), { template, action, about, until });
  const whom = { standing: ['active' as const] };
  const { workflowId, at } = moment;
  return [
    perform('notifyMembers', { network, workflowId, at, template, about, whom, round: 0, ask: { action, until } }),
  ];
}

/** Whether its own entry is in calendars; a meeting of a ritual is there with the series. */
export function isInvited({ given }: Begin): boolean {
  return given.ritual === undefined;
}

export function tellInvited(begin: Begin, moment: Moment, template: NoticeTemplate, round: number): Wish[] {
  const { item: about, given, network } = begin;
  if (given.people !== undefined) return [tell(begin, moment, peopleOf(begin), template, about, undefined, round)];
  const whom = { standing: ['active' as const] };
  return [
    perform('notifyMembers', { network, workflowId: moment.workflowId, at: moment.at, template, about, whom, round }),
  ];
}

export function peopleOf({ given }: Begin): string[] {
  return (given.people ?? '').split(' ').filter((person) => person !== '');
}
