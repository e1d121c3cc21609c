/**
 * Errors as cells show them: words, and no stack of ours. Whoever made a mistake needs to know what, where and the way
 * out; where in the library it was noticed helps nobody. What nobody foresaw keeps its stack, because then it does.
 */

/** Something cannot be done as it was asked for; the message says why, and what can. */
export class WeftError extends Error {
  override readonly name = 'WeftError';

  constructor(message: string) {
    super(message);
    this.stack = message;
  }
}

/** Errors of data, analysis and workflows whose words are meant for people. */
const FOR_PEOPLE: ReadonlySet<string> = new Set([
  'DataFolderUnusable',
  'ExportError',
  'ImportError',
  'MeasureError',
  'NotRunning',
  'NothingToSimulate',
  'PeopleError',
  'RefusedError',
]);

/** The same value, whose methods say in words what they refuse. */
export function inWords<Value extends object>(value: Value): Value {
  return new Proxy(value, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      return (...given: unknown[]) => sayingWhy(() => member.apply(target, given));
    },
  });
}

/** Runs something, now or later, and gives its refusal in words. */
export function sayingWhy<Result>(work: () => Result): Result {
  try {
    const result = work();
    if (result instanceof Promise) {
      return result.catch((error: unknown) => {
        throw worded(error);
      }) as Result;
    }
    return result;
  } catch (error) {
    throw worded(error);
  }
}

/** Whether somebody wrote its words for whoever made the mistake. */
export function isForPeople(error: unknown): error is Error {
  return error instanceof Error && (error.name === 'WeftError' || FOR_PEOPLE.has(error.name));
}

function worded(error: unknown): unknown {
  return isForPeople(error) && !(error instanceof WeftError) ? new WeftError(error.message) : error;
}
