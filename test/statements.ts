import pg from 'pg'

/** What the databases of this process were asked while the work ran, in order; what others ask meanwhile counts too. */
export const statementsOf = async <T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly statements: readonly string[] }> => {
  const statements: string[] = []
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function (this: pg.Client, ...asked: unknown[]) {
    statements.push(typeof asked[0] === 'string' ? asked[0] : (asked[0] as { text: string }).text)
    return Reflect.apply(query, this, asked)
  } as typeof query
  const result = await work().finally(() => {
    pg.Client.prototype.query = query
  })
  return { result, statements }
}
