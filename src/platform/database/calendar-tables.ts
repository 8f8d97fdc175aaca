import type { Generated } from 'kysely'
import type { Moment } from './column.ts'

/** Who does what until when, and what people are told. */
export interface CalendarTables {
  assignment_plan: {
    authority_id: string
    cycle_id: string
    unit_id: string
    version: Generated<number>
    changed_at: Generated<Date>
    changed_by: string | null
  }
  assignment_name: { authority_id: string; cycle_id: string; unit_id: string; name: string; to_unit_id: string }
  assignment: {
    authority_id: string
    cycle_id: string
    unit_id: string
    node_id: string
    duty: 'lead' | 'coordinating'
    position: number
    to_unit_id: string | null
    to_person_id: string | null
    words: string | null
  }
  assignment_person: {
    authority_id: string
    cycle_id: string
    unit_id: string
    node_id: string
    division_id: string
    person_id: string
  }
  calendar_plan: {
    authority_id: string
    cycle_id: string
    cut_off: string | null
    version: Generated<number>
    changed_at: Generated<Date>
    changed_by: string | null
  }
  calendar_step: {
    id: string
    authority_id: string
    cycle_id: string
    position: number
    title: string
    words: Generated<string>
    from_day: string | null
    until_day: string | null
    /** `17:00:00`; the whole day where there is none. */
    from_time: string | null
    until_time: string | null
    responsible: string | null
    coordinating: Generated<string[]>
    after: Generated<string[]>
    opens: 'selfAssessment' | 'firstAppraisal' | 'explanation' | 'secondAppraisal' | 'council' | null
    remind_before: Generated<number[]>
    remind_after: Generated<number[]>
  }
  calendar_link: { authority_id: string; person_id: string; cycle_id: string; edition: number }
  holiday_year: { authority_id: string; year: number; version: Generated<number> }
  holiday: { authority_id: string; year: number; day: string; name: string; is_worked: Generated<boolean> }
  notice: {
    id: string
    authority_id: string
    person_id: string
    cycle_id: string | null
    unit_id: string | null
    title: string
    body: Generated<string>
    link: string | null
    key: string | null
    created_at: Generated<Date>
    created_by: string | null
    read_at: Moment | null
    mail: Generated<'none' | 'waiting' | 'sent' | 'failed'>
    mail_attempts: Generated<number>
    mail_due_at: Generated<Date>
    mail_sent_at: Moment | null
    mail_failure: string | null
  }
}
