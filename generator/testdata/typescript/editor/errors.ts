// What an editor shows of these modules is in errors.txt.
import { PaymentCardDeclined, PaymentFailed } from "./shop.js";
import { isPaymentCardDeclined, parseProblem, paymentCardDeclined, paymentIbanWrong, paymentRefused, type ShopError } from "./shop_errors.js";

export const made = [/*?*/paymentCardDeclined, /*?*/paymentIbanWrong, /*?*/paymentRefused];
export const read = /*?*/parseProblem({});

export function advise(error: /*?*/ShopError): string {
  if (!error.known) return error./*?*/code;
  switch (error./*?*/code) {
    case PaymentFailed:
      return error./*?*/params.orderId;
    case PaymentCardDeclined:
      return [error.params./*?*/last4, error.params./*?*/amount, error.params./*?*/attempt].join();
    default:
      return /*?*/error.message;
  }
}

export const caught = (error: unknown): string => (/*?*/isPaymentCardDeclined(error) ? /*?*/error.params.amount : "");
