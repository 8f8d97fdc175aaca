import { sql } from 'kysely'
import { accept, type Result } from '../../../core/result.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import type { EarlierQuestion } from './contract.ts'

const pageSize = 30

/** Questions of all surveys as they were asked, the newest survey first; every questionnaire is a bank of questions to the next. */
export const earlierQuestions = async (
  { transaction }: ActContext,
  { search, offset }: { readonly search: string; readonly offset: number },
): Promise<Result<{ questions: EarlierQuestion[]; next?: number }>> => {
  const { rows } = await sql<{ survey_id: string; title: string; section: unknown; question: Record<string, unknown> }>`
    select s.id as survey_id, s.title, section.value -> 'title' as section, question.value as question
    from survey s,
      jsonb_array_elements(s.questionnaire -> 'sections') with ordinality as section(value, at),
      jsonb_array_elements(section.value -> 'questions') with ordinality as question(value, at)
    where ${search} = '' or position(fold(${search}) in fold(question.value ->> 'text')) > 0
    order by s.created_at desc, s.id, section.at, question.at
    limit ${pageSize + 1} offset ${offset}`.execute(transaction)
  const questions = rows.slice(0, pageSize).map(({ survey_id, title, section, question }) => ({
    surveyId: survey_id,
    surveyTitle: title,
    sectionTitle: typeof section === 'string' ? section : String(Object.values((section as object | null) ?? {})[0] ?? ''),
    question,
  }))
  return accept({ questions, ...(rows.length > pageSize && { next: offset + pageSize }) })
}
