/**
 * A job under the SHA-256 of what determines its result: which kernels, which of them, on which bytes, in which shards.
 *
 * Equal jobs have one address wherever they are made, so a shard that was carried out once is known everywhere, and
 * whoever takes a shard fetches the arrays by their own addresses, once. How costly a job is changes nothing about it.
 */
import { createHash } from 'node:crypto';
import type { Job, KernelArray } from './job.ts';

export interface ArrayAddress {
  kind: 'i32' | 'u8' | 'f64';
  address: string;
}

/** A job with its arrays by address: small, and plain JSON. */
export interface JobOutline extends Pick<Job, 'kernel' | 'work' | 'items' | 'grain' | 'result'> {
  /** Which build of the kernels: another may round otherwise. */
  kernels: string;
  arrays: ArrayAddress[];
  /** The bits of the numbers in hexadecimal: JSON knows no infinity and no negative zero. */
  numbers: string;
}

/** @param kernels names the build of the kernels, `kernelsName()`. */
export function outlineOf(job: Job, kernels: string): JobOutline {
  const { kernel, work, items, grain, result } = job;
  return {
    ...{ kernels, kernel, items, grain, work: [...work] },
    result: { perShard: result.perShard, perItem: result.perItem },
    arrays: job.arrays.map(addressOfArray),
    numbers: Buffer.from(Float64Array.from(job.numbers).buffer).toString('hex'),
  };
}

export function addressOf(outline: JobOutline): string {
  const { kernels, kernel, work, items, grain, result, arrays, numbers } = outline;
  const shape = [kernels, kernel, items, grain, result.perShard, result.perItem, work, numbers];
  const told = JSON.stringify([shape, arrays.map(({ kind, address }) => [kind, address])]);
  return createHash('sha256').update(told).digest('hex');
}

/** The job again. `arrays` are those of the outline, in its order; how costly it is was not kept. */
export function jobOf(outline: JobOutline, arrays: readonly KernelArray[]): Job {
  const { kernel, work, items, grain, result } = outline;
  const bits = Uint8Array.from(Buffer.from(outline.numbers, 'hex'));
  return { ...{ kernel, work, items, grain, result, arrays }, numbers: [...new Float64Array(bits.buffer)], cost: 0 };
}

export function addressOfArray(array: KernelArray): ArrayAddress {
  const kind = kindOf(array);
  return { kind, address: createHash('sha256').update(`${kind}\n`).update(bytesOf(array)).digest('hex') };
}

/** Little-endian, as every machine that runs Node keeps numbers. */
export function bytesOf(array: KernelArray): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

/** In shared memory, so that threads read it where it lies. */
export function arrayOf(kind: ArrayAddress['kind'], bytes: Uint8Array): KernelArray {
  const buffer = new SharedArrayBuffer(bytes.byteLength);
  new Uint8Array(buffer).set(bytes);
  if (kind === 'i32') return new Int32Array(buffer);
  return kind === 'u8' ? new Uint8Array(buffer) : new Float64Array(buffer);
}

function kindOf(array: KernelArray): ArrayAddress['kind'] {
  if (array instanceof Int32Array) return 'i32';
  return array instanceof Uint8Array ? 'u8' : 'f64';
}
