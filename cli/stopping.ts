/** Ctrl-C, said once: stop in good order. Said again: at once. */
import { note } from './output.ts';

export interface Stopping {
  asked: Promise<void>;
  isAsked(): boolean;
  /** From here on signals do again what they do by default. */
  done(): void;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** What a shell expects of a program that SIGINT ended. */
const INTERRUPTED = 130;

export function untilAsked(): Stopping {
  let times = 0;
  let resolve: () => void = () => undefined;
  const asked = new Promise<void>((done) => {
    resolve = done;
  });
  const onSignal = () => {
    times += 1;
    if (times > 1) process.exit(INTERRUPTED);
    if (process.stderr.isTTY) note('\nstopping as soon as this step is done (Ctrl-C again: at once)');
    resolve();
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return {
    asked,
    isAsked: () => times > 0,
    done: () => {
      for (const signal of SIGNALS) process.off(signal, onSignal);
    },
  };
}
