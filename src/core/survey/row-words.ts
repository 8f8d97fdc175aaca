import type { QuestionKind, LeafFile } from './design.ts'

export const rowHeadings = [
  'section',
  'note',
  'groups',
  'id',
  'kind',
  'text',
  'choices',
  'rows',
  'scale',
  'required',
  'dontKnow',
  'showIf',
  'help',
  'settings',
] as const
export type Heading = (typeof rowHeadings)[number]

/** Columns of words: each stands once more for every further language, as `Câu hỏi [en]`. */
export const textHeadings = ['section', 'note', 'text', 'choices', 'rows', 'help'] as const
export type TextHeading = (typeof textHeadings)[number]

/** Lines that are no question: what the questionnaire as a whole says, its groups of respondents, and the leaves that get points. */
export type LineKind = 'head' | 'introduction' | 'purpose' | 'thanks' | 'group' | 'leaf'

/** What stands in the column of settings, as `name = value`, one per line. */
export type SettingName =
  | 'languages'
  | 'suppressBelow'
  | 'minimumAnswers'
  | 'weight'
  | 'quota'
  | 'population'
  | 'area'
  | 'maxPoints'
  | 'conversion'
  | 'questions'
  | 'parts'
  | 'weighted'
  | 'emptyGroup'
  | 'unit'
  | 'longest'

type Conversion = NonNullable<LeafFile['conversion']>
type EmptyGroup = NonNullable<LeafFile['emptyGroup']>

/** The words of the table, in the language of whoever fills it in. */
export interface RowWords {
  readonly headings: Readonly<Record<Heading, string>>
  readonly kinds: Readonly<Record<QuestionKind, string>>
  readonly lines: Readonly<Record<LineKind, string>>
  readonly settings: Readonly<Record<SettingName, string>>
  readonly conversions: Readonly<Record<Conversion, string>>
  readonly emptyGroups: Readonly<Record<EmptyGroup, string>>
  readonly yes: string
}

/** Words are the same whatever their case, their blanks around and their form of Unicode. */
export const same = (text: string): string => text.normalize('NFC').trim().toLowerCase()

/** The key of whose word this is. */
export const keyOfWord = <Key extends string>(words: Readonly<Record<Key, string>>, text: string): Key | undefined =>
  (Object.entries(words) as [Key, string][]).find(([key, word]) => same(word) === same(text) || same(key) === same(text))?.[0]
