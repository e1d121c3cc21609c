/**
 * What a file outlives with all that was promised: a power cut, or crashes of processes alone. The second spares waiting
 * for the disk at every write, which is most of the time of a demonstration.
 */
export type Outlives = 'power-cuts' | 'crashes';
