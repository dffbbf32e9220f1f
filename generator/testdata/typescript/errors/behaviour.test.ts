// What errors do: as they are made, caught, sent and read again.
import assert from "node:assert/strict";
import test from "node:test";
import { inspect } from "node:util";
import * as exit from "./exit_errors.js";
import * as shop from "./shop_errors.js";
import { messages as german } from "./shop_messages_de.js";
import { messages as portuguese } from "./shop_messages_pt_br.js";

const declined = () =>
  shop.paymentCardDeclined(
    { orderId: "7", last4: "4242", amount: "12.50", attempt: 2, final: false, bank: "B", retryAfter: 30, sekritScore: "0.9" },
    { cause: new Error("bank") },
  );
const body = (error: unknown): string => JSON.stringify(error);
const hostile = "\u2028</script>${x}{str}%s\0\u{1f600}";
const strings = { str: hostile, prototype: "__proto__", range: "{max}", options: -0, max: Number.MAX_SAFE_INTEGER };

test("an error says what its code says, with the values in it", () => {
  const error = declined();
  assert.ok(error instanceof Error);
  assert.equal(error.name, "ShopError");
  assert.equal(error.code, "payment_card_declined");
  assert.equal(error.message, "the card ending in 4242 was declined: 12.50 of order 7, attempt 2, final: false");
  assert.equal(String(error), `ShopError: ${error.message}`);
  assert.match(error.stack ?? "", /^ShopError: the card/);
  assert.equal(error.params.retryAfter, 30);
  assert.equal(error.status, 402);
  assert.equal((error.cause as Error).message, "bank");
  assert.equal("cause" in shop.stockEmpty(), false);
  assert.equal(shop.paymentFailed({ orderId: "7" }).message, "the payment of order 7 failed");
  assert.equal(shop.stockEmpty().message, "Out of stock {sic}");
  assert.equal(shop.stockMoved().message, "code stock_moved");
  assert.equal(exit.badRow({ line: 3 }).message, "line 3 cannot be imported");
  assert.equal(exit.badRow({ line: 3 }).status, undefined);
});

test("an error is called by the names of its code", () => {
  const error = shop.paymentRefused({ ...declined().params });
  assert.equal(error.code, "payment_card_declined");
  assert.ok(shop.isPaymentRefused(error) && shop.isPaymentCardDeclined(error) && shop.isStockOut(shop.stockEmpty()));
});

test("consoles show an error as one of its table", () => {
  assert.match(inspect(shop.stockEmpty()), /^ShopError: Out of stock/);
});

test("an error can be given another name, as any error can", () => {
  const [error, usual] = [shop.stockEmpty(), new RangeError("Out of stock {sic}")];
  assert.deepEqual(Object.keys(error), ["code", "params"]);
  for (const renamed of [error, usual]) {
    renamed.name = "StockError";
    assert.deepEqual(Object.getOwnPropertyDescriptor(renamed, "name"), { value: "StockError", configurable: true, enumerable: true, writable: true });
    assert.equal(Object.assign(renamed, { name: "Other" }).name, "Other");
    assert.equal(String(renamed), "Other: Out of stock {sic}");
  }
  assert.equal(error.stack?.split("\n")[0], usual.stack?.split("\n")[0]);
  assert.deepEqual(Object.keys(error), ["code", "params", "name"]);
  assert.equal(body(error), body(shop.stockEmpty()));
  assert.equal(structuredClone(error).name, structuredClone(usual).name);
  assert.equal(shop.stockEmpty().name, "ShopError", "others keep theirs");
});

test("a stack begins with who made the error", () => {
  function caller(): Error[] {
    return [shop.stockEmpty(), shop.paymentFailed({ orderId: "7" }), shop.stockOut()];
  }
  for (const { message, name, stack } of caller()) {
    assert.ok(stack?.startsWith(`${name}: ${message}\n    at caller `), stack);
  }
});

test("an error is made where stacks cannot be cut", (t) => {
  const { captureStackTrace } = Error;
  t.after(() => Object.assign(Error, { captureStackTrace }));
  Reflect.deleteProperty(Error, "captureStackTrace");
  assert.match(shop.stockEmpty().stack ?? "", /^ShopError: Out of stock/);
});

test("what is given to an error can be changed without changing it", () => {
  const params = { orderId: "7" };
  const error = shop.paymentFailed(params);
  params.orderId = "8";
  assert.equal(error.params.orderId, "7");
});

test("guards know codes, classes and nothing else", () => {
  const error = declined();
  assert.ok(shop.isShopError(error) && shop.isPaymentError(error) && shop.isPaymentCardDeclined(error));
  assert.ok(!shop.isPaymentFailed(error) && !shop.isStockError(error) && !exit.isExitError(error));
  assert.ok(exit.isDataError(exit.badDate({ line: 1, date: "x" })) && !exit.isUsageError(exit.badRow({ line: 1 })));
  for (const stranger of [undefined, null, 0, "payment_failed", {}, new Error("x"), { code: "payment_failed" }, Object.create(error)]) {
    assert.equal(exit.isExitError(stranger), false);
    assert.equal(exit.isBadFlag(stranger), false);
  }
});

test("a problem has its members in the order of RFC 9457, and nothing private", () => {
  assert.equal(
    body(declined()),
    '{"type":"https://errors.example.com/shop/payment_card_declined","title":"Card declined","status":402,' +
      '"detail":"the card ending in 4242 was declined: 12.50 of order 7, attempt 2, final: false","code":"payment_card_declined",' +
      '"order_id":"7","last4":"4242","amount":"12.50","attempt":2,"final":false,"bank":"B","retry_after":30}',
  );
  assert.equal(body(exit.badFlag({ flag: "-x" })), '{"detail":"there is no flag -x","code":1,"flag":"-x"}');
  assert.deepEqual(declined().problem(), JSON.parse(body(declined())));
  assert.equal(shop.mediaType, "application/problem+json");
});

test("a problem comes back as the error that gave it, to the byte", () => {
  for (const error of [declined(), shop.paymentFailed({ orderId: hostile }), shop.stockMoved(), shop.hostile(strings)]) {
    const again = shop.parseProblem(JSON.parse(body(error)));
    assert.ok(again !== undefined);
    assert.equal(again.code, error.code);
    assert.equal(again.known, true);
    assert.equal(again.message, error.message);
    assert.equal(again.status, error.status);
    assert.equal(body(again), body(error));
  }
  const bad = exit.badDate({ line: 2, date: "never" });
  assert.equal(body(exit.parseProblem(JSON.parse(body(bad)))), body(bad));
});

test("a problem says where it happened, if it is told", () => {
  const instance = "/orders/7";
  assert.deepEqual(Object.keys(exit.badFlag({ flag: "x" }).problem({ instance })), ["detail", "instance", "code", "flag"]);
  assert.equal(exit.badFlag({ flag: "x" }).problem({ instance }).instance, instance);
  assert.equal("instance" in shop.stockEmpty().problem({ instance: undefined }), false);
  const received = shop.parseProblem({ code: "new", instance: "/6", more: 1 });
  assert.deepEqual(received?.problem({ instance }), { code: "new", instance, more: 1 });
  assert.equal(received?.problem().instance, "/6", "the error stays as it was");
});

test("an error that came without a status has that of its code", () => {
  for (const [problem, status] of [
    [{ code: "stock_empty" }, 409],
    [{ code: "stock_empty", status: 418 }, 418],
    [{ code: "payment_new" }, undefined],
  ] as const) {
    const error = shop.parseProblem(problem);
    assert.equal(error?.status, status);
    assert.deepEqual(error?.problem(), problem, "what is written back is what came");
  }
  assert.equal(exit.parseProblem({ code: 1, flag: "x" })?.status, undefined);
});

test("what nobody here knows stays", () => {
  for (const text of [
    '{"code":"payment_new","detail":"pay later","type":"about:blank","later":[1,{"a":null}],"__proto__":{"x":1}}',
    '{"trace":"t","code":"payment_failed","order_id":"7","instance":"/7","title":"Zahlung","detail":"übersetzt","status":599}',
    '{"code":"constructor"}',
    '{"code":"__proto__"}',
  ]) {
    const error = shop.parseProblem(JSON.parse(text));
    assert.ok(error !== undefined, text);
    assert.equal(body(error), text);
    assert.equal(body(error.problem()), text);
    assert.equal(error.code, JSON.parse(text).code);
    assert.equal(error.known, text.includes("payment_failed"));
  }
  const words = shop.parseProblem({ code: "payment_failed", order_id: "7", detail: "übersetzt" });
  assert.equal(words?.message, "the payment of order 7 failed", "what is known is said in the words of the table");
  assert.equal(words?.problem().detail, "übersetzt");
  const later = shop.parseProblem({ code: "payment_new", detail: "pay later", status: 402 });
  assert.ok(later !== undefined && shop.isShopError(later) && shop.isPaymentError(later) && !shop.isStockError(later));
  assert.equal(later.message, "pay later");
  assert.equal(later.status, 402);
  assert.equal(later.messageIn(german), "pay later");
  assert.equal(shop.parseProblem({ code: "new", title: "New" })?.message, "New");
  assert.equal(shop.parseProblem({ code: "new" })?.message, "code new");
  assert.equal(shop.parseProblem({ code: "payment_failed", order_id: "7" })?.message, "the payment of order 7 failed");
  assert.equal(exit.parseProblem({ code: 2 }), undefined, "the table is closed");
});

test("a problem that says something of the wrong type is none", () => {
  const right: Record<string, unknown> = { ...declined().problem() };
  assert.ok(shop.parseProblem(right) !== undefined);
  for (const [member, wrong] of [
    ["type", [1, null]],
    ["title", [false, {}]],
    ["status", ["402", 402.5, null, Number.NaN, 99, 600]],
    ["detail", [1, null, []]],
    ["instance", [1]],
    ["code", [1, null, undefined, {}, ""]],
    ["order_id", [7, null, undefined]],
    ["amount", [12.5, "12,50", "1e3", "+1", ".5", "1.", "01", "", " 1", "1\n", null]],
    ["attempt", ["2", 1.5, 2 ** 53, null, true]],
    ["final", ["false", 0, null]],
    ["retry_after", ["30", null, 0.1]],
  ] as const) {
    for (const value of wrong) assert.equal(shop.parseProblem({ ...right, [member]: value }), undefined, `${member}: ${String(value)}`);
  }
  for (const amount of ["0", "-0", "-12.50", "12345678901234567890.00001"]) assert.ok(shop.parseProblem({ ...right, amount }));
  const others = [Object.assign(new Error("no file"), { code: "ENOENT" }), Object.assign([], { code: "new" }), declined()];
  for (const value of [undefined, null, 1, "{}", [], () => {}, ...others]) assert.equal(shop.parseProblem(value), undefined);
  assert.equal(exit.parseProblem({ code: "1", flag: "x" }), undefined);
});

test("what is private here is a stranger's member in a problem", () => {
  const text = '{"code":"payment_failed","order_id":"7","sekrit_score":7}';
  assert.equal(body(shop.parseProblem(JSON.parse(text))), text);
  const told = shop.parseProblem({ ...declined().problem(), sekrit_score: "0.9" });
  assert.ok(told !== undefined && shop.isPaymentCardDeclined(told));
  assert.equal(told.params.sekritScore, undefined);
});

test("messages come in other languages, each loaded alone", () => {
  assert.equal(shop.paymentFailed({ orderId: "7" }).messageIn(german), "Die Zahlung der Bestellung 7 ist fehlgeschlagen");
  assert.equal(shop.paymentFailed({ orderId: "7" }).messageIn(portuguese), "O pagamento do pedido 7 falhou");
  assert.equal(shop.stockEmpty().messageIn(portuguese), "Out of stock {sic}", "a message that is missing is the table's own");
  assert.equal(shop.stockEmpty().messageIn(german), "Nicht mehr da {}");
  const sent = shop.parseProblem(JSON.parse(body(declined())));
  assert.equal(sent?.messageIn(german), declined().messageIn(german), "who gets a problem reads it in the language of the reader");
  assert.equal(shop.parseProblem({ code: "toString" })?.messageIn(german), "code toString");
});

test("texts and values stay what they are", () => {
  const { message } = shop.hostile(strings);
  assert.ok(message.startsWith(`{${hostile}} */ """ ''' \` \\ </script> <!-- \${x} %s %d %(str)s ${hostile} \u2028\u202e\r\n\0 é 😀 `), message);
  assert.ok(message.endsWith("__proto__{max}09007199254740991"), message);
  assert.ok(shop.hostile(strings).messageIn(german).startsWith("90071992547409910{max}__proto__"));
  assert.equal(Object.getPrototypeOf({}), Object.prototype);
});

test("a clone keeps what an error of JavaScript keeps, and the problem all that may be told", () => {
  const clone = structuredClone(declined());
  assert.equal(clone.message, declined().message);
  assert.equal(shop.isShopError(clone), false);
  const again = shop.parseProblem(structuredClone(declined().problem()));
  assert.ok(again !== undefined && shop.isPaymentCardDeclined(again));
  assert.equal(again.params.retryAfter, 30);
});
