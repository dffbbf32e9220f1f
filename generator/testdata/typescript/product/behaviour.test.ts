// What DESIGN calls the table of inputs, and what else a user of http leans on.
import assert from "node:assert/strict";
import { STATUS_CODES } from "node:http";
import test from "node:test";
import * as coap from "./coap.js";
import * as errno from "./errno_linux.js";
import * as grpc from "./grpc.js";
import * as http from "./http.js";
import * as quic from "./quic.js";
import * as sqlstate from "./sqlstate.js";

test("constants, const object and list agree", () => {
  assert.equal(http.NotFound, 404);
  assert.equal(http.HttpStatus.NotFound, 404);
  assert.deepEqual(new Set(http.all), new Set(Object.values(http.HttpStatus)));
  assert.equal(http.all[0], 100, "source order");
});

test("an alias is a constant of its own", () => {
  assert.equal(http.PayloadTooLarge, http.ContentTooLarge);
  assert.equal(http.name(http.PayloadTooLarge), "content_too_large");
});

test("a known code has its facts", () => {
  assert.equal(http.name(404), "not_found");
  assert.equal(http.phrase(404), "Not Found");
  assert.match(http.summary(404) ?? "", /\.$/);
  assert.match(http.action(404) ?? "", /\.$/);
  assert.deepEqual(http.reference(404), {
    text: "RFC 9110, Section 15.5.5",
    url: "https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.5",
  });
  assert.equal(http.lifecycle(404), "standard");
  assert.equal(http.lifecycle(305), "deprecated");
  assert.equal(http.classOf(404), "client_error");
  assert.equal(http.retry(404), "never");
  assert.equal(http.grpc(404), grpc.Unimplemented);
  assert.equal(grpc.http(grpc.NotFound), http.NotFound);
});

test("a stranger survives, and has its class", () => {
  assert.equal(http.isKnown(499), false);
  assert.equal(http.isClientError(499), true);
  assert.equal(http.classOf(499), "client_error");
  for (const fact of [http.name, http.phrase, http.summary, http.action, http.reference, http.lifecycle]) {
    assert.equal(fact(499), undefined);
  }
  assert.equal(http.retry(499), "never");
  for (const code of [999, -1, 0, Number.NaN, Number.POSITIVE_INFINITY]) {
    assert.equal(http.classOf(code), undefined);
    assert.equal(http.isKnown(code), false);
  }
});

test("parse reads a decimal number, a name or an alias, and nothing else", () => {
  for (const [text, code] of [
    ["404", 404],
    ["not_found", 404],
    ["payload_too_large", 413],
    ["499", 499],
    ["999", 999],
    ["-1", -1],
    ["0", 0],
    ["9007199254740991", 9007199254740991],
  ] as const) {
    assert.equal(http.parse(text), code, text);
  }
  assert.ok(Object.is(http.parse("-0"), 0), "-0 is 0");
  for (const text of [
    "0404", " 404", "404 ", "404\n", "+404", "４０４", "0x194", "4e2", "404.0", "", "-", "Not Found", "NOT_FOUND",
    "9007199254740992", "-9007199254740992", "NaN", "Infinity",
    "constructor", "__proto__", "toString", "hasOwnProperty", "then",
  ]) {
    assert.equal(http.parse(text), undefined, JSON.stringify(text));
  }
});

test("fromPhrase folds ASCII case and white space", () => {
  for (const text of ["Not Found", "not found", " NOT \t\r\n\v\fFOUND "]) {
    assert.equal(http.fromPhrase(text), 404, JSON.stringify(text));
  }
  for (const text of ["", " ", "not_found", "Not\u00a0Found", "notfound", "__proto__", "constructor"]) {
    assert.equal(http.fromPhrase(text), undefined, JSON.stringify(text));
  }
  assert.equal(http.fromPhrase("to\u212aen"), undefined, "a Kelvin sign is no k");
});

test("every phrase finds its code", () => {
  for (const code of http.all) {
    assert.equal(http.fromPhrase(http.phrase(code) ?? ""), code);
    assert.equal(http.parse(http.name(code) ?? ""), code);
    assert.equal(http.parse(String(code)), code);
  }
});

test("assert throws what the table does not list", () => {
  http.assert(404);
  assert.throws(() => http.assert(499), new RangeError("http has no code 499"));
});

test("keys of objects are no codes", () => {
  for (const key of ["__proto__", "constructor", "toString", "length"]) {
    const code = key as unknown as number;
    assert.equal(http.phrase(code), undefined);
    assert.equal(http.isKnown(code), false);
    assert.equal(http.retry(code), "never");
  }
});

test("a number is the code that it is, and no other", () => {
  for (const code of [2 ** 32 + 404, 2 ** 31 + 404, -404, 404.5, 403.9999, 404e20, 509, 0, -0, NaN, Infinity, -Infinity]) {
    assert.equal(http.phrase(code), undefined);
    assert.equal(http.name(code), undefined);
  }
  assert.equal(http.phrase("404" as unknown as number), undefined);
});

test("a module is no promise", async () => {
  assert.equal((await import("./http.js")).NotFound, 404);
});

test("Node knows no code that the table lacks", () => {
  // Node sends 509, which no standard has.
  const missing = Object.keys(STATUS_CODES).filter((code) => !http.isKnown(Number(code)));
  assert.deepEqual(missing, ["509"]);
});

test("what has not the type of a code finds what a stranger does", () => {
  const bare = Object.create(null);
  const both = [null, undefined, false, true, [], {}, bare, 5n, 404n, Symbol("404"), () => 404, [404], [5], [0], ["2.05"], new Map()];
  const texts = ["", "0", "5", " 5 ", "404", "4e2", "constructor", "__proto__", "toString", "false", "2.05", "00000"];
  const numbers = [0, -0, 5, 404, 2.05, 1000, NaN];
  for (const [module, strays, stranger] of [
    [http, [...both, ...texts], NaN],
    [grpc, [...both, ...texts], NaN],
    [errno, [...both, ...texts], NaN],
    [quic, [...both, ...texts], NaN],
    [coap, [...both, ...numbers], "\0"],
    [sqlstate, [...both, ...numbers], "\0"],
  ] as const) {
    for (const [name, look] of Object.entries<unknown>(module)) {
      if (typeof look !== "function" || name === "assertNever") continue;
      for (const stray of strays) {
        if (name === "assert") {
          assert.throws(() => look(stray), RangeError);
        } else if (name !== "parse" && name !== "fromPhrase") {
          assert.deepEqual(look(stray), look(stranger), `${name} of ${typeof stray}`);
        } else if (typeof stray !== "string") {
          assert.equal(look(stray), undefined, `${name} of ${typeof stray}`);
        }
      }
    }
  }
  assert.deepEqual([grpc.phrase(0), grpc.phrase(-0), grpc.name(0), grpc.http(0), grpc.lifecycle(0)], ["OK", "OK", "ok", 200, "standard"]);
});

test("what is shared cannot be changed", () => {
  assert.ok(Object.isFrozen(http.all));
  assert.ok(Object.isFrozen(http.HttpStatus));
  for (const code of http.all) assert.ok(Object.isFrozen(http.reference(code)));
  const reference = http.reference(404) as { text: string };
  assert.throws(() => (reference.text = "x"), TypeError);
  assert.equal(http.reference(404)?.text, "RFC 9110, Section 15.5.5");
});

test("assertNever throws what came all the same", () => {
  assert.throws(() => http.assertNever(404 as never), new RangeError("http did not expect 404"));
  assert.throws(() => coap.assertNever("2.05" as never), new RangeError('coap did not expect "2.05"'));
  const loop: unknown[] = [];
  loop.push(loop);
  for (const [value, shown] of [
    [1n, "bigint"],
    [Symbol("x"), "symbol"],
    [loop, "object"],
    [Object.create(null), "object"],
    [undefined, "undefined"],
  ] as const) {
    assert.throws(() => http.assertNever(value as never), new RangeError(`http did not expect ${shown}`));
    assert.throws(() => coap.assertNever(value as never), new RangeError(`coap did not expect ${shown}`));
  }
  assert.throws(() => http.assertNever(NaN as never), new RangeError("http did not expect NaN"));
  assert.throws(() => http.assertNever("404" as never), new RangeError("http did not expect string"));
});
