/** A network as files that can be read without Weft. */
export { archiveOf, INTEGRITY, sha256 } from './archive.ts';
export { type ArchiveSource, readArchiveSource } from './source.ts';
export { KEPT, type Kept } from './what-is-kept.ts';
export { ArchiveFolderTaken, refuseTakenFolder, writeArchive } from './write-archive.ts';
