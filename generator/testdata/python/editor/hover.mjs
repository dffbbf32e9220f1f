// What an editor shows of the last name in each line of a Python file: node hover.mjs SERVER FILE.
// The server is pyright's, which the Python extension of VS Code is made from.

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";

const [server, file] = process.argv.slice(2);
const child = spawn(server, ["--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
const waiting = new Map();
let received = Buffer.alloc(0);

child.stdout.on("data", (chunk) => {
  received = Buffer.concat([received, chunk]);
  for (;;) {
    const head = received.indexOf("\r\n\r\n");
    if (head < 0) return;
    const end = head + 4 + Number(/Content-Length: (\d+)/.exec(received.subarray(0, head).toString())[1]);
    if (received.length < end) return;
    const { id, method, params, result, error } = JSON.parse(received.subarray(head + 4, end).toString());
    received = received.subarray(end);
    if (error) throw new Error(error.message);
    if (method === undefined) waiting.get(id)(result);
    else if (id !== undefined) send({ id, result: params?.items?.map(() => ({})) ?? null }); // it asks for settings
  }
});

function send(message) {
  const text = JSON.stringify({ jsonrpc: "2.0", ...message });
  child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
}

function ask(method, params) {
  const id = waiting.size + 1;
  return new Promise((resolve) => {
    waiting.set(id, resolve);
    send({ id, method, params });
  });
}

const text = readFileSync(file, "utf8");
const uri = pathToFileURL(file).href;
await ask("initialize", {
  processId: null,
  rootUri: pathToFileURL(dirname(file)).href,
  workspaceFolders: [{ uri: pathToFileURL(dirname(file)).href, name: "sources" }],
  capabilities: { textDocument: { hover: { contentFormat: ["plaintext"] } } },
});
send({ method: "initialized", params: {} });
send({ method: "textDocument/didOpen", params: { textDocument: { uri, languageId: "python", version: 1, text } } });
for (const [line, code] of text.split("\n").entries()) {
  if (!code || code.startsWith("from ")) continue;
  const position = { line, character: code.length - 1 };
  const hover = await ask("textDocument/hover", { textDocument: { uri }, position });
  console.log(`${code}\n${(hover?.contents.value ?? "nothing").replaceAll(/^(?=.)/gm, "    ")}\n`);
}
child.kill();
