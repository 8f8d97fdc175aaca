import type { Problem } from './problem.ts'

/**
 * A value, or every reason why there is none. Refusals are values; only bugs throw.
 * `problems` of a refusal is never empty and stands in document order.
 */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] }

/** The success side of {@link Result}. */
export const accept = <T>(value: T): Result<T> => ({ ok: true, value })

/** The refusal side of {@link Result}. */
export const refuse = (...problems: readonly Problem[]): Result<never> => ({ ok: false, problems })

/** Closes a switch over a union: reaching it is a bug, and the compiler says so first. */
export const unreachable = (value: never): never => {
  throw new Error(`unreachable case: ${JSON.stringify(value)}`)
}
