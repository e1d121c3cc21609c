/**
 * Whether two pictures of a screen show the same, on machines whose fonts differ: both are shrunk to blocks of 8 × 8
 * pixels, in which letters become grey and marks keep their place and colour, and the blocks that have ink in either are
 * compared by pixelmatch.
 *
 * Tolerance: at most 8 % of those blocks may differ, and sides by at most 6 %. same-picture.test.ts holds it to pictures
 * that are right (in other fonts: up to 5 %) and wrong (other data, other colours, no marks: from 12 %). It is for charts
 * that are marks more than letters; the others have golden specifications and golden SVGs.
 */
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

export const LARGEST_SHARE = 0.08;
const LARGEST_GROWTH = 0.06;
/** Lighter than this is paper, or a letter's edge. */
const PAPER = 215;
const BLOCK_PX = 8;
/** Of the difference between black and white that counts as none: a letter moved within its block. */
const THRESHOLD = 0.2;

/** The share of inked blocks that differ; 1 where the sizes do not fit. */
export function shareOfDifference(one: Buffer, other: Buffer): number {
  const [a, b] = [PNG.sync.read(one), PNG.sync.read(other)];
  const fits = (x: number, y: number): boolean => Math.abs(x - y) / Math.max(x, y) <= LARGEST_GROWTH;
  if (!fits(a.width, b.width) || !fits(a.height, b.height)) return 1;
  const columns = Math.floor(Math.min(a.width, b.width) / BLOCK_PX);
  const rows = Math.floor(Math.min(a.height, b.height) / BLOCK_PX);
  const [mine, theirs] = [inBlocks(a, columns, rows), inBlocks(b, columns, rows)];
  const different = pixelmatch(mine, theirs, undefined, columns, rows, { threshold: THRESHOLD, includeAA: true });
  return different / Math.max(1, inked(mine, theirs));
}

/** Blocks in which either picture has ink: most of a picture is paper, and paper always agrees. */
function inked(...pictures: Uint8Array[]): number {
  let count = 0;
  for (let at = 0; at < pictures[0]!.length; at += 4) {
    if (pictures.some((blocks) => [0, 1, 2].some((part) => blocks[at + part]! < PAPER))) count++;
  }
  return count;
}

/** Each block the mean of its pixels; the whole picture is spread over the blocks, whatever its size. */
function inBlocks({ width, height, data }: PNG, columns: number, rows: number): Uint8Array {
  const blocks = new Uint8Array(columns * rows * 4);
  for (let row = 0; row < rows; row++) {
    const [top, bottom] = [Math.floor((row * height) / rows), Math.floor(((row + 1) * height) / rows)];
    for (let column = 0; column < columns; column++) {
      const [left, right] = [Math.floor((column * width) / columns), Math.floor(((column + 1) * width) / columns)];
      const sums = [0, 0, 0, 0];
      for (let y = top; y < bottom; y++) {
        for (let x = left; x < right; x++) {
          for (let part = 0; part < 4; part++) sums[part]! += data[(y * width + x) * 4 + part]!;
        }
      }
      const pixels = (bottom - top) * (right - left);
      blocks.set(
        sums.map((sum) => Math.round(sum / pixels)),
        (row * columns + column) * 4,
      );
    }
  }
  return blocks;
}
