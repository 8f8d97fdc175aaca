import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../test/application.ts'
import { accept, refuse } from '../../core/result.ts'
import { errorAt } from '../../core/problem.ts'
import type { Actor } from '../policy/actor.ts'
import { actAs } from './transaction.ts'

let application: TestApplication
let actor: Actor
beforeAll(async () => {
  application = await startTestApplication()
  const { id: personId } = await application.owner.selectFrom('person').select('id').limit(1).executeTakeFirstOrThrow()
  actor = { personId, name: '', authorityId: application.authority.id, grants: [], units: 'all' }
})

/** Opens when so many have come. */
const gateFor = (count: number) => {
  const gate = Promise.withResolvers<void>()
  let come = 0
  return async (): Promise<void> => {
    come += 1
    if (come >= count) gate.resolve()
    await gate.promise
  }
}

describe('an act', () => {
  it('is run again when the database ended it for another that waited for it', async () => {
    const [first, second] = application.authority.departments
    const meet = gateFor(2)
    let runs = 0
    const rename = (ids: readonly string[], name: string) =>
      actAs(application.database, actor, async ({ transaction }) => {
        runs += 1
        for (const id of ids) {
          await transaction.updateTable('unit').set({ name }).where('id', '=', id).execute()
          await meet()
        }
        return accept(name)
      })
    const results = await Promise.all([rename([first.id, second.id], 'A'), rename([second.id, first.id], 'B')])
    expect(results).toEqual([accept('A'), accept('B')])
    expect(runs).toBe(3)
    const names = await application.owner.selectFrom('unit').select('name').where('id', 'in', [first.id, second.id]).execute()
    expect(new Set(names.map(({ name }) => name)).size).toBe(1)
  })

  it('is not run again when it refuses or fails', async () => {
    let runs = 0
    const refusal = refuse(errorAt('signedOut', '', {}))
    expect(await actAs(application.database, actor, async () => ((runs += 1), refusal))).toEqual(refusal)
    const bug = async () => {
      runs += 1
      throw new Error('bug')
    }
    await expect(actAs(application.database, actor, bug)).rejects.toThrow('bug')
    expect(runs).toBe(2)
  })

  it('fails when it is ended again and again', async () => {
    let runs = 0
    const ended = async () => {
      runs += 1
      throw Object.assign(new Error('could not serialize access'), { code: '40001' })
    }
    await expect(actAs(application.database, actor, ended)).rejects.toThrow('could not serialize')
    expect(runs).toBe(4)
  })
})
