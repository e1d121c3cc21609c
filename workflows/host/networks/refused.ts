/** What is not done, and why, in words for the person who asked. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
}
