import { describe, expect, it } from 'vitest'
import { acts } from '../../contract/acts.ts'
import { roles, stages } from '../../core/vocabulary.ts'
import type { Actor } from './actor.ts'
import { relationOf, yearsOfPredecessors } from './actor.ts'
import { isAllowed } from './policy.ts'
import { policyTable } from './policy-table.ts'

const actor = (grants: Actor['grants']): Actor => ({ personId: 'p', name: 'P', authorityId: 'a', grants, units: [] })
const unit = { id: 'so-1', parentId: null, kind: 'specializedAgency' }

describe('the policy', () => {
  it('refuses whoever stands in no way to the act', () => {
    for (const act of acts) expect(isAllowed(act, [])).toBe(false)
  })

  it('lets no act be unreachable: each stands in some line', () => {
    expect(acts.filter((act) => !policyTable.some((line) => line.acts.includes(act)))).toEqual([])
  })

  it('lets a unit change its self-assessment only while it assesses itself', () => {
    const allowed = stages.filter((stage) => isAllowed('changeSelfAssessment', [{ role: 'unitOfficer', relation: 'own', stage }]))
    expect(allowed).toEqual(['selfAssessing'])
  })

  it('lets nobody change scores of a published unit', () => {
    for (const role of roles)
      for (const act of ['changeSelfAssessment', 'changeAppraisal', 'finishAppraisal'] as const)
        expect(
          isAllowed(act, [
            { role, relation: 'assigned', stage: 'published' },
            { role, relation: 'own', stage: 'published' },
          ]),
        ).toBe(false)
  })

  it('hides a self-assessment from appraisers until it is submitted', () => {
    const standing = { role: 'appraiser', relation: 'assigned' } as const
    expect(isAllowed('readSelfAssessment', [{ ...standing, stage: 'selfAssessing' }])).toBe(false)
    expect(isAllowed('readSelfAssessment', [{ ...standing, stage: 'submitted' }])).toBe(true)
  })

  it('hides results from other units', () => {
    for (const stage of stages) expect(isAllowed('readOwnResult', [{ role: 'unitOfficer', relation: 'other', stage }])).toBe(false)
  })
})

describe('the relation to a unit', () => {
  it('is conflicted for an appraiser who serves in the unit, and then nothing can be changed', () => {
    const both = actor([{ role: 'appraiser' }, { role: 'unitOfficer', unitId: 'so-1' }])
    const relations = both.grants.map((grant) => relationOf(grant, both, unit))
    expect(relations).toEqual(['conflicted', 'own'])
    const standings = both.grants.map((grant, index) => ({
      role: grant.role,
      relation: relations[index] ?? 'other',
      stage: 'firstAppraisal' as const,
    }))
    expect(isAllowed('changeAppraisal', standings)).toBe(false)
  })

  it('is own in the own unit, subordinate below it, other elsewhere', () => {
    const officer = actor([{ role: 'unitOfficer', unitId: 'so-1' }])
    const grant = officer.grants[0] ?? { role: 'unitOfficer' as const }
    expect(relationOf(grant, officer, unit)).toBe('own')
    expect(relationOf(grant, officer, { id: 'tt', parentId: 'so-1', kind: 'publicNonBusinessUnit' })).toBe('subordinate')
    expect(relationOf(grant, officer, { id: 'p', parentId: 'so-1', kind: 'division' })).toBe('ownDivision')
    expect(relationOf({ role: 'divisionOfficer', unitId: 'p' }, officer, { ...unit, divisions: ['p'] })).toBe('agencyOfDivision')
    expect(relationOf(grant, officer, { id: 'so-2', parentId: null, kind: 'specializedAgency' })).toBe('other')
  })
})

describe('the years of predecessors', () => {
  it('begin with the earliest of several ways, and bound no unit that the person works for', () => {
    const years = yearsOfPredecessors({
      grants: [
        { role: 'unitOfficer', unitId: 'xa-moi' },
        { role: 'unitOfficer', unitId: 'xa-cu', fromYear: 2024 },
        { role: 'headOfUnit', unitId: 'xa-cu', fromYear: 2022 },
        { role: 'unitOfficer', unitId: 'xa-moi', fromYear: 2024 },
      ],
    })
    expect(years).toEqual({ 'xa-cu': 2022 })
  })
})
