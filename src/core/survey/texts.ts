import type { Questionnaire, Text } from './questionnaire-file.ts'

/** The language asked for where the questionnaire has it, else its first. */
export const languageAsked = (asked: string | undefined, { languages }: Pick<Questionnaire, 'languages'>): string =>
  asked !== undefined && languages.includes(asked) ? asked : (languages[0] ?? 'vi')

/** A text in the language asked for, else in the first language of the questionnaire. */
export const textIn = (text: Text, language: string, { languages }: Pick<Questionnaire, 'languages'>): string =>
  typeof text === 'string' ? text : (text[language] ?? text[languages[0] ?? 'vi'] ?? '')
