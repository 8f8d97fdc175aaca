import type { ReactNode } from 'react'
import { ErrorState } from './error-state.tsx'
import { Loading as LoadingState } from './loading.tsx'
import type { Loading } from './use-call.ts'

/** Shows a read in whichever state it is: on its way, refused, or there. */
export const Loaded = <T,>({
  call,
  children,
  what,
}: {
  readonly call: Loading<T>
  readonly children: (value: T) => ReactNode
  readonly what?: string
}) => {
  if (call.value !== undefined) return children(call.value)
  if (call.refused) return <ErrorState refused={call.refused} onAgain={call.again} />
  return <LoadingState {...(what && { what })} />
}
