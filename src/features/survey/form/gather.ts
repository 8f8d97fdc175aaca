interface Waiting<In, Out> {
  readonly one: In
  readonly done: (out: Out) => void
  readonly fail: (error: unknown) => void
}

/** The largest gathering, and how many may be under way at once: the next one forms meanwhile. */
const mostAtOnce = 64
const underWayAtMost = 2

/**
 * Does together what comes at the same time: one transaction for all who send at this moment, however many they are. Alone, nobody waits for others. Where a
 * gathering fails, each of it is tried by itself, so that nobody fails for another's sake; `work` gives one outcome for each, in their order, and has to bear being
 * done again. Of those with the same `keyOf`, one is in a gathering at a time.
 */
export const gather = <In, Out>(
  work: (gathered: readonly In[]) => Promise<readonly Out[]>,
  keyOf: (one: In) => string,
): ((one: In) => Promise<Out>) => {
  const waiting: Waiting<In, Out>[] = []
  let underWay = 0
  const take = (): readonly Waiting<In, Out>[] => {
    const keys = new Set<string>()
    const taken: Waiting<In, Out>[] = []
    const left = waiting.splice(0).filter((each) => {
      const key = keyOf(each.one)
      const isTaken = taken.length < mostAtOnce && !keys.has(key)
      if (isTaken) taken.push(each)
      keys.add(key)
      return !isTaken
    })
    waiting.push(...left)
    return taken
  }
  const settle = async (gathered: readonly Waiting<In, Out>[]): Promise<void> => {
    try {
      const outcomes = await work(gathered.map(({ one }) => one))
      for (const [index, { done }] of gathered.entries()) done(outcomes[index] as Out)
    } catch (error) {
      if (gathered.length > 1) await Promise.all(gathered.map((each) => settle([each])))
      else for (const { fail } of gathered) fail(error)
    }
  }
  const go = async (): Promise<void> => {
    if (underWay >= underWayAtMost || waiting.length === 0) return
    underWay += 1
    await settle(take())
    underWay -= 1
    void go()
  }
  return (one) =>
    new Promise<Out>((done, fail) => {
      waiting.push({ one, done, fail })
      // Whatever has already arrived on other connections comes along.
      setImmediate(() => void go())
    })
}
