import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, JsonError } from '../../../data/store/index.ts';

describe('the same value has the same bytes, and what JSON would change on the way is refused', () => {
  it('sorts keys and writes numbers as RFC 8785 says', () => {
    expect(canonicalJson({ b: [1e21, 0.1, -0], a: { é: null, Z: true }, skipped: undefined })).toBe(
      '{"a":{"Z":true,"é":null},"b":[1e+21,0.1,0]}',
    );
  });

  it('comes back equal, and does not depend on the order of keys', () => {
    const value = fc.jsonValue({ maxDepth: 4 }).filter((json) => !JSON.stringify(json).includes('__proto__'));
    fc.assert(
      fc.property(value, (json) => {
        fc.pre(!/\\u0000|\\ud[89a-f]/i.test(JSON.stringify(json)));
        const text = canonicalJson(json);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(json)));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
      { seed: 3 },
    );
  });

  let deep: unknown = 0;
  for (let level = 0; level < 10_000; level += 1) deep = [deep];
  it.each([
    [
      'half a surrogate pair',
      { a: ['x', '\udc00'] },
      'a[1]: expected whole characters; half a surrogate pair was found',
    ],
    [
      'half a pair in a key',
      { a: { '\ud800': 1 } },
      'a key of a: expected whole characters; half a surrogate pair was found',
    ],
    ['U+0000', '\0', 'expected text without the character U+0000'],
    ['Infinity', { a: Number.POSITIVE_INFINITY }, 'a: expected a finite number; write null where it is unknown'],
    ['a date', { at: new Date(0) }, 'at: expected plain JSON: text, number, true, false, null, list or object'],
    ['a function', { f: () => 1 }, 'f: expected plain JSON: text, number, true, false, null, list or object'],
    ['a big integer', 1n, 'expected plain JSON: text, number, true, false, null, list or object'],
    ['__proto__', JSON.parse('{"a":{"__proto__":1}}'), 'a: expected no key named __proto__'],
  ])('refuses %s', (_what, value, words) => {
    expect(() => canonicalJson(value)).toThrow(words);
    expect(() => canonicalJson(value)).toThrow(JsonError);
  });

  it('refuses nesting that would exhaust the stack', () => {
    expect(() => canonicalJson(deep)).toThrow('expected at most 50 levels of nesting');
  });
});
