/**
 * Who listens where, read from Linux itself: the proof that nothing of ours is reachable from another machine.
 */
import { readdir, readFile, readlink } from 'node:fs/promises';

export interface Listener {
  address: string;
  port: number;
  inode: string;
}

/** The addresses on which somebody listens at this port. */
export async function listenersOnPort(port: number): Promise<string[]> {
  return (await allListeners()).filter((each) => each.port === port).map((each) => each.address);
}

/** Everything that one process listens on, as `address:port`. */
export async function listenersOfProcess(pid: number): Promise<{ address: string; port: number }[]> {
  const folder = `/proc/${pid}/fd`;
  const links = await Promise.all((await readdir(folder)).map((fd) => readlink(`${folder}/${fd}`).catch(() => '')));
  const own = new Set(links.flatMap((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []));
  return (await allListeners()).filter(({ inode }) => own.has(inode)).map(({ address, port }) => ({ address, port }));
}

async function allListeners(): Promise<Listener[]> {
  const tables = await Promise.all(
    ['/proc/net/tcp', '/proc/net/tcp6'].map((path) => readFile(path, 'utf8').catch(() => '')),
  );
  return tables.flatMap((table) => table.split('\n').slice(1).flatMap(listener));
}

/** A row: slot, local address:port in hex, remote, state (0A is LISTEN), …, the tenth field is the inode. */
function listener(row: string): Listener[] {
  const fields = row.trim().split(/\s+/);
  const [address = '', port = ''] = (fields[1] ?? '').split(':');
  if (fields[3] !== '0A') return [];
  return [{ address: readable(address), port: Number.parseInt(port, 16), inode: fields[9] ?? '' }];
}

/** IPv4, and IPv4 inside IPv6, as dotted numbers (stored little end first); other IPv6 as it stands. */
function readable(hex: string): string {
  const mapped = hex.startsWith('0000000000000000FFFF0000') ? hex.slice(24) : hex;
  if (mapped.length !== 8) return hex;
  return (mapped.match(/../g) ?? [])
    .reverse()
    .map((byte) => Number.parseInt(byte, 16))
    .join('.');
}
