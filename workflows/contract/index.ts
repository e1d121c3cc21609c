/** Everything a caller may know about the workflows. */
export type { Action, ActionName, PayloadOf } from './actions.ts';
export { ACTION_NAMES, ACTIONS, isActionName } from './actions.ts';
export type { ProgrammeClock } from './clock.ts';
export { clockOf, isRealTime, programmeInstant, realDelayMs } from './clock.ts';
export type { WorkflowAddress } from './ids.ts';
export { healthScheduleId, inboxId, workflowAddress, workflowId } from './ids.ts';
export type { ActMessage, Actor, ProcessStatus, Receipt, ReportSignal } from './messages.ts';
export { NAMESPACE, REFUSED, REPORT_SIGNAL, SEARCH_ATTRIBUTES, STATUS_QUERY, TASK_QUEUE } from './messages.ts';
export type { Policy } from './policy.ts';
export { holdsRight, policyOf } from './policy.ts';
export type { Activities, FactDraft, InboxDraft, NoticeDraft, NoticeTemplate } from './ports.ts';
export { NOTICE_TEMPLATES } from './ports.ts';
export type { Begin, Settings, WorkflowStarts, WorkflowType } from './starts.ts';
