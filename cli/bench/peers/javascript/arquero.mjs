/** arquero: tables in JavaScript, as an analyst would turn a log of interactions into ties. */
import { readFileSync } from 'node:fs';
import { fromCSV, op } from 'arquero';
import { options, serve } from './protocol.mjs';

const { ties = '' } = options();

function call() {
  return fromCSV(readFileSync(ties, 'utf8')).groupby('source', 'target').rollup({ strength: op.count() });
}

/** @param {ReturnType<typeof call>} table */
function answer(table) {
  /** @type {number[]} */
  const strengths = Array.from(table.array('strength'));
  /** @type {Map<string, number>} */
  const named = new Map();
  for (const from of table.array('source')) named.set(from, (named.get(from) ?? 0) + 1);
  return {
    ties: table.numRows(),
    interactions: strengths.reduce((sum, strength) => sum + strength, 0),
    strongest: strengths.reduce((high, strength) => Math.max(high, strength), 0),
    named: [...named.values()].sort((a, b) => a - b),
  };
}

await serve({ call, answer });
