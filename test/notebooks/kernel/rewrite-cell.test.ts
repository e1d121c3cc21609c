import { describe, expect, it } from 'vitest';
import { meansToShow } from '../../../notebooks/check/means-to-show.ts';
import { rewriteCell } from '../../../notebooks/kernel/cells/rewrite-cell.ts';

describe('Law: cells are rewritten so that tslab gets them right, and no line moves', () => {
  it('shorthand properties are written out, defaults of patterns left alone', () => {
    expect(rewriteCell('f({ a, b: { c } })')).toBe('f({ a: a, b: { c: c } })');
    expect(rewriteCell('({ a = 1 } = x);')).toBe('({ a = 1 } = x);');
    expect(rewriteCell('const { a } = x;')).toBe('const { a } = x;');
  });

  it('a top-level `for await` marks its cell as asynchronous, one within a function does not', () => {
    expect(rewriteCell('for await (const x of xs) {}\nx')).toBe('await null;for await (const x of xs) {}\nx');
    const within = 'async function f() {\n  for await (const x of xs) {}\n}';
    expect(rewriteCell(within)).toBe(within);
  });
});

describe('Law: a cell means to show something where it ends with an expression and no semicolon', () => {
  it.each([
    ['silos', true],
    ['await march.chart("map")\n// that is it', true],
    ['silos;', false],
    ['const silos = 1', false],
    ['silos = 2', false],
    ['', false],
  ])('%s', (source, expected) => {
    expect(meansToShow(source)).toBe(expected);
  });
});
