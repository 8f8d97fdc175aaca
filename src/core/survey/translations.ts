import { type QuestionFile, type QuestionnaireFile, wordsIn } from './design.ts'
import { groupBy } from './group-by.ts'
import type { Text } from './questionnaire-file.ts'

/** What a text of a questionnaire is. */
export type TextRole =
  | 'title'
  | 'introduction'
  | 'purpose'
  | 'thanks'
  | 'group'
  | 'section'
  | 'note'
  | 'question'
  | 'help'
  | 'level'
  | 'option'
  | 'row'
  | 'measuredIn'

/** A text of a questionnaire with its place in the file. */
export interface PlacedText {
  readonly path: readonly (string | number)[]
  readonly role: TextRole
  /** Id of the group, section or question that it belongs to; empty for the texts of the whole. */
  readonly of: string
  readonly text: Text
}

/** The language of plain texts: the first of the file. */
export const firstLanguage = ({ languages }: Pick<QuestionnaireFile, 'languages'>): string => languages?.[0] ?? 'vi'

/** Every language of the file but its first. */
export const furtherLanguages = ({ languages }: Pick<QuestionnaireFile, 'languages'>): readonly string[] => languages?.slice(1) ?? []

const ofQuestion = (question: QuestionFile, path: PlacedText['path']): readonly PlacedText[] => {
  const of = question.id
  const at = (role: TextRole, text: Text | undefined, ...rest: PlacedText['path']): readonly PlacedText[] =>
    text === undefined ? [] : [{ path: [...path, ...rest], role, of, text }]
  const { kind } = question
  return [
    ...at('question', question.text, 'text'),
    ...at('help', question.help, 'help'),
    ...(kind === 'single' || kind === 'multiple'
      ? question.options.flatMap(({ text }, index) => at('option', text, 'options', index, 'text'))
      : []),
    ...(kind === 'matrix' ? question.rows.flatMap(({ text }, index) => at('row', text, 'rows', index, 'text')) : []),
    ...(kind === 'scale' || kind === 'matrix' ? (question.labels ?? []).flatMap((text, index) => at('level', text, 'labels', index)) : []),
    ...(kind === 'number' ? at('measuredIn', question.unit, 'unit') : []),
  ]
}

/** Every text that somebody who answers may read, in the order of print; texts without words yet are left out. */
export const placedTexts = (file: QuestionnaireFile): readonly PlacedText[] => {
  const first = firstLanguage(file)
  const whole = (['title', 'introduction', 'purpose'] as const).flatMap((role) => ofWhole(file, role))
  const groups = (file.groups ?? []).map(
    ({ id, text }, index): PlacedText => ({ path: ['groups', index, 'text'], role: 'group', of: id, text }),
  )
  const sections = file.sections.flatMap(({ id, title, note, questions }, index): readonly PlacedText[] => [
    { path: ['sections', index, 'title'], role: 'section', of: id, text: title },
    ...(note === undefined ? [] : [{ path: ['sections', index, 'note'], role: 'note' as const, of: id, text: note }]),
    ...questions.flatMap((question, place) => ofQuestion(question, ['sections', index, 'questions', place])),
  ])
  return [...whole, ...groups, ...sections, ...ofWhole(file, 'thanks')].filter(({ text }) => wordsIn(text, first).trim() !== '')
}

const ofWhole = (file: QuestionnaireFile, role: 'title' | 'introduction' | 'purpose' | 'thanks'): readonly PlacedText[] => {
  const text = file[role]
  return text === undefined ? [] : [{ path: [role], role, of: '', text }]
}

/** The words of a text in exactly this language; `undefined` where they are missing. */
export const translationOf = (text: Text, language: string): string | undefined =>
  typeof text === 'string' || text[language] === undefined || text[language].trim() === '' ? undefined : text[language]

/** Texts that say nothing in a language of the questionnaire. Whoever answers reads them in its first one. */
export const untranslated = (file: QuestionnaireFile, language: string): readonly PlacedText[] =>
  language === firstLanguage(file) ? [] : placedTexts(file).filter(({ text }) => translationOf(text, language) === undefined)

/** Texts that are translated at one stroke: the same level of several scales stands once, with all its places; every other text by itself. */
export const alike = (places: readonly PlacedText[]): readonly (readonly [PlacedText, ...PlacedText[]])[] => {
  const keyOf = ({ role, text, path }: PlacedText): string => JSON.stringify(role === 'level' ? text : path)
  return [...groupBy(places, keyOf).values()].flatMap(([first, ...more]) => (first ? [[first, ...more] as const] : []))
}

const translated = (text: Text, first: string, language: string, words: string): Text => {
  const { [language]: _before, ...others } = typeof text === 'string' ? { [first]: text } : text
  if (words !== '') return { ...others, [language]: words }
  const own = others[first]
  return own !== undefined && Object.keys(others).length === 1 ? own : others
}

const changedAt = (value: unknown, [step, ...rest]: PlacedText['path'], change: (text: Text) => Text): unknown => {
  if (step === undefined) return change(value as Text)
  if (Array.isArray(value)) return value.map((each, index) => (index === step ? changedAt(each, rest, change) : each))
  const whole = value as Readonly<Record<string, unknown>>
  return { ...whole, [step]: changedAt(whole[step], rest, change) }
}

/** The file with texts said in a further language; without words the translation is gone. Their other languages stay. */
export const withTranslation = (
  file: QuestionnaireFile,
  places: readonly PlacedText[],
  language: string,
  words: string,
): QuestionnaireFile =>
  places.reduce(
    (done, { path }) => changedAt(done, path, (text) => translated(text, firstLanguage(file), language, words)) as QuestionnaireFile,
    file,
  )

/** The file in these further languages. What was translated into one that is left out stays, and is there again with the language. */
export const withLanguages = (file: QuestionnaireFile, further: readonly string[]): QuestionnaireFile => {
  const first = firstLanguage(file)
  return { ...file, languages: [first, ...further.filter((each) => each !== first)] }
}
