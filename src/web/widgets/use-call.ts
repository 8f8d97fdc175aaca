import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { RouteContract } from '../../contract/route.ts'
import type { CallInput } from './call-input.ts'
import { addressOf, call, type Outcome, type Refused, type ValueOf } from './client.ts'

/** A read as a page sees it: exactly one of `value` and `refused` once it has loaded. */
export interface Loading<T> {
  readonly value: T | undefined
  readonly refused: Refused | undefined
  readonly isLoading: boolean
  /** A further look while the old value still stands. */
  readonly isRefreshing: boolean
  readonly again: () => void
}

class RefusedError extends Error {
  readonly refused: Refused
  constructor(refused: Refused) {
    super(refused.problems[0]?.message ?? '')
    this.refused = refused
  }
}

/** Only what the network lost is worth asking again by itself. */
export const retriesReads = (failures: number, error: Error): boolean =>
  failures < 3 && error instanceof RefusedError && (error.refused.status === 0 || error.refused.status === 503)

/** The key under which a read is kept: its path first, so that everything of one route can be refreshed. */
const keyOf = <Contract extends RouteContract>(contract: Contract, input: CallInput<Contract>) => [
  contract.path,
  addressOf(contract, input),
]

/** Reads a route for a page. `when: false` waits; `everySeconds` looks again by itself. */
export const useCall = <const Contract extends RouteContract>(
  contract: Contract,
  input: Pick<CallInput<Contract>, 'params' | 'query'> = {},
  options: { readonly when?: boolean; readonly everySeconds?: number } = {},
): Loading<ValueOf<Contract>> => {
  const query = useQuery({
    queryKey: keyOf(contract, input),
    queryFn: async ({ signal }) => {
      const outcome = await call(contract, { ...input, signal })
      if (!outcome.ok) throw new RefusedError(outcome)
      return outcome.value
    },
    enabled: options.when ?? true,
    ...(options.everySeconds !== undefined && { refetchInterval: options.everySeconds * 1000 }),
  })
  return {
    value: query.data as ValueOf<Contract> | undefined,
    refused: query.error instanceof RefusedError ? query.error.refused : undefined,
    isLoading: query.isPending && (options.when ?? true),
    isRefreshing: query.isFetching && !query.isPending,
    again: () => void query.refetch(),
  }
}

/** A change as a page makes it. */
export interface Change<Contract extends RouteContract> {
  readonly run: (input?: CallInput<Contract>) => Promise<Outcome<ValueOf<Contract>>>
  readonly isRunning: boolean
  /** Why the last run was refused; gone with the next. */
  readonly refused: Refused | undefined
  readonly forget: () => void
}

/** Makes a change and then refreshes the reads it touches: `refreshes` names their contracts; without it every read is looked at again. */
export const useChange = <const Contract extends RouteContract>(
  contract: Contract,
  options: { readonly refreshes?: readonly RouteContract[] } = {},
): Change<Contract> => {
  const queries = useQueryClient()
  const mutation = useMutation({
    mutationFn: (input: CallInput<Contract>) => call(contract, input),
    onSuccess: (outcome) => (outcome.ok ? refresh(queries, options.refreshes) : undefined),
  })
  return {
    run: (input = {}) => mutation.mutateAsync(input),
    isRunning: mutation.isPending,
    refused: mutation.data?.ok === false ? mutation.data : undefined,
    forget: mutation.reset,
  }
}

export const refresh = async (queries: QueryClient, contracts: readonly RouteContract[] | undefined): Promise<void> => {
  if (!contracts) return queries.invalidateQueries()
  await Promise.all(contracts.map(({ path }) => queries.invalidateQueries({ queryKey: [path] })))
}
