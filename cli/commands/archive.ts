/** `weft archive NETWORK --out DIR`: what a network did and learned, as files that can be read without Weft. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { ArchiveFolderTaken, refuseTakenFolder, writeArchive } from '../../data/exchange/archive/index.ts';
import { WorkSaysNo } from '../failures.ts';
import { addData, type DataOption, withNetworks } from '../open-networks.ts';
import { write, writeJson } from '../output.ts';

interface Options extends DataOption {
  out: string;
  json?: boolean;
}

export function addArchive(program: Command): void {
  const command = program
    .command('archive')
    .description(
      'Lays a network out as files that can be read without Weft: a page, tables, the last report. People stand in it by id.',
    )
    .argument('<network>', 'its id (weft networks lists them)')
    .requiredOption('--out <dir>', 'where: a folder that is not there yet, or is empty')
    .option('--json', 'says what was written as JSON')
    .action(run)
    .addHelpText('after', '\nExample:\n  weft archive three-regions --out three-regions-archive');
  addData(command);
}

async function run(network: string, options: Options): Promise<void> {
  const folder = resolve(options.out);
  try {
    // Before anything is read: a network of many years takes a while.
    await refuseTakenFolder(folder);
    const files = await withNetworks(options, (networks) => networks.archive(network));
    const written = await writeArchive(folder, files);
    if (options.json === true) writeJson({ network, folder, ...written });
    else write(`${written.files} files, ${written.bytes} bytes. Begin with ${folder}/index.html`);
  } catch (error) {
    if (error instanceof ArchiveFolderTaken) throw new WorkSaysNo(error.message);
    const { code } = error as NodeJS.ErrnoException;
    if (typeof code !== 'string') throw error;
    throw new WorkSaysNo(
      `${folder} cannot be written (${code}); check the folder, its rights and the space on the disk`,
    );
  }
}
