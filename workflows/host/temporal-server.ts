/**
 * The Temporal server: find one or make one (`ensureTemporalServer`), start it on a data folder
 * (`startTemporalServer`). The pieces are beside this file, one idea each.
 */
export { DataVersionMismatch } from './temporal-data.ts';
export {
  builtServerPath,
  ensureTemporalServer,
  type FindOptions,
  type FoundServer,
  NoTemporalServer,
} from './temporal-find.ts';
export { defaultNamespace, type SearchAttributes } from './temporal-namespace.ts';
export {
  AlreadyRunning,
  type RunningServer,
  type ServerExit,
  type StartServerOptions,
  startTemporalServer,
} from './temporal-run.ts';
