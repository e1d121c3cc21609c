/** Starts a network in the running Weft, from a cell: the same as `weft launch`. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { sayingWhy, WeftError } from '../errors.ts';
import { refuseUnknown } from '../known-options.ts';
import type { Network } from '../network.ts';
import { open } from '../open.ts';
import { findPath, findStore, lookedIn } from '../source/find.ts';

export interface LaunchOptions {
  /** Who is invited, and what is known of them: a table, or a folder of tables. */
  members?: string;
  /** Its id, in place of the one in the charter: for another network under the same charter. */
  network?: string;
  /** The folder of the running Weft. Default: WEFT_DATA, else `.weft` beside the notebook or in the project. */
  data?: string;
}

/**
 * Launches a network under a charter, and opens it. Invitations go out when its design is done.
 * @example const network = await launch('charter.yaml', { members: 'members.csv' })
 */
export function launch(charter: string, options: LaunchOptions = {}): Promise<Network> {
  return sayingWhy(async () => {
    refuseUnknown('launch', options, ['members', 'network', 'data']);
    const document = await charterOf(charter);
    const { attributes } = document.members;
    const { readSource } = await import('../../../data/exchange/read-source.ts');
    const members =
      options.members === undefined ? undefined : await readSource(placeOf(options.members), { attributes });
    const given = { ...document, network: options.network ?? document.network };
    const { dataDir, exists } = findStore(options.data);
    if (!exists) {
      throw new WeftError(`launch: no Weft was found in ${dataDir}. Start one in a terminal with weft start.`);
    }
    const { Networks } = await import('../../../workflows/host/client.ts');
    const networks = await Networks.open({ dataDir });
    try {
      const { network } = await networks.launch({ charter: given, members });
      return await open({ network, data: options.data });
    } finally {
      await networks.close();
    }
  });
}

async function charterOf(path: string) {
  const file = placeOf(path);
  const [{ readCharter, charterProblemText }, { METRICS }, text] = await Promise.all([
    import('../../../data/exchange/charter-yaml.ts'),
    import('../../../analysis/metrics/index.ts'),
    readFile(file, 'utf8'),
  ]);
  const read = readCharter(text, basename(file), { metrics: METRICS.map(({ id }) => id) });
  if (read.ok) return read.charter;
  throw new WeftError([...read.problems.map(charterProblemText), 'Nothing was started.'].join('\n'));
}

function placeOf(path: string): string {
  const found = findPath(path);
  if (found !== null) return found;
  throw new WeftError(`launch: there is no file or folder ${path} (looked in ${lookedIn().join(' and ')}).`);
}
