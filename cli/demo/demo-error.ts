/** The demonstration cannot be given: its folder holds something else, or the machine is too slow for it. */
export class DemoError extends Error {
  override readonly name = 'DemoError';
}
