// What the compiler knows about errors of odd classes. This file only has to
// compile: where it must not, it says @ts-expect-error.
import { isSomeError, type OddError, type UnknownOddError } from "./odd_errors.js";
import { isMarkError, type QuotedError } from "./quoted_errors.js";
import { assertNever } from "./scattered.js";
import { type HighError, isHighError, isLowError, type LowError, type ScatteredError, type UnknownScatteredError } from "./scattered_errors.js";

// The unknown errors of one class are not those of another, nor all that there are.
export function range(error: ScatteredError): number {
  if (isLowError(error)) {
    const low: LowError = error;
    if (!low.known) return (low satisfies UnknownScatteredError).code;
    return low.params.nOf;
  }
  // @ts-expect-error: it may be unknown
  error.known satisfies true;
  if (isHighError(error)) {
    const high: HighError = error;
    // @ts-expect-error: it is of the other class
    const low: LowError = high;
    return [low, high].length;
  }
  const newer: UnknownScatteredError = error;
  // @ts-expect-error: one is left, so that this does not complete a chain of guards
  return assertNever(newer);
}

export function glob(error: OddError): string {
  if (isSomeError(error)) return error.known ? error.code : (error satisfies UnknownOddError).code;
  return (error satisfies UnknownOddError).code;
}

export function prefix(error: QuotedError): "`${x}\\</script>\u2028!" | undefined {
  if (!isMarkError(error)) return undefined;
  // @ts-expect-error: a code of the class begins with all of it
  error.code satisfies `\`${string}!`;
  const code: `\`\${x}\\</script>\u2028${string}` = error.code;
  return error.known ? error.code : (code satisfies typeof error.code, undefined);
}
