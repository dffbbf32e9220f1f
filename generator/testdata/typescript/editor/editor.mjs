// Says what an editor shows of TypeScript: node editor.mjs TYPESCRIPT FILE. In
// the file, /*?*/ asks for the text that hovers over what follows, /*!*/ for
// what is offered there. What is struck through is told too.
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const { default: ts } = await import(pathToFileURL(resolve(process.argv[2])).href);
const file = resolve(process.argv[3]);
const source = readFileSync(file, "utf8");
const options = { strict: true, module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022, types: [] };

const service = ts.createLanguageService({
  ...ts.sys,
  getCompilationSettings: () => options,
  getCurrentDirectory: () => dirname(file),
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  getScriptFileNames: () => [file],
  useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
  getScriptVersion: () => "1",
  getScriptSnapshot: (name) => (ts.sys.fileExists(name) ? ts.ScriptSnapshot.fromString(ts.sys.readFile(name)) : undefined),
});

const text = (parts) => ts.displayPartsToString(parts ?? []);

for (const { 0: mark, index } of source.matchAll(/\/\*[?!]\*\//g)) {
  const at = index + mark.length;
  const line = source.slice(source.lastIndexOf("\n", index) + 1, source.indexOf("\n", index)).replaceAll(/\/\*[?!]\*\//g, "");
  console.log(`> ${line.trim()}`);
  if (mark === "/*?*/") {
    const info = service.getQuickInfoAtPosition(file, at);
    const tags = (info?.tags ?? []).map((tag) => `@${tag.name} ${text(tag.text)}`);
    console.log([text(info?.displayParts), text(info?.documentation), ...tags].filter(Boolean).join("\n"));
  } else {
    const offered = service.getCompletionsAtPosition(file, at, {})?.entries ?? [];
    const literals = offered.filter(({ kind }) => kind === ts.ScriptElementKind.string);
    console.log(literals.map(({ name }) => name).join(" ") || "nothing");
  }
  console.log();
}
for (const { start, length, reportsDeprecated } of service.getSuggestionDiagnostics(file)) {
  if (reportsDeprecated) console.log(`struck through: ${source.slice(start, start + length)}`);
}
for (const { messageText, code } of [...service.getSyntacticDiagnostics(file), ...service.getSemanticDiagnostics(file)]) {
  const unfinished = code === 2554; // an argument is still to be written
  if (!unfinished) console.log(ts.flattenDiagnosticMessageText(messageText, "\n"));
}
