import { useEffect, useState, useSyncExternalStore } from 'react'
import { type Autosave, type AutosaveOptions, type AutosaveView, createAutosave } from './autosave.ts'

/** An autosaving sheet in a page: the queue, and its state to draw. `options` are taken once; what the page leaves is sent first. */
export const useAutosave = <Value>(options: AutosaveOptions<Value>): readonly [AutosaveView<Value>, Autosave<Value>] => {
  const [autosave] = useState(() => createAutosave(options))
  const view = useSyncExternalStore(autosave.subscribe, autosave.view)
  useEffect(() => {
    const send = (): void => void autosave.flush()
    addEventListener('online', send)
    addEventListener('pagehide', send)
    return () => {
      removeEventListener('online', send)
      removeEventListener('pagehide', send)
      void autosave.flush()
      autosave.stop()
    }
  }, [autosave])
  return [view, autosave]
}
