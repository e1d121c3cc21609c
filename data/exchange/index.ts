/** Reading and writing files. Paths or bytes in, records out; nothing here knows a store or a workflow. */
export { ImportError, type Problem, problemText } from './import-error.ts';
export type { ImportedPerson, ImportOptions, ImportResult } from './import-result.ts';
export { mapIds } from './map-ids.ts';
export { importBytes, readSource, readSources } from './read-source.ts';
