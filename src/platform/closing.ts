type Undo = () => Promise<unknown>

/** What must be undone at the end, in reverse order, each whatever becomes of the others. */
export interface Closing {
  /** Undone at once where closing has already begun. */
  readonly add: (undo: Undo) => Promise<void>
  readonly close: () => Promise<void>
}

export const createClosing = (): Closing => {
  const undos: Undo[] = []
  let closing: Promise<void> | undefined
  const run = async (undo: Undo): Promise<void> => {
    await undo().catch(() => undefined)
  }
  const closeAll = async (): Promise<void> => {
    for (let undo = undos.pop(); undo !== undefined; undo = undos.pop()) await run(undo)
  }
  return {
    add: async (undo) => {
      if (closing === undefined) undos.push(undo)
      else await run(undo)
    },
    close: () => (closing ??= closeAll()),
  }
}
