import { useQueryClient } from '@tanstack/react-query'
import { createContext, use, useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import { call, type Outcome, type Refused } from '../../web/widgets/client.ts'
import type { Saving } from '../../web/widgets/save-state.tsx'
import { refresh, useCall } from '../../web/widgets/use-call.ts'
import type { FrameworkEdit } from '../../core/framework/draft/edit.ts'
import { frameworkRoutes } from './contract.ts'
import type { FrameworkView } from './framework-shapes.ts'

/** What the parts of the page need of the draft: how it stands and how to change it. */
export interface Draft {
  readonly view: FrameworkView
  /** Saves edits as one step; gives the refusal, if any, so that what was typed can stay where it is. */
  readonly edit: (...edits: readonly FrameworkEdit[]) => Promise<Refused | undefined>
}

export const DraftContext = createContext<Draft | undefined>(undefined)

export const useDraft = (): Draft => {
  const draft = use(DraftContext)
  if (!draft) throw new Error('a part of the sheet stands outside a draft')
  return draft
}

/** The contract's arrays are mutable, the core's are not; nobody writes to either. */
type SentEdits = z.input<typeof frameworkRoutes.edit.body>['edits']

type Step = (version: number) => Promise<Outcome<FrameworkView>>

/** A framework with its changes: steps are sent one after the other, each on the version the one before gave. */
export const useDraftState = (frameworkId: string) => {
  const read = useCall(frameworkRoutes.read, { params: { frameworkId } })
  const queries = useQueryClient()
  const [own, setOwn] = useState<FrameworkView>()
  const [saving, setSaving] = useState<Saving>()
  const [refused, setRefused] = useState<Refused>()
  const view = own && own.version >= (read.value?.version ?? 0) ? own : read.value
  const latest = useRef(view)
  useEffect(() => {
    latest.current = view
  }, [view])
  const queue = useRef<Promise<unknown>>(Promise.resolve())

  const run = async (step: Step): Promise<Refused | undefined> => {
    setSaving('saving')
    const outcome = await step(latest.current?.version ?? 0)
    if (outcome.ok) {
      latest.current = outcome.value
      setOwn(outcome.value)
      setRefused(undefined)
      setSaving({ savedAt: new Date() })
      void refresh(queries, [frameworkRoutes.list])
      return undefined
    }
    setSaving('notSaved')
    setRefused(outcome)
    return outcome
  }
  const enqueue = (step: Step): Promise<Refused | undefined> => {
    const running = queue.current.then(() => run(step))
    queue.current = running
    return running
  }
  const params = { frameworkId }
  return {
    read,
    view,
    saving,
    refused,
    forget: () => setRefused(undefined),
    edit: (...edits: readonly FrameworkEdit[]) =>
      enqueue((ifMatch) => call(frameworkRoutes.edit, { params, ifMatch, body: { edits: [...edits] as SentEdits } })),
    undo: () => enqueue((ifMatch) => call(frameworkRoutes.undo, { params, ifMatch })),
    putInForce: (inForceFrom: string) => enqueue((ifMatch) => call(frameworkRoutes.putInForce, { params, ifMatch, body: { inForceFrom } })),
    /** Takes the newer draft over without letting go of the old one first: an editor that is open stays open. */
    reload: async (): Promise<void> => {
      const outcome = await call(frameworkRoutes.read, { params })
      if (!outcome.ok) return setRefused(outcome)
      setOwn(outcome.value)
      setRefused(undefined)
      setSaving(undefined)
    },
  }
}
