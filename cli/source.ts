/**
 * SOURCE of `weft measure` and `weft report`: a folder or a file where there is one of that name, else a network.
 */
import { existsSync } from 'node:fs';
import type { ImportedPerson, ImportOptions, MeasurableResult } from '../data/exchange/index.ts';
import type { MeasurableRecords, NetworkRecords } from '../data/records/index.ts';
import type { Networks } from '../workflows/host/client.ts';
import { WorkSaysNo } from './failures.ts';
import { type DataOption, storeExists, withNetworks } from './open-networks.ts';
import { note } from './output.ts';

export interface FilesRead<Records = NetworkRecords> {
  records: Records;
  /** Names, where the files say them: apart from the records. */
  people: readonly ImportedPerson[];
  /** True where the files say that ties have no direction; false where they say otherwise; undefined: nothing said. */
  undirected: boolean | undefined;
}

export interface SourceWork<Result, Records = NetworkRecords> {
  ofFiles: (files: FilesRead<Records>) => Promise<Result>;
  ofNetwork: (networks: Networks) => Promise<Result>;
}

export interface ReadingOptions extends DataOption {
  /** A column that groups, even where nearly every value of it differs. */
  groupBy?: string;
  /** Strengths will be used, so that a negative one is refused. */
  strength?: boolean;
}

/** @throws ImportError, WorkSaysNo */
export function withSource<Result>(source: string, options: ReadingOptions, work: SourceWork<Result>): Promise<Result> {
  return read(source, options, work, async (path, how) => {
    const { readSource } = await import('../data/exchange/read-source.ts');
    return readSource(path, how);
  });
}

/** The same for what only measures: ties of a plain file stay in columns. @throws ImportError, WorkSaysNo */
export function withMeasurable<Result>(
  source: string,
  options: ReadingOptions,
  work: SourceWork<Result, MeasurableRecords>,
): Promise<Result> {
  return read(source, options, work, async (path, how) => {
    const { readMeasurable } = await import('../data/exchange/read-source.ts');
    return readMeasurable(path, how);
  });
}

type Reader<Records> = (
  path: string,
  options: ImportOptions,
) => Promise<Omit<MeasurableResult, 'records'> & { records: Records }>;

async function read<Result, Records>(
  source: string,
  { groupBy, strength, data }: ReadingOptions,
  { ofFiles, ofNetwork }: SourceWork<Result, Records>,
  reader: Reader<Records>,
): Promise<Result> {
  if (existsSync(source)) {
    const { records, people, directed, notes } = await reader(source, {
      ...(groupBy === undefined ? {} : { attributes: [groupBy] }),
      ...(strength === true ? { strengthsUsed: true } : {}),
    });
    for (const text of notes) note(`note: ${text}`);
    return ofFiles({ records, people, undirected: directed === undefined ? undefined : !directed });
  }
  if (!storeExists(data) || looksLikeAPath(source)) {
    throw new WorkSaysNo(
      `${source} is no file or folder${looksLikeAPath(source) ? '' : `, and there is no Weft in ${data} that could know a network of that id`}.`,
    );
  }
  return withNetworks({ data }, ofNetwork);
}

/** An id of a network has no dots and no slashes. */
function looksLikeAPath(source: string): boolean {
  return /[./\\]/.test(source);
}
