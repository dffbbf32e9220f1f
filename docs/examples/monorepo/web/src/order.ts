import * as http from "./codes/http.ts";
import * as shop from "./codes/shop.ts";
import { mediaType, parseProblem, type ShopError } from "./codes/shop_errors.ts";
import { messages as german } from "./codes/shop_messages_de.ts";

/** How sending an order ended. */
export interface Outcome {
  ordered: boolean;
  attempts: number;
  /** What was wrong last. */
  trouble?: string;
}

/** Sends an order, again and again while the service says that it is worth it. */
export async function order(url: string): Promise<Outcome> {
  let trouble: string | undefined;
  for (let attempts = 1; ; attempts++) {
    const response = await fetch(url, { method: "POST" });
    if (http.isSuccess(response.status)) return { ordered: true, attempts, trouble };
    const error = await errorOf(response);
    trouble = error === undefined ? describeStatus(response.status) : describe(error);
    const again = error === undefined ? http.retry(response.status) === "always" : shop.retry(error.code);
    if (!again || attempts === 5) return { ordered: false, attempts, trouble };
    await new Promise((done) => setTimeout(done, 5 * 2 ** attempts));
  }
}

/** The error in the body of an answer; none where it is not the service's own. */
async function errorOf(response: Response): Promise<ShopError | undefined> {
  if (response.headers.get("Content-Type") !== mediaType) return undefined;
  return parseProblem(await response.json());
}

function describe(error: ShopError): string {
  const class_ = shop.classOf(error.code) ?? "no class";
  return `${error.code}, ${class_}: ${error.message} | ${error.messageIn(german)} | ${advice(error)}`;
}

/** What the customer can do. */
function advice(error: ShopError): string {
  if (!error.known) return "wait for a newer program";
  switch (error.code) {
    case shop.CartEmpty:
      return "put something in";
    case shop.CartSoldOut:
      return `take out ${error.params.item}`;
    case shop.PaymentDeclined:
      return `pay with another card than ${error.params.last4}`;
    case shop.PaymentUnavailable:
      return `pay ${error.params.order} later`;
    default:
      return shop.assertNever(error);
  }
}

function describeStatus(status: http.HttpStatusCode): string {
  return `${status}, ${http.classOf(status) ?? "no class"}: ${http.phrase(status) ?? "not known here"}`;
}
