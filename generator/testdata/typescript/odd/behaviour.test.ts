import assert from "node:assert/strict";
import test from "node:test";
import * as odd from "./odd_errors.js";
import * as scattered from "./scattered_errors.js";

test("errors of odd codes say what they are, and come back as that", () => {
  for (const [error, message, parse] of [
    [odd.proto({ aOf: 1, bOf: 2 }), "p 12", odd.parseProblem],
    [odd.ctor(), "code constructor", odd.parseProblem],
    [odd.onlyOptional(), "`$\\", odd.parseProblem],
    [odd.onlyOptional({ xOf: "" }), "`$\\", odd.parseProblem],
    [scattered.parseError({ nOf: 5 }), "5$`5", scattered.parseProblem],
    [scattered.big(), "code 2000000000", scattered.parseProblem],
  ] as const) {
    assert.equal(error.message, message);
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
