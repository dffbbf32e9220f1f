// Answers each line of the input, {"name": …, "text": …}, with the syntax tree
// of that module without the values of its texts, but with the tags of its
// documentation; and with the values, in their order.
const readline = require("node:readline");
const ts = require(process.argv[2]);

function shape(name, source) {
  const isJSON = name.endsWith(".json");
  const file = isJSON
    ? ts.parseJsonText(name, source)
    : ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true);
  if (file.parseDiagnostics.length > 0) {
    return { fault: ts.flattenDiagnosticMessageText(file.parseDiagnostics[0].messageText, " ") };
  }
  const texts = [];
  function print(node) {
    let text = ts.isIdentifier(node) || ts.isNumericLiteral(node) ? node.text : "";
    if (ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node)) texts.push(node.text);
    if (!isJSON) text += ts.getJSDocTags(node).map((tag) => tag.tagName.text);
    const children = [];
    ts.forEachChild(node, (child) => void children.push(print(child)));
    return `${ts.SyntaxKind[node.kind]} ${text}(${children})`;
  }
  const tree = print(file);
  const directives = [file.pragmas, file.commentDirectives, file.referencedFiles, file.checkJsDirective]
    .map((found) => JSON.stringify(found instanceof Map ? [...found.keys()] : found));
  return { tree: `${tree} ${directives}`, texts };
}

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const { name, text } = JSON.parse(line);
  console.log(JSON.stringify(shape(name, text)));
});
