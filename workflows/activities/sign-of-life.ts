/** Signs of life for work that takes longer than a heartbeat allows, and word to it when nobody waits any more. */
import { Context } from '@temporalio/activity';

const EVERY_MS = 4_000;

export async function whileWorking<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const context = Context.current();
  const timer = setInterval(() => context.heartbeat(), EVERY_MS);
  try {
    return await work(context.cancellationSignal);
  } finally {
    clearInterval(timer);
  }
}
