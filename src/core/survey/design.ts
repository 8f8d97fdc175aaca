import type { z } from 'zod'
import { type Condition, questionnaireFormat, type questionnaireShape, type Text } from './questionnaire-file.ts'

/** A questionnaire as its file writes it, while somebody works on it: what has a default may be left out, and not everything has to stand yet. */
export type QuestionnaireFile = z.input<typeof questionnaireShape>
export type SectionFile = QuestionnaireFile['sections'][number]
export type QuestionFile = SectionFile['questions'][number]
export type QuestionKind = QuestionFile['kind']
export type LeafFile = NonNullable<QuestionnaireFile['leaves']>[number]

export const questionKinds = ['scale', 'yesNo', 'single', 'multiple', 'matrix', 'number', 'text'] as const satisfies readonly QuestionKind[]

/** The first of `q1`, `q2` … that is not taken, in upper or lower case. */
export const freeName = (prefix: string, taken: readonly string[]): string => {
  const lower = new Set(taken.map((each) => each.toLowerCase()))
  for (let number = 1; ; number++) if (!lower.has(`${prefix}${number}`.toLowerCase())) return `${prefix}${number}`
}

/** Every question in the order of print. */
export const questionsOf = ({ sections }: Pick<QuestionnaireFile, 'sections'>): readonly QuestionFile[] =>
  sections.flatMap(({ questions }) => questions)

export const questionNames = (file: QuestionnaireFile): readonly string[] => questionsOf(file).map(({ id }) => id)

/** The words of a text in one language. */
export const wordsIn = (text: Text | undefined, language = 'vi'): string =>
  typeof text === 'string' ? text : (text?.[language] ?? Object.values(text ?? {})[0] ?? '')

/** The text with other words in one language; its other languages stay. */
export const withWords = (text: Text | undefined, words: string, language = 'vi'): Text =>
  typeof text === 'object' ? { ...text, [language]: words } : words

const commonOf = ({ id, text, help, required, dontKnow, showIf }: QuestionFile) => ({
  id,
  text,
  ...(help !== undefined && { help }),
  ...(required !== undefined && { required }),
  ...(dontKnow !== undefined && { dontKnow }),
  ...(showIf !== undefined && { showIf }),
})

const scaleOf = (question: QuestionFile) =>
  question.kind === 'scale' || question.kind === 'matrix'
    ? {
        ...(question.from !== undefined && { from: question.from }),
        ...(question.to !== undefined && { to: question.to }),
        ...(question.labels && { labels: question.labels }),
        ...(question.top !== undefined && { top: question.top }),
      }
    : {}

const optionsOf = (question: QuestionFile) =>
  question.kind === 'single' || question.kind === 'multiple'
    ? question.options
    : [
        { code: 1, text: '' },
        { code: 2, text: '' },
      ]

/** The question as another kind: its words, and whatever both kinds know, stay. */
export const asKind = (question: QuestionFile, kind: QuestionKind): QuestionFile => {
  const common = commonOf(question)
  switch (kind) {
    case 'scale':
      return { kind, ...common, ...scaleOf(question) }
    case 'matrix':
      return { kind, ...common, ...scaleOf(question), rows: question.kind === 'matrix' ? question.rows : [{ id: 'a', text: '' }] }
    case 'single':
    case 'multiple':
      return { kind, ...common, options: optionsOf(question) }
    case 'yesNo':
    case 'number':
    case 'text':
      return { kind, ...common }
  }
}

const inSection = (file: QuestionnaireFile, at: number, change: (section: SectionFile) => SectionFile): QuestionnaireFile => ({
  ...file,
  sections: file.sections.map((section, index) => (index === at ? change(section) : section)),
})

/** A question at the end of a section. Taken from elsewhere it gets a free name, and loses the condition on questions that are not here. */
export const addQuestion = (file: QuestionnaireFile, section: number, question: QuestionFile): QuestionnaireFile => {
  const { showIf: _elsewhere, ...free } = question
  const names = questionNames(file)
  const id = names.includes(question.id) ? freeName('q', names) : question.id
  return inSection(file, section, (each) => ({ ...each, questions: [...each.questions, { ...free, id } as QuestionFile] }))
}

/** An empty question at the end of a section. */
export const addEmptyQuestion = (file: QuestionnaireFile, section: number, kind: QuestionKind): QuestionnaireFile =>
  addQuestion(file, section, asKind({ kind: 'text', id: freeName('q', questionNames(file)), text: '' }, kind))

/** The question in its place, changed. */
export const changeQuestion = (file: QuestionnaireFile, name: string, changed: QuestionFile): QuestionnaireFile => ({
  ...file,
  sections: file.sections.map((section) => ({
    ...section,
    questions: section.questions.map((each) => (each.id === name ? changed : each)),
  })),
})

const asksOf = (condition: Condition, name: string): boolean =>
  'question' in condition
    ? condition.question.split('.')[0] === name
    : ('all' in condition ? condition.all : condition.any).some((each) => asksOf(each, name))

const isOf = (column: string, name: string): boolean => column.split('.')[0] === name

const withoutMeasure = (leaf: LeafFile, name: string): LeafFile => ({
  ...leaf,
  ...(leaf.questions && { questions: leaf.questions.filter((column) => !isOf(column, name)) }),
  ...(leaf.parts && {
    parts: leaf.parts.map((part) => part.filter((column) => !isOf(column, name))).filter((part) => part.length > 0),
  }),
})

const measuresNothing = ({ questions = [], parts = [] }: LeafFile): boolean => questions.length === 0 && parts.length === 0

/** Takes a question out, and with it the conditions that wait for it and its place among those that give points. */
export const removeQuestion = (file: QuestionnaireFile, name: string): QuestionnaireFile => ({
  ...file,
  sections: file.sections.map((section) => ({
    ...section,
    questions: section.questions
      .filter(({ id }) => id !== name)
      .map((question) => {
        if (!question.showIf || !asksOf(question.showIf, name)) return question
        const { showIf: _gone, ...rest } = question
        return rest as QuestionFile
      }),
  })),
  ...(file.leaves && {
    leaves: file.leaves.map((leaf) => withoutMeasure(leaf, name)).filter((leaf) => !measuresNothing(leaf)),
  }),
})

/** Moves a question one place up (−1) or down (1); at the edge of its section it goes over to the next one that is there. */
export const moveQuestion = (file: QuestionnaireFile, name: string, by: -1 | 1): QuestionnaireFile => {
  const at = file.sections.findIndex(({ questions }) => questions.some(({ id }) => id === name))
  const questions = file.sections[at]?.questions ?? []
  const index = questions.findIndex(({ id }) => id === name)
  const moved = questions[index]
  if (!moved) return file
  const next = index + by
  const rest = questions.filter((_, place) => place !== index)
  if (next >= 0 && next < questions.length) return inSection(file, at, (each) => ({ ...each, questions: rest.toSpliced(next, 0, moved) }))
  if (!file.sections[at + by]) return file
  const left = inSection(file, at, (each) => ({ ...each, questions: rest }))
  return inSection(left, at + by, (each) => ({ ...each, questions: by < 0 ? [...each.questions, moved] : [moved, ...each.questions] }))
}

/** A further section, empty. */
export const addSection = (file: QuestionnaireFile, title: string): QuestionnaireFile => ({
  ...file,
  sections: [
    ...file.sections,
    {
      id: freeName(
        's',
        file.sections.map(({ id }) => id),
      ),
      title,
      questions: [],
    },
  ],
})

/** What a new questionnaire begins with: its title, and one section to put questions into. */
export const newQuestionnaire = (title: string, section: string): QuestionnaireFile => ({
  format: questionnaireFormat,
  title,
  sections: [{ id: 's1', title: section, questions: [] }],
})

/** What still keeps a questionnaire from being asked that is no mistake, only not written yet. */
export interface Unwritten {
  /** The question, or the section without any. */
  readonly at: string
  readonly what: 'words' | 'choices' | 'rows' | 'questions' | 'section'
}

const isBlank = (text: Text | undefined): boolean => wordsIn(text).trim() === ''

const unwrittenIn = (question: QuestionFile): readonly Unwritten[] => {
  const at = question.id
  const isChoice = question.kind === 'single' || question.kind === 'multiple'
  return [
    ...(isBlank(question.text) ? [{ at, what: 'words' as const }] : []),
    ...(isChoice && (question.options.length === 0 || question.options.some(({ text }) => isBlank(text)))
      ? [{ at, what: 'choices' as const }]
      : []),
    ...(question.kind === 'matrix' && (question.rows.length === 0 || question.rows.some(({ text }) => isBlank(text)))
      ? [{ at, what: 'rows' as const }]
      : []),
  ]
}

/** Questions without words, choices without options, sections without questions, in the order of print. */
export const unwritten = ({ sections }: QuestionnaireFile): readonly Unwritten[] =>
  sections.flatMap(({ id, title, questions }) => [
    ...(isBlank(title) ? [{ at: id, what: 'section' as const }] : []),
    ...(questions.length === 0 ? [{ at: id, what: 'questions' as const }] : []),
    ...questions.flatMap(unwrittenIn),
  ])
