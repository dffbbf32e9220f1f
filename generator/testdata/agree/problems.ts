// Reads problem details, and prints the errors that they tell of. The same
// program in another language prints the same bytes.
//
//     node problems.js problems.json
import { readFileSync } from "node:fs";
import * as exit from "./exit_errors.js";
import * as shop from "./shop_errors.js";
import { messages as german } from "./shop_messages_de.js";
import { messages as portuguese } from "./shop_messages_pt_br.js";

interface Case {
  readonly table: "shop" | "exit";
  readonly problem: unknown;
}

// A value, quoted as all languages of this program quote it.
function q(value: unknown): string {
  if (typeof value !== "string") return String(value);
  const inner = value.replace(/["\\]|[^ -~]/gu, (c) => `\\u{${c.codePointAt(0)?.toString(16)}}`);
  return `"${inner}"`;
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const cases = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as readonly Case[];
cases.forEach(({ table, problem }, i) => {
  const print = (...words: string[]): void => console.log(i, table, ...words);
  const error = table === "shop" ? shop.parseProblem(problem) : exit.parseProblem(problem);
  if (error === undefined) {
    print("none");
    return;
  }
  print("code", q(error.code));
  print("message", q(error.message));
  if (shop.isShopError(error)) {
    print("known", String(error.known));
    print("payment", String(shop.isPaymentError(error)));
    print("de", q(error.messageIn(german)));
    print("pt-BR", q(error.messageIn(portuguese)));
  }
  print("status", q(error.problem().status ?? "none"));
  for (const [name, value] of Object.entries(error.params)) print("param", snake(name), q(value));
});
