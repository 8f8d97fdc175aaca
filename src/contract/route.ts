import type { z } from 'zod'
import type { Act } from './acts.ts'

/**
 * One HTTP route, said once: the server registers and guards it, the client calls it, OpenAPI describes it.
 * `about` names what the act is about, found from the path: `:cycleId` and `:unitId`.
 */
export interface RouteContract {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: `/api/${string}`
  /** `anyone` is for routes that need no sign-in. */
  readonly act: Act | 'anyone'
  readonly about: 'authority' | 'unit' | 'cycle' | 'cycleUnit'
  /** One English sentence for the interface description. */
  readonly summary: string
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  /** What comes back; `file` for a download, `nothing` for 204. */
  readonly reply: z.ZodType | 'file' | 'nothing'
  /** The change names the version it saw in `If-Match`. */
  readonly versioned?: true
  /** The change takes an `Idempotency-Key`. */
  readonly idempotent?: true
  /**
   * A multipart upload of one file; the figure is the largest file in bytes. Its text fields stand before the file;
   * a `body` of such a contract describes them. `optional` lets the fields come alone.
   */
  readonly upload?: { readonly maxBytes: number; readonly optional?: true }
}

/** Keeps the literal types of a contract while checking its shape. */
export const route = <const Contract extends RouteContract>(contract: Contract): Contract => contract

type OutputOf<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined
type InputOf<Schema> = Schema extends z.ZodType ? z.input<Schema> : undefined
type PartOf<Contract, Name extends string> = Contract extends { readonly [Key in Name]: infer Schema } ? Schema : undefined

export type ParamsOf<Contract> = OutputOf<PartOf<Contract, 'params'>>
export type QueryOf<Contract> = OutputOf<PartOf<Contract, 'query'>>
export type BodyOf<Contract> = OutputOf<PartOf<Contract, 'body'>>
export type ReplyOf<Contract> = OutputOf<PartOf<Contract, 'reply'>>
/** What a client passes: before defaults and coercion. */
export type ClientParamsOf<Contract> = InputOf<PartOf<Contract, 'params'>>
export type ClientQueryOf<Contract> = InputOf<PartOf<Contract, 'query'>>
export type ClientBodyOf<Contract> = InputOf<PartOf<Contract, 'body'>>
