import type { ColumnType, Generated } from 'kysely'
import type { Json, Moment } from './column.ts'

/** `int8[]`: comes as text of each number, as a driver that loses no digit gives it. */
type Counters = ColumnType<readonly string[], readonly number[], readonly number[]>

/** Surveys, and apart from them their answers. */
export interface SurveyTables {
  survey: {
    id: string
    authority_id: string
    title: string
    stage: Generated<string>
    cycle_id: string | null
    questionnaire: Json<unknown>
    questionnaire_hash: string | null
    opens_on: string | null
    closes_on: string | null
    too_fast_seconds: Generated<number>
    version: Generated<number>
    created_at: Moment
    created_by: string | null
    identities_erased: number | null
    closed_at: Moment | null
    sample_seed: string | null
  }
  survey_stratum: {
    authority_id: string
    survey_id: string
    unit_id: string
    respondent_group: string
    population: number | null
    wanted: Generated<number>
    invited: Generated<number>
  }
  survey_respondent: {
    id: string
    authority_id: string
    survey_id: string
    unit_id: string
    respondent_group: string
    list_number: number
    name: string
    contact: Generated<string>
    place: Generated<string>
  }
  survey_link: {
    authority_id: string
    survey_id: string
    token_hash: Buffer
    unit_id: string
    respondent_group: string
    channel: string
    most: number
    taken: Generated<number>
    sheet: Generated<string>
    respondent_id: string | null
  }
  survey_paper: {
    authority_id: string
    survey_id: string
    unit_id: string
    respondent_group: string
    number: string
    typed: Json<Readonly<Record<string, string>>>
    entered_by: string | null
  }
  survey_intake: Answered & { words: Json<readonly { readonly question: string; readonly text: string }[]> }
  survey_receipt: { authority_id: string; survey_id: string; receipt_hash: Buffer }
  survey_draft: { draft_hash: Buffer; authority_id: string; survey_id: string; sealed: Buffer; kept_on: Generated<string> }
  survey_response: Answered
  survey_words: {
    id: Generated<string>
    authority_id: string
    survey_id: string
    unit_id: string
    respondent_group: string
    question: string
    text: string | null
    search: ColumnType<string, never, never>
  }
  survey_tally: {
    authority_id: string
    survey_id: string
    unit_id: string
    respondent_group: string
    responses: number
    counters: Counters
  }
}

interface Answered {
  id: Generated<string>
  authority_id: string
  survey_id: string
  unit_id: string
  respondent_group: string
  channel: string
  came_on: string
  too_fast: boolean
  answers: readonly number[]
}
