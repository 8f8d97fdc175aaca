import { useEffect, useRef, useState } from 'react'
import type { Refused } from '../../../web/widgets/client.ts'
import { useChange } from '../../../web/widgets/use-call.ts'
import { uploadRoutes } from './contract.ts'
import { sendFile } from './send-file.ts'

export interface Uploading {
  readonly file: File | undefined
  /** Share that is safe, 0–1. */
  readonly progress: number
  /** The line is broken; it goes on by itself. */
  readonly isWaiting: boolean
  /** The whole file is on the server under this id. */
  readonly uploadId: string | undefined
  readonly refused: Refused | undefined
  readonly start: (file: File) => void
  /** Gives the file up; what came of it is removed. */
  readonly drop: () => void
}

interface State {
  readonly file?: File
  readonly progress: number
  readonly isWaiting: boolean
  readonly uploadId?: string
  readonly refused?: Refused
}
const nothing: State = { progress: 0, isWaiting: false }

/** One file on its way to the register of a unit. Leaving the page stops it; it goes on when the same file is chosen again. */
export const useUpload = (unitId: string): Uploading => {
  const [state, setState] = useState(nothing)
  const stop = useRef<AbortController>(undefined)
  const dropped = useChange(uploadRoutes.drop, { refreshes: [uploadRoutes.list] })
  useEffect(() => () => stop.current?.abort(), [])
  const start = async (file: File): Promise<void> => {
    stop.current?.abort()
    const controller = new AbortController()
    stop.current = controller
    setState({ ...nothing, file })
    const outcome = await sendFile({
      unitId,
      file,
      signal: controller.signal,
      onProgress: (share, isWaiting) =>
        setState((before) => ({ ...before, isWaiting, progress: Number.isNaN(share) ? before.progress : share })),
    }).catch(() => undefined)
    if (!outcome || controller.signal.aborted) return
    setState(outcome.ok ? { file, progress: 1, isWaiting: false, uploadId: outcome.value.id } : { ...nothing, file, refused: outcome })
  }
  const drop = (): void => {
    stop.current?.abort()
    if (state.uploadId) void dropped.run({ params: { unitId, uploadId: state.uploadId } })
    setState(nothing)
  }
  const { file, progress, isWaiting, uploadId, refused } = state
  return { file, progress, isWaiting, uploadId, refused, start: (chosen) => void start(chosen), drop }
}
