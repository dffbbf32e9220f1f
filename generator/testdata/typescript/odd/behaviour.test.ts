import assert from "node:assert/strict";
import test from "node:test";
import * as barred from "./barred.js";
import * as odds from "./odd.js";
import * as odd from "./odd_errors.js";
import * as packed from "./packed.js";
import * as scattered from "./scattered_errors.js";

test("errors of odd codes say what they are, and come back as that", () => {
  for (const [error, message, parse] of [
    [odd.proto({ aOf: 1, bOf: 2 }), "p 12", odd.parseProblem],
    [odd.ctor(), "code constructor", odd.parseProblem],
    [odd.onlyOptional(), "`$\\", odd.parseProblem],
    [odd.onlyOptional({ xOf: "" }), "`$\\", odd.parseProblem],
    [scattered.parseError({ nOf: 5 }), "5$`5", scattered.parseProblem],
    [scattered.big(), "code 2000000000", scattered.parseProblem],
    [odd.options({ cause: 1 }), "code options", odd.parseProblem],
    [odd.options(), "code options", odd.parseProblem],
    [odd.params({ xOf: "x" }), "p", odd.parseProblem],
    [odd.params(), "p", odd.parseProblem],
  ] as const) {
    assert.equal(error.message, message);
    assert.match(error.stack ?? "", /^\w+Error: .+\n +at /);
    const again = parse(JSON.parse(JSON.stringify(error)));
    assert.ok(again?.known);
    assert.equal(again.code, error.code);
    assert.equal(JSON.stringify(again), JSON.stringify(error));
  }
  assert.ok(odd.isProto(odd.proto({ aOf: 1, bOf: 2 })) && scattered.isLowError(scattered.parseError({ nOf: 1 })));
  assert.equal(odd.parseProblem({ code: "toString" })?.known, false);
  assert.equal(scattered.parseProblem({ code: 8 })?.known, false);
  assert.equal(scattered.parseProblem({ code: "7" }), undefined);
});

test("packed texts come back whole, and only for their codes", () => {
  const least = -9007199254740991;
  const phrases = [
    'Hung "up" \\ ${now} */ </script> `',
    "404",
    " ",
    "__proto__",
    "\u2028",
    undefined,
    "Done,\nand: 100",
    "\u{1F600} e\u0301",
    "constructor",
    "undefined",
    undefined,
    undefined,
    "a\0b",
    "//# sourceMappingURL=x",
    "Last but one",
    "Last",
    undefined,
  ];
  for (const [i, phrase] of phrases.entries()) assert.equal(packed.phrase(least + i), phrase);
  assert.deepEqual(packed.all.map(packed.name).sort(), [..."abcdefghijklmn"].map((letter) => `${letter}_${letter}`));
  assert.equal(packed.name(packed.AA), "a_a");
  assert.equal(packed.name(least + 10), undefined);
  for (const code of [0, -0, NaN, -least, "split", "__proto__", "0", ""] as number[]) {
    assert.equal(packed.phrase(code), undefined);
    assert.equal(packed.name(code), undefined);
  }
});

test("a phrase with a bar in it is not packed, and the names of its table are", () => {
  assert.equal(barred.phrase(9007199254740986), "a|b");
  assert.equal(barred.phrase(9007199254740978), "Phrase 13");
  assert.equal(barred.name(9007199254740986), "f_f");
  assert.equal(barred.name(9007199254740991), "a_a");
});

test("the types of packed texts are those of each code", () => {
  const phrase: "404" = packed.phrase(-9007199254740990);
  const proto: "__proto__" = packed.phrase(packed.DD);
  const none: string | undefined = packed.phrase(packed.FF);
  const name: "n_n" = packed.name(packed.NN);
  assert.deepEqual([phrase, proto, none, name], ["404", "__proto__", undefined, "n_n"]);
  // @ts-expect-error: it has another
  const other: "405" = packed.phrase(-9007199254740990);
  assert.equal(other, "404");
});

test("properties can have the names of what a module keeps to itself", () => {
  assert.deepEqual([packed.fold(packed.AA), packed.lazily(packed.AA), packed.unpacked(packed.AA)], [true, true, 3]);
  assert.deepEqual([packed.fold(0), packed.lazily(0), packed.unpacked(0)], [false, false, 0]);
  assert.equal(packed.fromPhrase(" LAST but one"), packed.MM);
  assert.equal(odds.matches("constructor"), false);
  assert.equal(odds.isSome("constructor"), true);
});
