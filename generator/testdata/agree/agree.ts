// Prints every fact of every code, and what the generated modules do with every
// input. The same program in another language prints the same bytes.
//
//     node agree.js export.json inputs.json manifest.json
//
// The export only says which tables, classes and properties there are; every
// answer is the generated code's own, which was compiled to stand beside this.
import { readFileSync } from "node:fs";

type Code = number | string;
type Value = Code | boolean;
type Fact<T> = (code: Code) => T | undefined;

interface Table {
  readonly name: string;
  readonly unknown: "open" | "closed";
  readonly classes: readonly { readonly name: string }[];
  readonly properties: Readonly<Record<string, { readonly type: string }>>;
}

interface Inputs {
  readonly parse: readonly string[];
  readonly phrase: readonly string[];
  readonly wire: readonly Code[];
}

interface Module {
  readonly [identifier: string]: unknown;
  readonly fingerprint: string;
  readonly all: readonly Code[];
  readonly isKnown: (code: Code) => boolean;
  readonly assert: (code: Code) => void;
  readonly parse: (text: string) => Code | undefined;
  readonly fromPhrase: (text: string) => Code | undefined;
  readonly name: Fact<string>;
  readonly phrase: Fact<string>;
  readonly summary: Fact<string>;
  readonly action: Fact<string>;
  readonly reference: Fact<{ readonly text: string; readonly url?: string }>;
  readonly lifecycle: Fact<string>;
  readonly classOf?: Fact<string>; // only of a table with classes
}

// A text, quoted as all languages of this program quote it.
function q(text: string | undefined): string {
  if (text === undefined) return "-";
  const inner = text.replace(/["\\]|[^ -~]/gu, (c) => `\\u{${c.codePointAt(0)?.toString(16)}}`);
  return `"${inner}"`;
}

function show(value: Value | undefined): string {
  return value === undefined || typeof value === "string" ? q(value) : String(value);
}

function isSet(value: Value | readonly Value[] | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

function check(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}

const camel = (name: string): string => name.replace(/_([a-z0-9])/g, (_, c: string) => c.toUpperCase());

class Printer {
  private readonly lines: string[] = [];
  private readonly table: Table;
  private readonly module: Module;

  constructor(table: Table, module: Module) {
    this.table = table;
    this.module = module;
  }

  print(...words: string[]): void {
    this.lines.push([this.table.name, ...words].join(" "));
  }

  // The function that the module gives a property or the test of a class.
  fact(name: string): Fact<Value | readonly Value[]> {
    const found = this.module[camel(name)];
    check(typeof found === "function", `${this.table.name} has no function ${camel(name)}`);
    return found as Fact<Value | readonly Value[]>;
  }

  // Every fact of a code, behind the words that lead to it.
  facts(code: Code, ...lead: string[]): void {
    const { classes, properties } = this.table;
    const { module } = this;
    const print = (...words: string[]): void => this.print(...lead, show(code), ...words);
    print("name", q(module.name(code)));
    print("phrase", q(module.phrase(code)));
    print("summary", q(module.summary(code)));
    print("action", q(module.action(code)));
    const reference = module.reference(code);
    print("reference", ...(reference ? [q(reference.text), q(reference.url)] : ["-"]));
    print("lifecycle", q(module.lifecycle(code)));
    const own = module.classOf?.(code);
    print("class", q(own));
    print("known", String(module.isKnown(code)));
    for (const { name } of classes) {
      const holds = this.fact(`is_${name}`)(code) === true;
      check(holds === (own === name), `classOf(${show(code)}) and the test of ${name} differ`);
      print(`is_${name}`, String(holds));
    }
    for (const name of Object.keys(properties)) {
      const value = this.fact(name)(code);
      print("property", name, isSet(value) ? `[${value.map(show).join(" ")}]` : show(value));
    }
  }

  inputs(inputs: Inputs): void {
    const found = (code: Code | undefined): string => (code === undefined ? "none" : show(code));
    for (const text of inputs.parse) this.print("parse", q(text), found(this.module.parse(text)));
    for (const text of inputs.phrase) this.print("phrase", q(text), found(this.module.fromPhrase(text)));
    for (const code of inputs.wire) {
      if (this.table.unknown === "closed" && this.refuses(code)) {
        this.print("wire", show(code), "error");
        continue;
      }
      this.print("wire", show(code), "ok");
      this.facts(code, "wire");
    }
  }

  // Whether the module's way to let only its own codes in refuses a code.
  refuses(code: Code): boolean {
    try {
      this.module.assert(code);
      return false;
    } catch {
      return true;
    }
  }

  // Every public identifier is a constant, and a member of the const object,
  // which has no other.
  identifiers(identifiers: Readonly<Record<string, Code>>): void {
    const objects = Object.values(this.module).filter((v) => typeof v === "object" && !Array.isArray(v));
    check(objects.length === 1, `${this.table.name} has ${objects.length} const objects`);
    const members = new Map(Object.entries(objects[0] as Record<string, Code>));
    for (const [identifier, code] of Object.entries(identifiers)) {
      check(this.module[identifier] === code, `the constant ${identifier} is not ${show(code)}`);
      check(members.get(identifier) === code, `the member ${identifier} is not ${show(code)}`);
      members.delete(identifier);
    }
    check(members.size === 0, `${this.table.name} has members that the manifest lacks`);
  }

  all(): void {
    this.print("fingerprint", q(this.module.fingerprint));
    for (const code of this.module.all) this.facts(code);
  }

  toString(): string {
    return this.lines.map((line) => `${line}\n`).join("");
  }
}

function read(path: string | undefined): unknown {
  return JSON.parse(readFileSync(path ?? "", "utf8"));
}

const [exported, given, manifest] = process.argv.slice(2);
const { tables } = read(exported) as { tables: readonly Table[] };
const inputs = read(given) as Record<string, Inputs | undefined>;
const { identifiers } = read(manifest) as { identifiers: Record<string, Record<string, Code>> };

for (const table of tables) {
  const module = (await import(`./${table.name}.js`)) as Module;
  const printer = new Printer(table, module);
  printer.identifiers(identifiers[table.name] ?? {});
  printer.all();
  printer.inputs(inputs[table.name] ?? { parse: [], phrase: [], wire: [] });
  process.stdout.write(printer.toString());
}
