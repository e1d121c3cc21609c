/** The environment cannot be made or used on this machine. The message says what to type. */
export class NoNotebookEnvironment extends Error {
  override readonly name = 'NoNotebookEnvironment';
}
