/** Reading and writing files. Paths or bytes in, records out; nothing here knows a store or a workflow. */
export { writeGexf } from './gexf.ts';
export { writeGraphml } from './graphml.ts';
export { ImportError, type Problem, problemText } from './import-error.ts';
export type { ImportedPerson, ImportOptions, ImportResult, MeasurableResult } from './import-result.ts';
export { isFactsJson, readJsonFacts, recordsOfFacts, writeJson } from './json-facts.ts';
export { mapIds } from './map-ids.ts';
export { importBytes, measurableBytes, readMeasurable, readSource, readSources } from './read-source.ts';
export { ExportError } from './write-graph.ts';
export { writeCsv } from './write-tables.ts';
