/** Everything a caller may know about the workflows. */
export type { Action } from './action.ts';
export type { ActionName, PayloadOf } from './actions.ts';
export { ACTION_NAMES, ACTIONS, isActionName } from './actions.ts';
export type { ProgrammeClock } from './clock.ts';
export { clockOf, isRealTime, programmeInstant, realDelayMs } from './clock.ts';
export type { NetworkAddress, WorkflowAddress } from './ids.ts';
export { healthScheduleId, inboxId, partId, partOf, workflowAddress, workflowId } from './ids.ts';
export { COLLECTED, isForManyMachines, spreadAboveNs } from './measuring.ts';
export type { ActMessage, Actor, ProcessStatus, Receipt, ReportSignal } from './messages.ts';
export {
  MEASURING_QUEUE,
  NAMESPACE,
  REFUSED,
  REPORT_SIGNAL,
  SEARCH_ATTRIBUTES,
  STATUS_QUERY,
  TASK_QUEUE,
} from './messages.ts';
export type { Policy } from './policy.ts';
export { holdsRight, isRightName, policyOf } from './policy.ts';
export type {
  Activities,
  CalendarStep,
  FactDraft,
  InboxDraft,
  MeasuringActivities,
  NetworkActivities,
  NoticeDraft,
  NoticeTemplate,
  Planned,
} from './ports.ts';
export { NOTICE_TEMPLATES } from './ports.ts';
export { BY_QUESTIONNAIRE, HANDBOOK, type HandbookRow, ROWS } from './practices/handbook.ts';
export { CALENDAR_NOTICES, type Point, PRACTICE_ACTIONS } from './practices/index.ts';
export { archiveFolder, ROLE_MOVED } from './practices/sustainment.ts';
export type { Begin, Run, Settings, WorkflowStarts, WorkflowType } from './starts.ts';
