/** A value that is looked at and replaced; those who look are told. */
export interface Store<T> {
  readonly get: () => T
  readonly change: (next: (value: T) => T) => void
  readonly subscribe: (listener: () => void) => () => void
}

export const createStore = <T>(initial: T): Store<T> => {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    change: (next) => {
      const changed = next(value)
      if (changed === value) return
      value = changed
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
