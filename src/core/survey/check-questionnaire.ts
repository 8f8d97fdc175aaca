import type { Problem } from '../problem.ts'
import { checkLeaves } from './check-leaves.ts'
import { type Column, columnsOf } from './columns.ts'
import { questionnaireFault } from './fault.ts'
import type { Condition, Question, Questionnaire, Text } from './questionnaire-file.ts'

/** Names that stand twice, each at its second place. */
export const repeated = (names: readonly string[]): readonly string[] => names.filter((name, index) => names.indexOf(name) !== index)

const rangeProblems = (question: Question): readonly Problem[] => {
  const { id } = question
  if (question.kind === 'number')
    return question.from <= question.to
      ? []
      : [questionnaireFault('badRange', id, id, { value: String(question.from), other: String(question.to) })]
  if (question.kind !== 'scale' && question.kind !== 'matrix') return []
  const count = question.to - question.from + 1
  const top = question.top ?? 1
  return [
    ...(count >= 2 ? [] : [questionnaireFault('badRange', id, id, { value: String(question.from), other: String(question.to) })]),
    ...(count < 2 || top < count ? [] : [questionnaireFault('badTop', id, id, { value: String(top), other: String(count) })]),
    ...(question.labels.length === 0 || question.labels.length === count
      ? []
      : [questionnaireFault('labelCount', id, id, { value: String(question.labels.length), other: String(count) })]),
  ]
}

const choiceProblems = (question: Question): readonly Problem[] => {
  const { id } = question
  if (question.kind === 'matrix')
    return repeated(question.rows.map((row) => row.id)).map((row) => questionnaireFault('repeatedRow', id, row, { other: id }))
  if (question.kind !== 'single' && question.kind !== 'multiple') return []
  const twice = repeated(question.options.map(({ code }) => String(code)))
  const most = question.kind === 'multiple' ? (question.most ?? 1) : 1
  return [
    ...twice.map((code) => questionnaireFault('repeatedOption', id, id, { value: code })),
    ...(most <= question.options.length
      ? []
      : [questionnaireFault('badMost', id, id, { value: String(most), other: String(question.options.length) })]),
  ]
}

const partsOf = (condition: Condition): readonly Extract<Condition, { question: string }>[] =>
  'question' in condition ? [condition] : ('all' in condition ? condition.all : condition.any).flatMap(partsOf)

/** A condition looks back alone, at a question with levels or codes, and at values that this one offers. */
const conditionProblems = (question: Question, before: readonly Column[], all: readonly Column[]): readonly Problem[] =>
  (question.showIf ? partsOf(question.showIf) : []).flatMap(({ question: asked, is }) => {
    const column = before.find(({ id }) => id === asked)
    if (!column) {
      const reason = all.some(({ id }) => id === asked) ? 'laterQuestion' : 'unknownQuestion'
      return [questionnaireFault(reason, question.id, asked, { other: question.id })]
    }
    if (column.values.length === 0) return [questionnaireFault('notConditional', question.id, asked, { other: question.id })]
    return is
      .filter((value) => !column.values.includes(value))
      .map((value) => questionnaireFault('notOffered', question.id, asked, { value: String(value), other: question.id }))
  })

/** Every text of the file with the place it stands at. */
const textsOf = (questionnaire: Questionnaire): readonly (readonly [string, Text | undefined])[] => [
  ['title', questionnaire.title],
  ['introduction', questionnaire.introduction],
  ['purpose', questionnaire.purpose],
  ['thanks', questionnaire.thanks],
  ...questionnaire.groups.map(({ id, text }) => [id, text] as const),
  ...questionnaire.sections.flatMap(({ id, title, note, questions }) => [
    [id, title] as const,
    [id, note] as const,
    ...questions.flatMap((question) => textsOfQuestion(question)),
  ]),
]

const textsOfQuestion = (question: Question): readonly (readonly [string, Text | undefined])[] => {
  const inner =
    question.kind === 'scale' || question.kind === 'matrix'
      ? [...question.labels, ...(question.kind === 'matrix' ? question.rows.map(({ text }) => text) : [])]
      : question.kind === 'single' || question.kind === 'multiple'
        ? question.options.map(({ text }) => text)
        : []
  return [question.text, question.help, ...inner].map((text) => [question.id, text] as const)
}

const languageProblems = (questionnaire: Questionnaire): readonly Problem[] => {
  const [first = 'vi'] = questionnaire.languages
  return [
    ...repeated(questionnaire.languages).map((language) => questionnaireFault('repeatedLanguage', 'languages', language)),
    ...textsOf(questionnaire).flatMap(([at, text]) =>
      typeof text === 'object' && text[first] === undefined ? [questionnaireFault('missingLanguage', at, at, { value: first })] : [],
    ),
  ]
}

const nameProblems = ({ sections, groups }: Questionnaire): readonly Problem[] => {
  const questions = sections.flatMap((section) => section.questions.map(({ id }) => id))
  // The file of responses names its own columns so.
  const taken = ['response_id', 'unit', 'group'].filter((each) => questions.some((id) => id.toLowerCase() === each))
  return [
    ...repeated(sections.map(({ id }) => id)).map((id) => questionnaireFault('repeatedSection', id, id)),
    ...repeated(groups.map(({ id }) => id)).map((id) => questionnaireFault('repeatedGroup', id, id)),
    ...repeated(questions).map((id) => questionnaireFault('repeatedQuestion', id, id)),
    ...taken.map((id) => questionnaireFault('reservedName', id, id)),
    ...sections.flatMap((section) =>
      (section.groups ?? [])
        .filter((group) => !groups.some(({ id }) => id === group))
        .map((group) => questionnaireFault('unknownGroup', section.id, group, { other: section.id })),
    ),
    ...groups.flatMap(({ id, quota = 0, population }) =>
      population !== undefined && quota > population
        ? [questionnaireFault('quotaAbovePopulation', id, id, { value: String(quota), other: String(population) })]
        : [],
    ),
  ]
}

/** Everything that keeps a well-shaped questionnaire from being asked or counted, in the order names, texts, questions, leaves. */
export const checkQuestionnaire = (questionnaire: Questionnaire): readonly Problem[] => {
  const all = columnsOf(questionnaire)
  const questions = questionnaire.sections.flatMap((section) => section.questions)
  return [
    ...nameProblems(questionnaire),
    ...languageProblems(questionnaire),
    ...questions.flatMap((question) => {
      const before = all.slice(
        0,
        all.findIndex((column) => column.question === question),
      )
      return [...rangeProblems(question), ...choiceProblems(question), ...conditionProblems(question, before, all)]
    }),
    ...checkLeaves(questionnaire, all),
  ]
}
