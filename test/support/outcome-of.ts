/**
 * What came of a run, as lines that two runs of the same network share: without instants, and without what is made from
 * them (digests, references, sizes of files, minutes of a time that passed), because those depend on how long the machine
 * took between two looks.
 */
import type { Fact } from '../../data/records/index.ts';

export function outcomeOf(facts: readonly Fact[], network: string): string[] {
  return facts
    .map((fact) => `${keyOf(fact.key)} ${constant(JSON.stringify(fact.body))}${fact.retracted ? ' retracted' : ''}`)
    .map((line) => line.replaceAll(network, '<network>'))
    .sort();
}

function keyOf(key: string): string {
  return key
    .replace(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, '<instant>')
    .replace(/r-[0-9a-f]{40}/g, '<request>')
    .replace(/[0-9a-f]{32,}/g, '<digest>');
}

function constant(json: string): string {
  return json
    .replace(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, '<instant>')
    .replace(/"t-[0-9a-f]+"/g, '"<words>"')
    .replace(/r-[0-9a-f]{40}/g, '<request>')
    .replace(/"(\w*[dD]igest|artifact|html|markdown|json)":"[0-9a-f]{32,}"/g, '"$1":"<digest>"')
    .replace(/("time-to-[\w:-]+":)([\d.]+)/g, (_, name, days) => `${name}${Number(days).toFixed(1)}`)
    .replace(/("archive":.*"bytes":)\d+/, '$1<bytes>');
}
