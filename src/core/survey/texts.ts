import type { Questionnaire, Text } from './questionnaire-file.ts'

/** A text in the language asked for, else in the first language of the questionnaire. */
export const textIn = (text: Text, language: string, { languages }: Pick<Questionnaire, 'languages'>): string =>
  typeof text === 'string' ? text : (text[language] ?? text[languages[0] ?? 'vi'] ?? '')
