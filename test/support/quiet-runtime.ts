/**
 * The SDK's own log at errors only: tests make workers by the dozen, and each tells its whole life at INFO.
 */
import { DefaultLogger, Runtime } from '@temporalio/worker';

let installed = false;

/** Before the first worker or connection of a process; more calls do nothing. */
export function quietRuntime(): void {
  if (installed) return;
  installed = true;
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { forward: {}, filter: 'ERROR' } },
  });
}
