import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '../../test/database.ts'
import { openDatabase } from '../platform/database/database.ts'
import { buildDemo } from './build-demo.ts'

const build = async () => {
  const { ownerUrl } = await createTestDatabase()
  const filesDir = await mkdtemp(join(tmpdir(), 'parindex-demo-'))
  afterAll(() => rm(filesDir, { recursive: true, force: true }))
  const accounts = await buildDemo({ ownerUrl, filesDir })
  const owner = openDatabase({ connectionString: ownerUrl, max: 1 })
  afterAll(() => owner.destroy())
  const { rows } = await sql<Record<string, number>>`
    select (select count(*) from unit where unit_group = 'Sở, ban, ngành') as departments,
      (select count(*) from unit where unit_group = 'Xã, phường, đặc khu') as communes,
      (select min(n) from (select count(*) as n from framework_node where is_leaf group by framework_id) f) as fewest_leaves,
      (select count(*) from publication) as publications,
      (select count(*) from score where status = 'notApplicable') as not_applicable,
      (select count(*) from score where round = 'firstAppraisal' and points < claimed_points) as lessened,
      (select count(*) from score_evidence) as proofs`.execute(owner)
  const published = await owner.selectFrom('publication').select(['number', 'hash']).orderBy('title').execute()
  return { accounts, counts: rows[0], published }
}

let first: Awaited<ReturnType<typeof build>>
let second: Awaited<ReturnType<typeof build>>
beforeAll(async () => {
  first = await build()
  second = await build()
})

describe('the demo province', () => {
  it('has 18 departments, 120 communes, sets of at least 100 leaves and two published years', () => {
    expect(first.counts).toMatchObject({ departments: 18, communes: 120, publications: 2 })
    expect(first.counts?.['fewest_leaves']).toBeGreaterThanOrEqual(100)
  })

  it('has claims that do not apply, claims given less, and evidence', () => {
    expect(first.counts?.['not_applicable']).toBeGreaterThan(500)
    expect(first.counts?.['lessened']).toBeGreaterThan(500)
    expect(first.counts?.['proofs']).toBeGreaterThan(1000)
  })

  it('is the same wherever it is built', () => {
    expect(second.published).toEqual(first.published)
  })

  it('gives an account for each role', () => {
    expect(new Set(first.accounts.map(({ role }) => role)).size).toBeGreaterThanOrEqual(11)
  })
})
