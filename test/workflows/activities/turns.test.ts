import { describe, expect, it } from 'vitest';
import { Turns } from '../../../workflows/activities/turns.ts';

describe('Law: no more threads compute at once than the machine has room for, and nobody is forgotten in the line', () => {
  const { signal } = new AbortController();

  it('lets so many work, and the others after them in the order in which they came', async () => {
    const turns = new Turns(2);
    const began: number[] = [];
    const ends: (() => void)[] = [];
    const work = (id: number) => () =>
      new Promise<void>((resolve) => {
        began.push(id);
        ends[id] = resolve;
      });
    const all = [0, 1, 2, 3].map((id) => turns.take(work(id), signal));
    await turn();
    expect(began).toEqual([0, 1]);
    ends[1]?.();
    await all[1];
    await turn();
    expect(began).toEqual([0, 1, 2]);
    ends[0]?.();
    ends[2]?.();
    await Promise.all([all[0], all[2]]);
    await turn();
    expect(began).toEqual([0, 1, 2, 3]);
    ends[3]?.();
    await all[3];
  });

  it('hands a turn on where the work fails', async () => {
    const turns = new Turns(1);
    const failing = turns.take(() => Promise.reject(new Error('no')), signal);
    const next = turns.take(() => Promise.resolve('done'), signal);
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('done');
  });

  it('who is called off in the line takes no turn from the others', async () => {
    const turns = new Turns(1);
    let end = () => {};
    const first = turns.take(
      () =>
        new Promise<void>((resolve) => {
          end = resolve;
        }),
      signal,
    );
    const calledOff = new AbortController();
    const second = turns.take(() => Promise.resolve('second'), calledOff.signal);
    const third = turns.take(() => Promise.resolve('third'), signal);
    const refused = expect(second).rejects.toThrow('nobody waits');
    calledOff.abort(new Error('nobody waits'));
    await refused;
    end();
    await first;
    expect(await third).toBe('third');
    await expect(turns.take(() => Promise.resolve(), calledOff.signal)).rejects.toThrow('nobody waits');
    expect(await turns.take(() => Promise.resolve('again'), signal)).toBe('again');
  });
});

/** Until all that can go on has gone on. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
