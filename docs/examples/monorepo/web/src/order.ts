import * as http from "./codes/http.ts";
import * as shop from "./codes/shop_error.ts";

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
    const code = await codeOf(response);
    trouble = code === undefined ? describeStatus(response.status) : describe(code);
    const again = code === undefined ? http.retry(response.status) === "always" : shop.retry(code);
    if (!again || attempts === 5) return { ordered: false, attempts, trouble };
    await new Promise((done) => setTimeout(done, 5 * 2 ** attempts));
  }
}

/** The code in the body of an answer; none where it is not the service's own. */
async function codeOf(response: Response): Promise<shop.ShopErrorCode | undefined> {
  if (response.headers.get("Content-Type") !== "application/json") return undefined;
  const failure: { code: string } = await response.json();
  return shop.parse(failure.code);
}

function describe(code: shop.ShopErrorCode): string {
  return say(code, shop.phrase(code), shop.classOf(code));
}

function describeStatus(status: http.HttpStatusCode): string {
  return say(status, http.phrase(status), http.classOf(status));
}

function say(code: string | number, phrase = "not known here", class_ = "no class"): string {
  return `${code}, ${phrase}, ${class_}`;
}
