/**
 * Files as a source: read once, when they are opened, so that a figure does not change between two cells because somebody
 * saved a table meanwhile. Every mistake in them is said then, by file, line and column.
 */
import { basename, extname } from 'node:path';
import { filesCheck, networkOfTitle, recordsAsOf, usualPolicy } from '../../../analysis/report/files-check.ts';
import type { NetworkRecords } from '../../../data/records/index.ts';
import type { AsOf } from '../date.ts';
import { WeftError } from '../errors.ts';
import type { Source } from './source.ts';

export interface FilesOptions {
  /** Columns that are attributes even where nearly every value of them differs. */
  attributes?: readonly string[];
}

/** @throws ImportError with every problem found. */
export async function filesSource(path: string, said: string, { attributes }: FilesOptions = {}): Promise<Source> {
  const { readSource } = await import('../../../data/exchange/read-source.ts');
  const { records, people, directed, notes } = await readSource(path, attributes === undefined ? {} : { attributes });
  const title = basename(path, extname(path));
  const at = (asOf: AsOf | null): NetworkRecords => (asOf === null ? records : recordsAsOf(records, asOf.text));
  const inOrder = [...people].sort((a, b) => (a.ref < b.ref ? -1 : a.ref > b.ref ? 1 : 0));
  return {
    id: networkOfTitle(title),
    title,
    place: said,
    isRun: false,
    undirected: directed === undefined ? undefined : !directed,
    smallestGroup: usualPolicy().smallestGroup,
    notes,
    records: async (asOf) => at(asOf),
    measurable: async (asOf) => at(asOf),
    async health(asOf, groupBy) {
      const { componentVersions } = await import('../../../workflows/host/versions.ts');
      const policy = usualPolicy(groupBy);
      const day = dayOf(asOf, said);
      return {
        input: filesCheck(records, { title, day, leaveOutLater: true, policy }),
        about: { title, challenge: null, phase: null, versions: await componentVersions() },
      };
    },
    people: async () => inOrder.map(({ ref, name, email }) => ({ id: ref, name: name ?? null, email: email ?? null })),
    running: () => {
      throw new WeftError(
        `${said} is a file or a folder: nobody runs it, so it has no status, no health checks and no proposals. Open a network of the running Weft, as open('my-network'); weft launch starts one.`,
      );
    },
  };
}

/** A report of files is dated by whoever asks for it: the notebook must say the same in a year. */
function dayOf(asOf: AsOf | null, said: string): string {
  if (asOf?.instant != null) return asOf.instant.slice(0, 10);
  throw new WeftError(
    `A report needs its date, so that it says the same whenever it is made: (await open('${said}')).asOf('2026-03-31').report()`,
  );
}
