/**
 * The one form in which JSON is kept and hashed: RFC 8785 (sorted keys, shortest numbers), so that the same value has
 * the same bytes in every process and on both databases.
 *
 * What JSON cannot carry faithfully is refused with words instead of being changed on the way: NaN and infinities become
 * null, half a surrogate pair becomes U+FFFD in UTF-8, U+0000 cuts a text short in SQLite and is refused by PostgreSQL,
 * and a key `__proto__` disappears in some readers.
 */
import canonicalize from 'canonicalize';

/** Deeper than any record is; a bound, so that a hostile file cannot exhaust the stack. */
const DEEPEST_LEVEL = 50;

/** A value that cannot be kept. `path` says where, the message what was expected; neither shows the value. */
export class JsonError extends Error {
  override readonly name = 'JsonError';
  constructor(
    readonly path: string,
    readonly expected: string,
  ) {
    super(path === '' ? expected : `${path}: ${expected}`);
  }
}

/** Canonical JSON text of a value. @throws JsonError */
export function canonicalJson(value: unknown): string {
  assertJson(value);
  return canonicalize(value) as string;
}

/** @throws JsonError naming the first place that JSON cannot carry. */
export function assertJson(value: unknown, path = '', level = 0): void {
  if (value === null || typeof value === 'boolean') return;
  if (typeof value === 'string') {
    assertText(value, path);
    return;
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new JsonError(path, 'expected a finite number; write null where it is unknown');
    return;
  }
  if (level >= DEEPEST_LEVEL) throw new JsonError(path, `expected at most ${DEEPEST_LEVEL} levels of nesting`);
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) assertJson(item, `${path}[${index}]`, level + 1);
    return;
  }
  if (typeof value !== 'object' || !isPlain(value)) {
    throw new JsonError(path, 'expected plain JSON: text, number, true, false, null, list or object');
  }
  for (const [key, item] of Object.entries(value)) {
    assertText(key, path === '' ? 'a key' : `a key of ${path}`);
    if (key === '__proto__') throw new JsonError(path, 'expected no key named __proto__');
    if (item !== undefined) assertJson(item, path === '' ? key : `${path}.${key}`, level + 1);
  }
}

function assertText(text: string, path: string): void {
  if (/\p{Surrogate}/u.test(text))
    throw new JsonError(path, 'expected whole characters; half a surrogate pair was found');
  if (text.includes('\0')) throw new JsonError(path, 'expected text without the character U+0000');
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
