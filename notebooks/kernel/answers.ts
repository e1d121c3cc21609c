/** What Jupyter asks besides running cells: completion, explanation, whether a cell is complete. Each an answer's type and content. */
import type { Compiler } from './cells/compile-cell.ts';
import type { Message } from './wire/message.ts';

export interface Answer {
  type: string;
  content: Record<string, unknown>;
}

type Question = { code?: string; cursor_pos?: number };

/** Null for what this kernel does not know: Jupyter asks kernels about many things and expects no answer to some. */
export function answerOf({ header, content }: Message, compiler: Compiler): Answer | null {
  const { code = '', cursor_pos: position = code.length } = content as Question;
  switch (header.msg_type) {
    case 'complete_request': {
      const { start, end, matches } = compiler.complete(code, position);
      const found = { matches, cursor_start: start, cursor_end: end, metadata: {} };
      return { type: 'complete_reply', content: { status: 'ok', ...found } };
    }
    case 'inspect_request': {
      const text = compiler.inspect(code, position);
      const data = text === null ? {} : { 'text/plain': text };
      return { type: 'inspect_reply', content: { status: 'ok', found: text !== null, data, metadata: {} } };
    }
    case 'is_complete_request': {
      const { complete, indent } = compiler.isComplete(code);
      const state = complete ? { status: 'complete' } : { status: 'incomplete', indent };
      return { type: 'is_complete_reply', content: state };
    }
    case 'comm_info_request':
      // Widgets ask; there are none.
      return { type: 'comm_info_reply', content: { status: 'ok', comms: {} } };
    case 'history_request':
      return { type: 'history_reply', content: { status: 'ok', history: [] } };
    default:
      return null;
  }
}
