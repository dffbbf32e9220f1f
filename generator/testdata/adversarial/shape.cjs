// Prints the syntax trees of modules without the values of their literals, but
// with the tags of their documentation.
const fs = require("node:fs");
const [compiler, ...names] = process.argv.slice(2);
const ts = require(compiler);

function print(node, file) {
  const text = ts.isIdentifier(node) ? node.text : "";
  const tags = ts.getJSDocTags(node).map((tag) => tag.tagName.text);
  const children = [];
  ts.forEachChild(node, (child) => void children.push(print(child, file)));
  return `${ts.SyntaxKind[node.kind]} ${text}${tags}(${children})`;
}

for (const name of names) {
  const file = ts.createSourceFile(name, fs.readFileSync(name, "utf8"), ts.ScriptTarget.Latest, true);
  if (file.parseDiagnostics.length > 0) throw new Error(`${name}: ${file.parseDiagnostics[0].messageText}`);
  console.log(print(file, file));
}
