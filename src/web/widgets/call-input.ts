import type { ClientBodyOf, ClientParamsOf, ClientQueryOf } from '../../contract/route.ts'

/** What a call takes; each part as its contract says. */
export interface CallInput<Contract> {
  readonly params?: ClientParamsOf<Contract>
  readonly query?: ClientQueryOf<Contract>
  readonly body?: ClientBodyOf<Contract>
  /** The `version` that the person saw, for contracts with `versioned`. */
  readonly ifMatch?: number
  /** For contracts with `idempotent`: one key per intention, kept while it is retried. */
  readonly idempotencyKey?: string
  /** Without a file the fields go alone, where the contract lets them. */
  readonly upload?: { readonly file?: File; readonly fields?: Readonly<Record<string, string>> }
  /** Share of the upload that has left, 0–1. */
  readonly onProgress?: (share: number) => void
  readonly signal?: AbortSignal
}
