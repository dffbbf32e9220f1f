// What the compiler knows about tables that product does not have: closed,
// text, without classes.
import * as fault from "./io_fault.js";
import * as only from "./only.js";
import * as exit from "./os_exit.js";

type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Expect<T extends true> = T;

export type Tests = [
  Expect<Equal<exit.OsExit, -9 | -1 | 0 | 1 | 300 | 9007199254740991>>,
  Expect<Equal<ReturnType<typeof exit.parse>, exit.OsExit | undefined>>,
  Expect<Equal<exit.OsExitSignal, -9 | -1>>,
  Expect<Equal<exit.OsExitEmpty, never>>,
  Expect<Equal<ReturnType<typeof exit.retried>, boolean>>,
  Expect<Equal<ReturnType<typeof exit.flagged>, boolean | undefined>>,
  Expect<Equal<ReturnType<typeof exit.hints>, readonly ("wait" | "ask" | "give_up")[]>>,
  Expect<Equal<ReturnType<typeof exit.mirrors>, readonly number[]>>,
  Expect<Equal<ReturnType<typeof exit.fault>, string | undefined>>,
  Expect<Equal<ReturnType<typeof exit.unset>, string | undefined>>,
  Expect<Equal<ReturnType<typeof fault.parse>, fault.IoFaultCode | undefined>>,
  Expect<Equal<typeof fault.UserNotFound, "user_not_found">>,
  Expect<Equal<only.Only, 7>>,
];

export const stranger: fault.IoFaultCode = "anything";
// @ts-expect-error: the table does not list it
export const unlisted: fault.IoFault = "anything";
// @ts-expect-error: a number is no code of this table
fault.phrase(7);
// @ts-expect-error: a table without classes has none to give
only.classOf(7);
