import type { Readable } from 'node:stream'
import type { BodyOf, ParamsOf, QueryOf, ReplyOf, RouteContract } from '../../contract/route.ts'
import type { Result } from '../../core/result.ts'
import type { ActContext } from '../database/transaction.ts'
import type { ArrivedFile } from '../files/receive-file.ts'

/** A file that came with the request, whole. It stands aside until the act keeps it; what is not kept is gone after. */
export interface Upload {
  readonly fileName: string
  readonly file: ArrivedFile
}

/** A file that goes out; `inline` shows it in the page, otherwise it is saved. */
export interface FileReply {
  readonly fileName: string
  readonly mediaType: string
  readonly content: Readable | Buffer | string
  readonly inline?: boolean
}

/** A request after its shape was checked. */
export interface ActRequest<Contract extends RouteContract> {
  readonly params: ParamsOf<Contract>
  readonly query: QueryOf<Contract>
  readonly body: BodyOf<Contract>
  /** The version the change saw; a contract with `versioned` always has it. */
  readonly ifMatch: number
  /** Present where the contract has `upload`; where that is optional, if a file came. */
  readonly upload: Contract extends { readonly upload: { readonly optional: true } }
    ? Upload | undefined
    : Contract extends { readonly upload: object }
      ? Upload
      : undefined
  readonly uploadFields: Readonly<Record<string, string>>
}

type HandlerReply<Contract extends RouteContract> = Contract['reply'] extends 'file'
  ? FileReply
  : Contract['reply'] extends 'nothing'
    ? undefined
    : ReplyOf<Contract>

/** What a feature gives for a route: one act in one transaction, as the person who asked. */
export type Handler<Contract extends RouteContract> = (
  request: ActRequest<Contract>,
  context: ActContext,
) => Promise<Result<HandlerReply<Contract>>>
