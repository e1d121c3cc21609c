/**
 * The kernel's side of Jupyter's sockets, in a thread of its own: so that the kernel answers, is seen to be alive, shows
 * what a cell prints and can be interrupted also while a cell computes without a pause.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { Publisher, Reply, Router, type Socket } from 'zeromq';
import { createInterrupter } from './interrupter.ts';
import { childOf, decode, encode, type Message } from './message.ts';
import type { ToCells, ToWire, WireStart } from './words.ts';

const { connection, kernelInfo, interrupts } = workerData as WireStart;
const { key } = connection;
const port = parentPort!;
const tellCells = (word: ToCells): void => port.postMessage(word);

const sockets = {
  shell: new Router(),
  control: new Router(),
  stdin: new Router(),
  iopub: new Publisher(),
  hb: new Reply(),
};
const interrupter = createInterrupter(interrupts, () => tellCells({ kind: 'interrupt' }));
/** Who waits for the end. */
const shutdowns: Message[] = [];
/** A socket takes one message at a time. */
const sending = new Map<Socket, Promise<void>>();

const at = (number: number): string => `${connection.transport}://${connection.ip}:${number}`;
await Promise.all([
  sockets.shell.bind(at(connection.shell_port)),
  sockets.control.bind(at(connection.control_port)),
  sockets.stdin.bind(at(connection.stdin_port)),
  sockets.iopub.bind(at(connection.iopub_port)),
  sockets.hb.bind(at(connection.hb_port)),
]);
listen(sockets.shell, (message) => {
  if (message.header.msg_type === 'kernel_info_request')
    answer(sockets.shell, message, 'kernel_info_reply', kernelInfo);
  else tellCells({ kind: 'request', message });
});
listen(sockets.control, control);
void echoHeartbeats();
port.on('message', onWord);
endWithParent();

function onWord(word: ToWire): void {
  if (word.kind === 'publish') publish(word.about, word.type, word.content);
  else if (word.kind === 'reply') send(sockets.shell, childOf(word.to, word.type, word.content));
  else void close();
}

function control(message: Message): void {
  const { msg_type: type } = message.header;
  if (type === 'kernel_info_request') answer(sockets.control, message, 'kernel_info_reply', kernelInfo);
  else if (type === 'interrupt_request') {
    interrupter.interrupt();
    answer(sockets.control, message, 'interrupt_reply', { status: 'ok' });
  } else if (type === 'shutdown_request') {
    shutdowns.push(message);
    tellCells({ kind: 'shutdown' });
  }
}

/** Answered here, without the thread of the cells. */
function answer(socket: Router, to: Message, type: string, content: Record<string, unknown>): void {
  publish(to, 'status', { execution_state: 'busy' });
  send(socket, childOf(to, type, content));
  publish(to, 'status', { execution_state: 'idle' });
}

function publish(about: Message, type: string, content: Record<string, unknown>): void {
  // Everybody hears what is published; its first frame is what one may subscribe to.
  send(sockets.iopub, { ...childOf(about, type, content), identities: [Buffer.from(type)] });
}

function send(socket: Router | Publisher, message: Message): void {
  const frames = encode(message, key);
  const before = sending.get(socket) ?? Promise.resolve();
  // Whoever asked may be gone: then there is nobody to tell.
  sending.set(
    socket,
    before.then(() => socket.send(frames)).catch(() => undefined),
  );
}

async function listen(socket: Router, take: (message: Message) => void): Promise<void> {
  for await (const frames of socket) {
    try {
      take(decode(frames, key));
    } catch (error) {
      // Not from Jupyter: said on the server's terminal, and otherwise as if it had not come.
      process.stderr.write(`weft kernel: ${error instanceof Error ? error.message : String(error)}; ignored\n`);
    }
  }
}

async function echoHeartbeats(): Promise<void> {
  for await (const frames of sockets.hb) await sockets.hb.send(frames);
}

async function close(): Promise<void> {
  for (const message of shutdowns) {
    answer(sockets.control, message, 'shutdown_reply', { status: 'ok', restart: message.content.restart === true });
  }
  await Promise.all(sending.values());
  // Sockets that are open when the process ends make it end with a crash.
  for (const socket of Object.values(sockets)) socket.close();
  process.exit(0);
}

/** A server that was killed tells nobody: its kernels would run for ever. */
function endWithParent(): void {
  const parent = process.ppid;
  if (parent === 1) return;
  setInterval(() => {
    if (process.ppid !== parent) tellCells({ kind: 'shutdown' });
  }, 2_000).unref();
}
