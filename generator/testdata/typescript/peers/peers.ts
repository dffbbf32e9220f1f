// Answers in the place of packages that people use, by ours, and prints where
// the answers differ: one line for each, sorted.
//
//     node peers.js directory-of-installed-peers
import { STATUS_CODES } from "node:http";
import { createRequire } from "node:module";
import * as http from "./http.js";

interface Statuses {
  (input: number | string): number | string;
  readonly codes: readonly number[];
  readonly code: Readonly<Record<string, number>>;
  readonly message: Readonly<Record<number, string>>;
}

interface HttpStatusCodes {
  readonly ReasonPhrases: Readonly<Record<string, string>>;
  readonly StatusCodes: Readonly<Record<string, number | string>>;
  readonly getReasonPhrase: (code: number) => string;
  readonly getStatusCode: (phrase: string) => number;
}

const installed = createRequire(`${process.argv[2]}/`);
const statuses = installed("statuses") as Statuses;
const codes = installed("http-status-codes") as HttpStatusCodes;

const found: string[] = [];

function compare(what: string, theirs: unknown, ours: unknown): void {
  if (theirs !== ours) found.push(`${what}: ${theirs} is ${ours}`);
}

// What a peer throws for what it does not know, ours says with undefined.
function unless<T>(answer: () => T): T | undefined {
  try {
    return answer();
  } catch {
    return undefined;
  }
}

for (let code = 0; code < 1000; code++) {
  compare(`STATUS_CODES ${code}`, STATUS_CODES[code], http.phrase(code));
  compare(`statuses ${code}`, unless(() => statuses(code)), http.phrase(code));
  compare(`http-status-codes ${code}`, unless(() => codes.getReasonPhrase(code)), http.phrase(code));
}
for (const code of http.all) {
  if (!statuses.codes.includes(code)) found.push(`statuses.codes: lacks ${code}`);
}
for (const [phrase, code] of Object.entries(statuses.code)) {
  compare(`statuses.code ${phrase}`, code, http.fromPhrase(phrase));
}
for (const phrase of Object.values(codes.ReasonPhrases)) {
  compare(`getStatusCode ${phrase}`, codes.getStatusCode(phrase), http.fromPhrase(phrase));
}
// Its names are ours in capitals.
for (const [name, code] of Object.entries(codes.StatusCodes)) {
  if (typeof code === "number") compare(`StatusCodes ${name}`, code, http.parse(name.toLowerCase()));
}

process.stdout.write(found.sort().map((line) => `${line}\n`).join(""));
