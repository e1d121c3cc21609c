/**
 * Every `await E` of a cell becomes `await __cell.until(E, line)`, and every `for await (x of E)` goes over
 * `__cell.each(E)`. So an interrupted cell goes no further than its next await, and an error that comes out of an await
 * knows its line also where its own stack does not (it was made in a thread, or by a timer).
 */
import type { TypeScript } from './tslab.ts';
import { ts } from './tslab.ts';

/** Named so that nobody's variable collides with it. */
export const GUARD = '__weftCell';

/** @param lineAt the cell's line of a place in the text that is transformed; counted from 1. */
export function guardAwaits(
  lineAt: (position: number) => number,
): TypeScript.TransformerFactory<TypeScript.SourceFile> {
  return (context) => {
    const { factory } = context;
    const call = (name: string, args: TypeScript.Expression[]): TypeScript.Expression =>
      factory.createCallExpression(
        factory.createPropertyAccessExpression(factory.createIdentifier(GUARD), name),
        undefined,
        args,
      );
    const visit = (node: TypeScript.Node): TypeScript.Node => {
      const inner = ts.visitEachChild(node, visit, context);
      if (ts.isAwaitExpression(inner)) {
        const line = factory.createNumericLiteral(lineAt(node.getStart()));
        return factory.updateAwaitExpression(inner, call('until', [inner.expression, line]));
      }
      if (ts.isForOfStatement(inner) && inner.awaitModifier !== undefined) {
        const { awaitModifier, initializer, expression, statement } = inner;
        const each = call('each', [expression, factory.createNumericLiteral(lineAt(node.getStart()))]);
        return factory.updateForOfStatement(inner, awaitModifier, initializer, each, statement);
      }
      return inner;
    };
    return (file) => ts.visitNode(file, visit) as TypeScript.SourceFile;
  };
}
