/** Where a notebook begins: from a word to a network. */
import { sayingWhy, WeftError } from './errors.ts';
import { refuseUnknown } from './known-options.ts';
import type { Network } from './network.ts';
import { openedNetwork } from './opened-network.ts';
import { filesSource } from './source/files.ts';
import { findPath, findStore, lookedIn } from './source/find.ts';
import { storeSource } from './source/store.ts';

export interface OpenOptions {
  /** A network of the running Weft. Default: the only one. */
  network?: string;
  /** The folder of the running Weft. Default: WEFT_DATA, else `.weft` beside the notebook or in the project. */
  data?: string;
  /** For files: columns that are attributes even where nearly every value of them differs. */
  attributes?: readonly string[];
}

/**
 * Opens a network: of the running Weft where nothing else is said, else a folder of tables or a file (CSV, XLSX, GraphML,
 * GEXF, JSON), or a network of the running Weft by its id. Paths are looked for beside the notebook and in the project.
 * @example const network = await open()
 * @example const survey = await open('survey/')
 * @example const ours = await open({ network: 'three-regions', data: '.weft' })
 */
export function open(source?: string | OpenOptions, options: OpenOptions = {}): Promise<Network> {
  return sayingWhy(async () => {
    const said = typeof source === 'string' ? { ...options, source } : { ...options, ...source };
    refuseUnknown('open', said, ['source', 'network', 'data', 'attributes']);
    return openedNetwork(await sourceOf(said));
  });
}

async function sourceOf({ source, network, data, attributes }: OpenOptions & { source?: string }) {
  if (source === undefined) return storeSource({ network, data });
  const path = findPath(source);
  if (path !== null) return filesSource(path, source, { attributes });
  // An id of a network has no dots and no slashes.
  if (!/[./\\]/.test(source) && findStore(data).exists) return storeSource({ network: source, data });
  throw new WeftError(
    `There is no file or folder ${source} (looked in ${lookedIn().join(' and ')})${/[./\\]/.test(source) ? '' : ', and no running Weft that could know a network of that id'}. Name one from the notebook's folder or from the project's, as open('data/examples/three-regions').`,
  );
}
