// Functions of a user's own that keep what a look-up knows of its argument, and
// leave it to the compiler to say so in their declarations.
import * as coap from "./coap.js";
import * as grpc from "./grpc.js";
import * as http from "./http.js";
import * as sip from "./sip.js";

export function label<C extends http.HttpStatusCode>(code: C) {
  return http.phrase(code);
}
export function known<C extends http.HttpStatus>(code: C) {
  return { name: http.name(code), phrase: http.phrase(code), classOf: http.classOf(code), retry: http.retry(code) };
}
export const called = <C extends sip.SipStatusCode>(code: C) => [sip.name(code), sip.phrase(code)] as const;
export const others = <C extends grpc.AnyGrpcCode, D extends coap.AnyCoapCode>(code: C, other: D) =>
  [grpc.name(code), grpc.phrase(code), grpc.http(code), coap.name(other), coap.byte(other)] as const;

declare const any: any;
export const loosely = {
  phrase: http.phrase(any),
  name: http.name(any),
  classOf: http.classOf(any),
  retry: http.retry(any),
  bodyAllowed: http.bodyAllowed(any),
  others: [grpc.name(any), grpc.phrase(any), grpc.http(any)] as const,
};
