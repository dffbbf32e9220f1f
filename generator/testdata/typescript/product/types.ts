// What the compiler knows about the generated modules. This file only has to
// compile: where it must not, it says @ts-expect-error.
import * as grpc from "./grpc.js";
import {
  all,
  assert,
  assertNever,
  classOf,
  fromPhrase,
  HttpStatus,
  type HttpStatusClass,
  type HttpStatusClientError,
  type HttpStatusCode,
  type HttpStatusName,
  type HttpStatusNames,
  type HttpStatusPhrases,
  type HttpStatusReference,
  type HttpStatusRetry,
  type HttpStatusServerError,
  isClientError,
  isKnown,
  lifecycle,
  name,
  NotFound,
  parse,
  phrase,
  reference,
  retry,
} from "./http.js";

type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Expect<T extends true> = T;

export type Constants = [
  Expect<Equal<typeof NotFound, 404>>,
  Expect<Equal<typeof HttpStatus.NotFound, 404>>,
  Expect<Equal<typeof HttpStatus.PayloadTooLarge, 413>>,
  Expect<Equal<Extract<HttpStatus, 404 | 499>, 404>>,
  Expect<Equal<Extract<HttpStatusClientError, 404 | 425 | 500>, 404 | 425>>,
  Expect<Equal<Exclude<HttpStatusServerError, HttpStatus>, never>>,
  Expect<Equal<Extract<HttpStatusName, "not_found">, "not_found">>,
  Expect<
    Equal<
      HttpStatusClass,
      "informational" | "success" | "redirection" | "client_error" | "server_error"
    >
  >,
  Expect<Equal<HttpStatusRetry, "never" | "conditional" | "always">>,
  Expect<Equal<HttpStatusPhrases[404], "Not Found">>,
  Expect<Equal<HttpStatusNames[HttpStatus], HttpStatusName>>,
  Expect<Equal<typeof grpc.NotFound, 5>>,
];

export type Functions = [
  Expect<Equal<ReturnType<typeof parse>, HttpStatusCode | undefined>>,
  Expect<Equal<ReturnType<typeof fromPhrase>, HttpStatus | undefined>>,
  Expect<Equal<ReturnType<typeof phrase>, string | undefined>>,
  Expect<Equal<ReturnType<typeof reference>, HttpStatusReference | undefined>>,
  Expect<Equal<ReturnType<typeof classOf>, HttpStatusClass | undefined>>,
  Expect<Equal<ReturnType<typeof retry>, HttpStatusRetry>>,
  Expect<Equal<ReturnType<typeof grpc.http>, number | undefined>>,
  Expect<Equal<typeof all, readonly HttpStatus[]>>,
];

// Any number is taken for a code; only a known one is of the type.
export const stranger: HttpStatusCode = 499;
// @ts-expect-error: the table does not list 499
export const unlisted: HttpStatus = 499;
// @ts-expect-error: a text is no code of this table
phrase("404");
// @ts-expect-error: 500 is no client error
export const wrongClass: HttpStatusClientError = 500;
// @ts-expect-error: the list is not for writing
all.push(404);
// @ts-expect-error: nor are its members
HttpStatus.NotFound = 405;

// Knowledge narrows; a class, which holds for strangers too, does not.
export function narrowed(code: number): HttpStatus | undefined {
  // @ts-expect-error: being a client error says nothing about being known
  if (isClientError(code)) return code;
  return isKnown(code) ? code : undefined;
}

export function asserted(code: number): HttpStatus {
  assert(code);
  return code;
}

// A switch over a class is known to be complete.
export function advice(state: ReturnType<typeof lifecycle>): string {
  switch (state) {
    case undefined:
      return "unknown";
    case "standard":
    case "temporary":
    case "experimental":
      return "go ahead";
    case "deprecated":
    case "obsolete":
    case "unused":
    case "reserved":
    case "unofficial":
      return "better not";
  }
}

// A record over the type needs every code.
// @ts-expect-error: there are more codes than one
export const incomplete: Record<HttpStatus, string> = { 404: "gone" };

// A look-up keeps what is known of its argument: a literal, a union, or nothing.
declare const either: 404 | 503;
declare const some: number;
declare const known: HttpStatus;
export const literal: readonly ["Not Found", "not_found", "client_error", "never"] = [
  phrase(404),
  name(404),
  classOf(404),
  retry(404),
];
export const union: "Not Found" | "Service Unavailable" = phrase(either);
export const byCode: "never" | "always" = retry(either);
export const named: HttpStatusName = name(known);
export const classed: HttpStatusClass = classOf(known);
export const number: string | undefined = phrase(some);
// @ts-expect-error: 404 is something else
export const otherwise: "Gone" = phrase(404);
// @ts-expect-error: a number may be unknown
export const unsure: string = phrase(some);
// @ts-expect-error: and so may be a stranger
export const strange: string = phrase(499);
// @ts-expect-error: one of the union is something else
export const half: "Not Found" = phrase(either);

// A switch without one of its codes does not compile.
export function handled(code: 404 | 503): string {
  switch (code) {
    case 404:
      return "look elsewhere";
    case 503:
      return "come again";
    default:
      return assertNever(code);
  }
}
export function forgotten(code: 404 | 503): string {
  if (code === 404) return "look elsewhere";
  // @ts-expect-error: 503 is left
  return assertNever(code);
}
// A stutter that is none.
export const any: grpc.AnyGrpcCode = 99;
export const nobody: never = phrase(undefined as never);
