/** The only code that touches the world. */
export { createActivities, createMeasuringActivities } from './create-activities.ts';
export { chooseNotifier, type NotifierSettings } from './notify/choose-notifier.ts';
export { fileOutbox } from './notify/file-outbox.ts';
export type { Message, Notifier } from './notify/notifier.ts';
export { Undeliverable } from './notify/notifier.ts';
export { smtp } from './notify/smtp.ts';
export type { HealthSchedule, WorkflowsPort, World } from './world.ts';
