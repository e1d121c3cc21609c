/**
 * The embedded server's ports: free ones, chosen once and then kept, so that an address written down yesterday is
 * right today. A port that somebody else took meanwhile is not fought over: new ones are chosen.
 */
import { createServer } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { readJson, temporalDir, writeJson } from './temporal-data.ts';

const port = z.number().int().min(1).max(65_535);
const service = z.object({ grpc: port, membership: port });
const ServerPorts = z.object({ frontend: service, history: service, matching: service, worker: service });
export type ServerPorts = z.infer<typeof ServerPorts>;

const loopback = '127.0.0.1';

/** The ports of the last start where all are free, else new ones. `renew` asks for new ones outright. */
export async function choosePorts(dataDir: string, renew = false): Promise<ServerPorts> {
  const kept = renew ? null : await readJson(portsFile(dataDir), ServerPorts);
  if (kept !== null && (await allFree(kept))) return kept;
  const [a, b, c, d, e, f, g, h] = await freePorts(8);
  return ServerPorts.parse({
    frontend: { grpc: a, membership: b },
    history: { grpc: c, membership: d },
    matching: { grpc: e, membership: f },
    worker: { grpc: g, membership: h },
  });
}

export function keepPorts(dataDir: string, ports: ServerPorts): Promise<void> {
  return writeJson(portsFile(dataDir), ports);
}

/** Free ports on loopback; all are held open until the last is found, so that they differ. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, () => listen(0)));
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

function portsFile(dataDir: string): string {
  return join(temporalDir(dataDir), 'ports.json');
}

async function allFree(ports: ServerPorts): Promise<boolean> {
  const numbers = Object.values(ports).flatMap(({ grpc, membership }) => [grpc, membership]);
  const free = await Promise.all(numbers.map(isFree));
  return free.every(Boolean);
}

async function isFree(port: number): Promise<boolean> {
  try {
    const server = await listen(port);
    await new Promise((resolve) => server.close(resolve));
    return true;
  } catch {
    return false;
  }
}

function listen(port: number): Promise<ReturnType<typeof createServer>> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host: loopback, port, exclusive: true }, () => resolve(server));
  });
}
