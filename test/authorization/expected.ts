import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Role, Stage } from '../../src/core/vocabulary.ts'

export const unitRoles: readonly Role[] = ['unitOfficer', 'divisionOfficer', 'headOfUnit']

/** Stage of the cycle and of its units. `appraised`: the unit is finished, the cycle still open. */
export const situations: Readonly<Record<string, readonly [Stage, Stage]>> = {
  preparing: ['preparing', 'preparing'],
  selfAssessing: ['selfAssessing', 'selfAssessing'],
  submitted: ['selfAssessing', 'submitted'],
  firstAppraisal: ['selfAssessing', 'firstAppraisal'],
  explaining: ['selfAssessing', 'explaining'],
  secondAppraisal: ['selfAssessing', 'secondAppraisal'],
  council: ['selfAssessing', 'council'],
  appraised: ['selfAssessing', 'approved'],
  approved: ['approved', 'approved'],
  published: ['published', 'published'],
}

/** As what somebody stands to the unit that is asked about. */
export interface Standpoint {
  readonly role: Role
  /**
   * `division`: they work in a division of the unit; `lead`: in another unit that leads a part of its self-assessment; `agency`: in the unit, and a division of it
   * is asked about; `conflicted`: they also serve in the unit, or declared an interest in it.
   */
  readonly relation: 'authority' | 'own' | 'division' | 'lead' | 'agency' | 'other' | 'conflicted'
}

interface Expectation {
  readonly act: string
  readonly roles: readonly string[]
  readonly relation: string
  readonly stages: readonly string[]
}

/** The table that was written by hand from the duties, never from the policy. */
export const expectations = readFileSync(join(import.meta.dirname, 'expected.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line): Expectation => {
    const [act = '', who = '', relation = '', stages = ''] = line.split(',')
    return { act, roles: who.split(' '), relation, stages: stages.split(' ') }
  })

/** Whether the table lets this act through; the stage is `-` where no cycle is concerned. */
export const isExpected = ({ role, relation }: Standpoint, act: string, stage: string): boolean =>
  expectations.some(
    (line) =>
      line.act === act &&
      (line.roles.includes('*') || line.roles.includes(role)) &&
      (line.relation === '*' || line.relation === relation) &&
      (line.stages.includes('*') || line.stages.includes(stage)),
  )
