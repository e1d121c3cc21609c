/** Drives the real kernel as Jupyter does: a connection file, five sockets, signed messages. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Dealer, Request, Subscriber } from 'zeromq';
import { kernelCommand } from '../../../notebooks/environment/configure.ts';
import { decode, encode, type Message } from '../../../notebooks/kernel/wire/message.ts';

export interface Output {
  type: string;
  content: Record<string, unknown>;
}

export interface Reply {
  content: Record<string, unknown>;
  /** What was put out about it, state changes left out. */
  outputs: Output[];
}

export interface KernelClient {
  execute(code: string, options?: { stopOnError?: boolean }): Promise<Reply>;
  request(type: string, content: Record<string, unknown>): Promise<Reply>;
  control(type: string, content: Record<string, unknown>): Promise<Record<string, unknown>>;
  /** All that came after a cell's end, about it or another. */
  later(found: (output: Output) => boolean): Promise<Output>;
  heartbeat(): Promise<boolean>;
  /** @returns the code that the process ended with. */
  stop(): Promise<number | null>;
}

const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url));
const SESSION = randomUUID();

export async function startKernelClient({
  folder = FIXTURES,
  env = {} as NodeJS.ProcessEnv,
} = {}): Promise<KernelClient> {
  const scratch = await mkdtemp(join(tmpdir(), 'weft-kernel-'));
  const [shell, control, iopub, stdin, hb] = await freePorts(5);
  const key = randomUUID();
  const ports = { shell_port: shell, control_port: control, iopub_port: iopub, stdin_port: stdin, hb_port: hb };
  const connection = { transport: 'tcp', ip: '127.0.0.1', key, signature_scheme: 'hmac-sha256', ...ports };
  const file = join(scratch, 'connection.json');
  await writeFile(file, JSON.stringify(connection));
  const [command, ...args] = kernelCommand(file);
  const child = spawn(command!, args, { cwd: folder, stdio: 'inherit', env: { ...process.env, ...env } });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));

  const at = (port: number | undefined): string => `tcp://127.0.0.1:${port}`;
  const sockets = { shell: new Dealer(), control: new Dealer(), iopub: new Subscriber(), hb: new Request() };
  sockets.iopub.subscribe();
  for (const name of ['shell', 'control', 'iopub', 'hb'] as const) sockets[name].connect(at(ports[`${name}_port`]));

  const replies = new Map<string, (message: Message) => void>();
  const heard: { about: string; output: Output }[] = [];
  const watchers = new Set<() => void>();
  listen(sockets.shell, key, (message) => replies.get(message.parentHeader.msg_id ?? '')?.(message));
  listen(sockets.control, key, (message) => replies.get(message.parentHeader.msg_id ?? '')?.(message));
  listen(sockets.iopub, key, ({ header, parentHeader, content }) => {
    heard.push({ about: parentHeader.msg_id ?? '', output: { type: header.msg_type, content } });
    for (const watcher of watchers) watcher();
  });

  async function until<T>(found: () => T | undefined): Promise<T> {
    for (;;) {
      const value = found();
      if (value !== undefined) return value;
      await new Promise<void>((resolve) => {
        const watcher = (): void => {
          watchers.delete(watcher);
          resolve();
        };
        watchers.add(watcher);
      });
    }
  }

  async function ask(socket: Dealer, type: string, content: Record<string, unknown>): Promise<[string, Message]> {
    const id = randomUUID();
    const header = { msg_id: id, msg_type: type, session: SESSION, username: 'test', date: '', version: '5.3' };
    const answered = new Promise<Message>((resolve) => replies.set(id, resolve));
    await socket.send(encode({ identities: [], header, parentHeader: {}, metadata: {}, content }, key));
    return [id, await answered];
  }

  async function request(type: string, content: Record<string, unknown>): Promise<Reply> {
    const [id, message] = await ask(sockets.shell, type, content);
    const mine = (): Output[] => heard.filter(({ about }) => about === id).map(({ output }) => output);
    const isIdle = ({ type, content }: Output): boolean => type === 'status' && content.execution_state === 'idle';
    await until(() => mine().find(isIdle));
    return {
      content: message.content,
      outputs: mine().filter((output) => !['status', 'execute_input'].includes(output.type)),
    };
  }

  await ready(request, heard);
  return {
    request,
    execute: (code, { stopOnError = true } = {}) =>
      request('execute_request', { code, silent: false, store_history: true, stop_on_error: stopOnError }),
    control: async (type, content) => (await ask(sockets.control, type, content))[1].content,
    later: (found) => until(() => heard.map(({ output }) => output).find(found)),
    async heartbeat() {
      await sockets.hb.send('alive?');
      const [echo] = await sockets.hb.receive();
      return String(echo) === 'alive?';
    },
    async stop() {
      await ask(sockets.control, 'shutdown_request', { restart: false });
      const code = await ended;
      for (const socket of Object.values(sockets)) socket.close();
      await rm(scratch, { recursive: true, force: true });
      return code;
    },
  };
}

/** Whoever subscribes late misses what was published: asks until a state was heard. */
async function ready(request: KernelClient['request'], heard: readonly unknown[]): Promise<void> {
  while (heard.length === 0) {
    await Promise.race([request('kernel_info_request', {}), new Promise((resolve) => setTimeout(resolve, 200))]);
  }
}

async function listen(socket: Dealer | Subscriber, key: string, take: (message: Message) => void): Promise<void> {
  for await (const frames of socket) take(decode(frames, key));
}

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<ReturnType<typeof createServer>>((resolve) => {
          const server = createServer().listen(0, '127.0.0.1', () => resolve(server));
        }),
    ),
  );
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
