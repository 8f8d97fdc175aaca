import type { Generated } from 'kysely'
import type { Moment } from './column.ts'

/** Points that appraisers give on a common sample before the work is divided. */
export interface CalibrationTables {
  calibration: {
    id: string
    authority_id: string
    cycle_id: string
    title: string
    seed: string | null
    population: number
    population_hash: string
    ends_at: Moment | null
    stage: Generated<'giving' | 'shown' | 'closed'>
    /** Why it was closed by itself. */
    closed_because: 'frameworkMoved' | null
    drawn_by: string
    drawn_at: Generated<Date>
    version: Generated<number>
  }
  calibration_leaf: {
    authority_id: string
    calibration_id: string
    cycle_id: string
    unit_id: string
    /** The framework of the day it was drawn, by which it is read. */
    framework_id: string
    node_id: string
    position: number
  }
  calibration_appraiser: { authority_id: string; calibration_id: string; person_id: string; given: Generated<number> }
  calibration_point: {
    authority_id: string
    calibration_id: string
    person_id: string
    unit_id: string
    node_id: string
    points: string
    note: Generated<string>
    given_at: Generated<Date>
    version: Generated<number>
  }
}
