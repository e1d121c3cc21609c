/** Who does something in a running network, and what is said with it. */
export interface ActOptions {
  /** Who: an id or an address; several do the same one after another. */
  as: string | readonly string[];
  /** What the action takes: `weft act NETWORK` lists every action with an example. */
  with?: Readonly<Record<string, unknown>>;
}
