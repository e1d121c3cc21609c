/**
 * What tslab 1.0.22 would get wrong in a cell, written so that it gets it right. No rewrite adds or takes a line, so that
 * what the compiler says of line 3 is true of the cell's line 3.
 *
 * - `{ rows }` becomes `{ rows: rows }`: of a name from an earlier cell tslab makes `exports.rows`, and `{ exports.rows }`
 *   is no JavaScript.
 * - A cell whose only await is a `for await` gets one before it: tslab learns that a cell is asynchronous from complaints
 *   about `await`, and does not know the complaint about `for await`.
 */
import type { TypeScript } from './tslab.ts';
import { ts } from './tslab.ts';

export function rewriteCell(source: string): string {
  const file = ts.createSourceFile('cell.ts', source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const insertions: { at: number; text: string }[] = [];
  let hasForAwait = false;
  const visit = (node: TypeScript.Node): void => {
    if (ts.isShorthandPropertyAssignment(node) && node.objectAssignmentInitializer === undefined) {
      insertions.push({ at: node.name.end, text: `: ${node.name.text}` });
    }
    if (ts.isForOfStatement(node) && node.awaitModifier !== undefined && isTopLevel(node)) hasForAwait = true;
    ts.forEachChild(node, visit);
  };
  visit(file);
  const rewritten = insertions.reduceRight(
    (text, { at, text: added }) => text.slice(0, at) + added + text.slice(at),
    source,
  );
  return hasForAwait ? `await null;${rewritten}` : rewritten;
}

function isTopLevel(node: TypeScript.Node): boolean {
  for (let parent = node.parent; parent !== undefined; parent = parent.parent) {
    if (ts.isFunctionLike(parent) || ts.isClassLike(parent)) return false;
  }
  return true;
}
