import { useSyncExternalStore } from 'react'
import { shellTexts } from '../../language/pages/shell.ts'
import classes from './offline-bar.module.css'

const watch = (changed: () => void): (() => void) => {
  addEventListener('online', changed)
  addEventListener('offline', changed)
  return () => {
    removeEventListener('online', changed)
    removeEventListener('offline', changed)
  }
}

/** A quiet line while the computer has no network. */
export const OfflineBar = () => {
  const isOnline = useSyncExternalStore(watch, () => navigator.onLine)
  return <div role="status">{!isOnline && <p className={classes.bar}>{shellTexts.offlineBar}</p>}</div>
}
