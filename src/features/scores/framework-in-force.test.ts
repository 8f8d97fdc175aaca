import { expect, it } from 'vitest'
import { startTestApplication } from '../../../test/application.ts'
import { createTestAuthority } from '../../../test/authority.ts'
import { createSmallCycle } from '../../../test/small-cycle.ts'
import { actAs } from '../../platform/database/transaction.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import { loadFrameworkInForce } from './framework-in-force.ts'

it('a framework in force is found by its own authority alone, also after it was read', async () => {
  const { database, owner, authority } = await startTestApplication()
  const other = await createTestAuthority(owner, '.khac')
  const { frameworkId } = await createSmallCycle(owner, authority)
  const { id: personId } = await owner.selectFrom('person').select('id').limit(1).executeTakeFirstOrThrow()
  const read = async (authorityId: string) => {
    const actor: Actor = { personId, name: '', authorityId, grants: [], units: 'all' }
    const found = await actAs(database, actor, (context) => loadFrameworkInForce(context, frameworkId))
    return found.ok ? found.value.id : found.problems[0]?.code
  }
  expect(await read(authority.id)).toBe(frameworkId)
  expect(await read(other.id)).toBe('notFound')
  expect(await read(authority.id)).toBe(frameworkId)
})
