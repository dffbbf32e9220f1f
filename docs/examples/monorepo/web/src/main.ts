import { order } from "./order.ts";

declare const process: { argv: string[] }; // all that is needed of Node

// Each CODE:TIMES is an order that the service fails so many times.
const [service, ...orders] = process.argv.slice(2);
for (const [i, what] of orders.entries()) {
  const [fail, times] = what.split(":");
  const { ordered, attempts, trouble } = await order(`${service}/orders/web-${i}?fail=${fail}&times=${times}`);
  console.log(`${trouble}: ${ordered ? "ordered" : "given up"} after ${attempts}`);
}
