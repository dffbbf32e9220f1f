// Tables of the shapes that product lacks, with texts that want to break out.
import assert from "node:assert/strict";
import test from "node:test";
import * as fault from "./io_fault.js";
import * as only from "./only.js";
import * as exit from "./os_exit.js";

test("a closed table refuses strangers", () => {
  assert.equal(exit.parse("-9"), -9);
  assert.equal(exit.parse("halted"), 1);
  assert.ok(Object.is(exit.parse("-0"), 0), "-0 is 0");
  assert.equal(exit.parse("9007199254740991"), 9007199254740991);
  for (const text of ["2", "-2", "9007199254740992", "", "__proto__"]) {
    assert.equal(exit.parse(text), undefined, text);
  }
  assert.throws(() => exit.assert(2), new RangeError("os_exit has no code 2"));
});

test("a class holds for strangers too", () => {
  assert.equal(exit.classOf(-64), "signal");
  assert.equal(exit.classOf(-65), "empty");
  assert.equal(exit.classOf(2), "failure");
});

test("a property is the code's own, else its class's, else the default, else absent", () => {
  assert.equal(exit.retried(1), false, "own, against the class");
  assert.equal(exit.retried(2), true, "class");
  assert.equal(exit.retried(0), false, "default");
  assert.equal(exit.flagged(1), undefined, "absent");
  assert.equal(exit.weight(-9), 9007199254740991);
  assert.equal(exit.weight(-2), -1);
  assert.equal(exit.limit(-1), -5);
  assert.deepEqual(exit.hints(-1), ["ask", "give_up"], "in the order of the definition");
  assert.deepEqual(exit.hints(2), [], "the class empties it");
  assert.deepEqual(exit.hints(0), ["wait"]);
  assert.deepEqual(exit.mirrors(2), [1, 0]);
  assert.equal(exit.fault(-9), 'IO/read"\\');
  assert.equal(exit.fault(300), "IO/a table that lacks it");
  assert.equal(exit.twin(12345), 0);
  assert.equal(exit.unset(1), undefined);
  assert.equal(exit.word(-9), "", "an empty text is a value");
});

test("what is shared cannot be changed", () => {
  for (const code of [-1, 0, 1, 2, 300, 12345]) {
    for (const many of [exit.hints, exit.mirrors]) {
      assert.ok(Object.isFrozen(many(code)));
      assert.equal(many(code), many(code), "one list is there once");
    }
  }
  for (const code of ['IO/read"\\', "4xé", "unheard of"]) {
    assert.ok(Object.isFrozen(fault.tags(code)));
    assert.equal(fault.tags(code), fault.tags(code));
  }
  assert.ok(Object.isFrozen(exit.reference(-1)));
});

test("texts are kept to the last byte", () => {
  assert.equal(exit.phrase(-1), 'Hung "up" \\ $' + "{now} */ </script> <!-- //# sourceMappingURL=x");
  assert.equal(exit.summary(-1), "@deprecated {@link x} @internal */ ` \\");
  assert.equal(
    exit.action(-1),
    "{{.}} %s \\N{x} \\x41 \"\"\" ''' \0 \x07 \x7f \x85 \u2029 \ufeff \u{1F600} e\u0301 trailing \\",
  );
  assert.equal(exit.word(0), "\u202e\u{1F600}");
  assert.equal(exit.word(300), 'plain"\\\n</script>');
  assert.equal(exit.note(300), "*/ $" + "{x} \u2028");
});

test("an open text table takes any visible ASCII", () => {
  for (const [text, code] of [
    ["user_not_found", "user_not_found"],
    ['IO/read"\\', 'IO/read"\\'],
    ["io_read", 'IO/read"\\'],
    ["mirror", "__proto__"],
    ["__proto__", "__proto__"],
    ["x constructor", "x constructor"],
    ["4😀é", "4😀é"],
    ["constructor", "constructor"],
    ["!~", "!~"],
  ] as const) {
    assert.equal(fault.parse(text), code, text);
  }
  for (const text of ["", "a b", "a\n", "é", "\x7f", "😀"]) {
    assert.equal(fault.parse(text), undefined, JSON.stringify(text));
  }
});

test("a glob counts characters, not units", () => {
  assert.equal(fault.isSql("4😀é"), true);
  assert.equal(fault.isSql("4xé and more"), true);
  assert.equal(fault.isSql("4xxé"), false);
  assert.equal(fault.isSql("4😀"), false);
  assert.equal(fault.isExact('2.😀"\\'), true);
  assert.equal(fault.isExact('2.x"\\ '), false);
  assert.equal(fault.isRest("x"), true);
  assert.equal(fault.classOf("IO/unheard of"), "input");
  assert.equal(fault.weight("IO/unheard of"), 7);
  assert.deepEqual(fault.tags("4xé"), ["a", "b"]);
  assert.deepEqual(fault.tags('2.é"\\'), []);
});

test("what has not the type of a code finds what a stranger does", () => {
  const both = [null, undefined, true, [], {}, Object.create(null), 1n, Symbol("x"), ["4", "x", "é"], [1]];
  for (const [module, strays, stranger] of [
    [exit, [...both, "", "1", "300", "false"], NaN],
    [fault, [...both, 0, 4, NaN], " "],
    [only, [...both, "7"], NaN],
  ] as const) {
    for (const [name, look] of Object.entries<unknown>(module)) {
      if (typeof look !== "function" || name.startsWith("assert")) continue;
      for (const stray of strays) {
        if (name !== "parse" && name !== "fromPhrase") {
          assert.deepEqual(look(stray), look(stranger), `${name} of ${typeof stray}`);
        } else if (typeof stray !== "string") {
          assert.equal(look(stray), undefined, `${name} of ${typeof stray}`);
        }
      }
    }
  }
});

test("a code may be named like a property of objects", () => {
  assert.equal(fault.isKnown("__proto__"), true);
  assert.equal(fault.name("__proto__"), "mirror");
  assert.equal(fault.isKnown("constructor"), false);
  assert.equal(fault.name("constructor"), undefined);
});

test("phrases fold in ASCII only", () => {
  assert.equal(fault.fromPhrase("smile AT Émile"), "4😀é");
  assert.equal(fault.fromPhrase("smile at émile"), undefined);
  assert.equal(fault.fromPhrase("No   such\tuser"), "user_not_found");
});

test("a table may say next to nothing", () => {
  assert.deepEqual(only.all, [7]);
  assert.equal(only.name(7), "seven");
  assert.equal(only.phrase(7), undefined);
  assert.equal(only.parse("8"), 8);
});
