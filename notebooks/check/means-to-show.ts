/** Whether a cell ends with an expression and no semicolon: then its author means to see its value. */
import { ts } from '../kernel/cells/tslab.ts';

export function meansToShow(source: string): boolean {
  const file = ts.createSourceFile('cell.ts', source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const last = file.statements.at(-1);
  if (last === undefined || !ts.isExpressionStatement(last)) return false;
  return !last.getText(file).endsWith(';') && !isAssignment(last.expression);
}

function isAssignment(expression: import('../kernel/cells/tslab.ts').TypeScript.Expression): boolean {
  return (
    ts.isBinaryExpression(expression) &&
    expression.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
    expression.operatorToken.kind <= ts.SyntaxKind.LastAssignment
  );
}
