import type { SurveyDetail } from './contract.ts'

interface Named {
  readonly id: string
  readonly text: string
}

/** The groups of respondents a questionnaire names, in Vietnamese; one without name where it names none. */
export const groupsOf = ({ questionnaire }: Pick<SurveyDetail, 'questionnaire'>, everyone: string): readonly Named[] => {
  const groups = (questionnaire['groups'] ?? []) as readonly { id: string; text: string | Readonly<Record<string, string>> }[]
  const named = groups.map(({ id, text }) => ({ id, text: typeof text === 'string' ? text : (text['vi'] ?? Object.values(text)[0] ?? id) }))
  return named.length > 0 ? named : [{ id: '', text: everyone }]
}
