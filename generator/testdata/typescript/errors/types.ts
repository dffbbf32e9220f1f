// What the compiler knows about errors. This file only has to compile: where it
// must not, it says @ts-expect-error.
import { assertNever as neverExit, BadDate, BadFlag, BadRow } from "./exit.js";
import { badFlag, type ExitError, isExitError } from "./exit_errors.js";
import {
  assertNever,
  FraudSuspected,
  Hostile,
  PaymentCardDeclined,
  PaymentFailed,
  PaymentIbanWrong,
  StockEmpty,
  StockMoved,
  StockSekrit,
} from "./shop.js";
import {
  fraudSuspected,
  isGeneralError,
  isPaymentCardDeclined,
  isPaymentError,
  isSekritFraudError,
  isShopError,
  isStockError,
  isStockOut,
  type Messages,
  type PaymentCardDeclinedParams,
  type PaymentError,
  type PaymentRefusedParams,
  parseProblem,
  paymentCardDeclined,
  paymentFailed,
  paymentRefused,
  type ShopError,
  type ShopErrorOf,
  type UnknownShopError,
} from "./shop_errors.js";
import { messages as german } from "./shop_messages_de.js";

// A switch over the code narrows the parameters, and is known to be complete.
export function advice(error: ShopError): string {
  if (!error.known) {
    const newer: UnknownShopError = error;
    return newer.message;
  }
  switch (error.code) {
    case PaymentFailed:
      return error.params.orderId;
    case PaymentCardDeclined:
      return `${error.params.last4} ${error.params.retryAfter?.toFixed() ?? "never"}`;
    case PaymentIbanWrong:
      return error.params.iban;
    case StockEmpty:
    case StockMoved:
      return error.messageIn(german);
    case Hostile:
      return error.params.str;
    case FraudSuspected:
      return error.params.sekritCustomer;
    case StockSekrit:
      return error.params.sekritShelf;
    default:
      return assertNever(error);
  }
}

export function forgotten(error: ShopError): string {
  if (!error.known) return error.message;
  switch (error.code) {
    case PaymentFailed:
      // @ts-expect-error: the other error has that parameter
      return error.params.last4;
    default:
      // @ts-expect-error: other codes are left
      return assertNever(error);
  }
}

// Who forgets the codes that are still to come is told so.
export function shortSighted(error: PaymentError): string {
  switch (error.code) {
    case PaymentFailed:
    case PaymentCardDeclined:
    case PaymentIbanWrong:
      return error.message;
    default:
      // @ts-expect-error: an unknown one is left
      return assertNever(error);
  }
}

// Of an error that is of no class, the code may still be unknown.
export function classed(error: ShopError): string {
  if (isPaymentError(error)) {
    const code: `payment_${string}` = error.code;
    if (!error.known) return code;
    return error.params.orderId;
  }
  // @ts-expect-error: it may be unknown
  error.known satisfies true;
  if (isStockError(error) || isSekritFraudError(error) || isGeneralError(error)) return error.message;
  const newer: UnknownShopError = error;
  // @ts-expect-error: one is left, so that this does not complete a chain of guards
  return assertNever(newer);
}

// What carries nothing has nothing to read, with the options of every project.
export function nothing(error: PaymentError, empty: ShopErrorOf<"stock_empty">): void {
  // @ts-expect-error: it may be unknown
  error.params.orderId;
  // @ts-expect-error: it has no parameters
  empty.params.orderId;
  // @ts-expect-error: and no other
  if (!error.known) error.params.orderId;
}

// A closed table has no other codes.
export function exit(error: ExitError): string {
  switch (error.code) {
    case BadFlag:
      return error.params.flag;
    case BadRow:
      return error.params.line.toFixed();
    case BadDate:
      return error.params.date;
    default:
      return neverExit(error);
  }
}

// Guards narrow what was caught.
export function caught(error: unknown): string {
  if (isPaymentCardDeclined(error)) return error.params.amount;
  if (isStockOut(error)) return error.code satisfies "stock_empty";
  if (isPaymentError(error)) return error.message;
  if (isShopError(error)) return advice(error);
  if (isExitError(error)) return error.code.toFixed();
  // @ts-expect-error: it may be anything
  return error.message;
}

export const made: ShopErrorOf<"payment_failed"> = paymentFailed({ orderId: "7" }, { cause: new Error("bank") });
export const one: ShopError = made;
export const base: Error = made;
export const read: ShopError | undefined = parseProblem({});
export const params: PaymentCardDeclinedParams = {
  orderId: "7",
  last4: "4242",
  amount: "12.50",
  attempt: 1,
  final: false,
  bank: "b",
  retryAfter: undefined,
};
export const renamed: PaymentRefusedParams = params;
export const refused: ShopErrorOf<"payment_card_declined"> = paymentRefused(renamed);
// @ts-expect-error: the order is missing
paymentFailed({});
// @ts-expect-error: an order is a text
paymentFailed({ orderId: 7 });
// @ts-expect-error: an amount is a text, so that nobody rounds it
paymentCardDeclined({ ...params, amount: 12.5 });
// @ts-expect-error: there is no such parameter
badFlag({ flag: "x", line: 1 });
// @ts-expect-error: the code is another one
export const other: ShopErrorOf<"stock_empty"> = fraudSuspected({ sekritCustomer: "c" });
// @ts-expect-error: what an error says stays so
made.params.orderId = "8";
// @ts-expect-error: no code has that name
export const unlisted: Messages = { nothing: () => "" };
// @ts-expect-error: the message has another parameter
export const wrong: Messages = { payment_failed: (p) => p.last4 };
