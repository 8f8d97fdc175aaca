import pg from 'pg'

/** A statement is worth a plan that stays once it has run so often. */
const usesBefore = 10
/** Each plan takes some fifty kilobytes in every connection, so only the most frequent are kept. */
const preparedAtMost = 60
/** Texts that are counted; lists of varying length make ever new ones. */
const countedAtMost = 1000

/** A newer node changed a table while this one runs: what was prepared would answer with other columns than it said. */
const hasOutdatedPlan = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '0A000' && error.message.startsWith('cached plan')

/** The name under which a statement is prepared, the same in every connection; nothing as long as it is rare. */
const watchUses = () => {
  const uses = new Map<string, number>()
  const names = new Map<string, string>()
  let generation = 0
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text)
    if (known !== undefined || names.size >= preparedAtMost) return known
    const count = (uses.get(text) ?? 0) + 1
    if (count > usesBefore) {
      uses.delete(text)
      names.set(text, `often_${generation}_${names.size}`)
    } else {
      if (uses.size >= countedAtMost) uses.clear()
      uses.set(text, count)
    }
    return names.get(text)
  }
  const forget = (): void => {
    generation++
    names.clear()
  }
  return { nameOf, forget }
}

type Ask = (text: unknown, values?: unknown, ...rest: unknown[]) => unknown

/**
 * Has the connections of a pool plan their frequent statements once instead of each time: with row-level security and joins that is half of what a small
 * statement costs. Whoever runs into a plan that a migration has outdated runs its act again ({@link file://./transaction.ts}); everything is prepared anew then.
 */
export const prepareOften = (pool: pg.Pool): void => {
  const { nameOf, forget } = watchUses()
  const forgetOutdated = (error: unknown): never => {
    if (hasOutdatedPlan(error)) forget()
    throw error
  }
  pool.on('connect', (client) => {
    const ask: Ask = (...asked) => Reflect.apply(pg.Client.prototype.query, client, asked)
    const askPrepared: Ask = (text, values, ...rest) => {
      const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 && rest.length === 0 ? nameOf(text) : undefined
      if (name === undefined) return ask(text, values, ...rest)
      return (ask({ name, text, values }) as Promise<unknown>).catch(forgetOutdated)
    }
    client.query = askPrepared as typeof client.query
  })
}
