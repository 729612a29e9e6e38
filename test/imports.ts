import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import ts from 'typescript';

/** One import: `target` is a path under src, or the name of a package. */
export interface Import {
  readonly file: string;
  readonly target: string;
  readonly isPackage: boolean;
  /** Fetched only when the program gets there. */
  readonly onDemand: boolean;
}

/** Source files below `folder`, as paths from it with forward slashes; what is installed in it is not ours. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => posix.relative(folder, posix.join(entry.parentPath.replaceAll('\\', '/'), entry.name)))
    .filter((file) => !/(^|\/)node_modules\//.test(file))
    .sort();
}

function specifiers(source: ts.SourceFile): { text: string; onDemand: boolean }[] {
  const found: { text: string; onDemand: boolean }[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      if (ts.isStringLiteral(node.moduleSpecifier)) found.push({ text: node.moduleSpecifier.text, onDemand: false });
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      if (ts.isStringLiteral(node.argument.literal)) found.push({ text: node.argument.literal.text, onDemand: false });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteralLike(argument)) found.push({ text: argument.text, onDemand: true });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Everything `file` (a path under src) imports, types included: a type is a dependency too. */
export function importsOf(file: string): Import[] {
  const text = readFileSync(join('src', file), 'utf8');
  return specifiers(ts.createSourceFile(file, text, ts.ScriptTarget.Latest)).map(({ text: specifier, onDemand }) => {
    const isPackage = !specifier.startsWith('.');
    const target = isPackage ? specifier : posix.join(dirname(file), specifier);
    return { file, target, isPackage, onDemand };
  });
}
