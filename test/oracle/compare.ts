/**
 * Compares a figure with an oracle's: key sets and lengths first, then values. `NaN`, `NA` and `Inf` of a record stand for
 * our null: what another tool cannot say either.
 */
export function differences(ours: unknown, theirs: unknown, tolerance: number, absolute: number, path = ''): string[] {
  const at = path === '' ? '' : `${path}: `;
  if (typeof theirs === 'string' && ['NaN', 'NA', 'Inf'].includes(theirs)) {
    return ours === null ? [] : [`${at}ours ${JSON.stringify(ours)}, theirs ${theirs}`];
  }
  if (typeof theirs === 'number' && typeof ours === 'number') {
    const near = Math.abs(ours - theirs) <= tolerance * Math.abs(theirs) + absolute;
    return near ? [] : [`${at}ours ${ours}, theirs ${theirs}`];
  }
  if (typeof ours !== 'object' || typeof theirs !== 'object' || ours === null || theirs === null) {
    return ours === theirs ? [] : [`${at}ours ${JSON.stringify(ours)}, theirs ${JSON.stringify(theirs)}`];
  }
  const ourKeys = Object.keys(ours).sort();
  const theirKeys = Object.keys(theirs).sort();
  if (ourKeys.join('\n') !== theirKeys.join('\n')) {
    return [
      `${at}ours has ${ourKeys.slice(0, 8)} (${ourKeys.length}), theirs ${theirKeys.slice(0, 8)} (${theirKeys.length})`,
    ];
  }
  const [a, b] = [ours as Record<string, unknown>, theirs as Record<string, unknown>];
  return ourKeys.flatMap((key) =>
    differences(a[key], b[key], tolerance, absolute, path === '' ? key : `${path}.${key}`),
  );
}
