/**
 * What may be asked for of a network: which ties count, and as of when. `select` carries it out; whatever measures,
 * compares or draws a network takes its wishes in this one shape.
 */
export interface Selection {
  /** Types of tie that count. Default: all. */
  types?: readonly string[] | 'all';
  /** The waves that count. Default: all, with the ties that no wave asked for. */
  waves?: readonly string[] | 'all';
  /** A pair is tied if either names the other; strengths add. Default: false. */
  undirected?: boolean;
  /** Ties weaker than this are left out, after parallel rows were added up and before directions are joined. */
  minStrength?: number;
  /** Only ties observed by then. */
  asOf?: string;
}
