import { setTimeout as delay } from 'node:timers/promises';

/** Looks again and again until the answer is neither null nor false; says what it waited for when it gives up. */
export async function until<T>(
  what: string,
  look: () => Promise<T> | T,
  { withinMs = 60_000, everyMs = 50 }: { withinMs?: number; everyMs?: number } = {},
): Promise<NonNullable<T>> {
  const giveUpAt = Date.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (seen !== null && seen !== undefined && seen !== false) return seen as NonNullable<T>;
    if (Date.now() > giveUpAt) throw new Error(`Waited ${withinMs} ms in vain until ${what}.`);
    await delay(everyMs);
  }
}
