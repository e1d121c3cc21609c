/** What the kernel's two threads say to each other. Plain data: it is copied from one to the other. */
import type { Message } from './message.ts';

/** The connection file that Jupyter writes. */
export interface Connection {
  transport: string;
  ip: string;
  key: string;
  shell_port: number;
  control_port: number;
  iopub_port: number;
  stdin_port: number;
  hb_port: number;
}

export interface WireStart {
  connection: Connection;
  kernelInfo: Record<string, unknown>;
  /** See interrupter.ts. */
  interrupts: Int32Array;
}

export type ToCells = { kind: 'request'; message: Message } | { kind: 'interrupt' } | { kind: 'shutdown' };

export type ToWire =
  | { kind: 'reply'; to: Message; type: string; content: Record<string, unknown> }
  | { kind: 'publish'; about: Message; type: string; content: Record<string, unknown> }
  /** All is done: answer who asked for the end, close, and end the thread. */
  | { kind: 'close' };
