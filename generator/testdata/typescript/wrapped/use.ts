// What the declarations of wrapped.ts say to others.
import type { GrpcCodeName } from "./grpc.js";
import type { HttpStatusClass, HttpStatusName, HttpStatusRetry } from "./http.js";
import { called, known, label, loosely, others } from "./wrapped.js";

export const words: "Not Found" = label(404);
export const facts: { name: "not_found"; phrase: "Not Found"; classOf: "client_error"; retry: "never" } = known(404);
export const two: readonly ["ringing", "Ringing"] = called(180);
export const five: readonly ["not_found", "NOT_FOUND", 404, "content", 69] = others(5, "2.05");
// @ts-expect-error: a stranger may have none
export const strange: string = label(499);

type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Expect<T extends true> = T;

// An argument that is any is no reason for an answer that is.
export type Loosely = [
  Expect<Equal<typeof loosely.phrase, string | undefined>>,
  Expect<Equal<typeof loosely.name, HttpStatusName | undefined>>,
  Expect<Equal<typeof loosely.classOf, HttpStatusClass | undefined>>,
  Expect<Equal<typeof loosely.retry, HttpStatusRetry>>,
  Expect<Equal<typeof loosely.bodyAllowed, boolean>>,
  Expect<Equal<typeof loosely.others, readonly [GrpcCodeName | undefined, string | undefined, number | undefined]>>,
];
