/** How long a questionnaire is, told of any file that looks like one. */
export const countsOf = (questionnaire: Readonly<Record<string, unknown>>): { readonly questions: number; readonly sections: number } => {
  const sections = Array.isArray(questionnaire['sections']) ? (questionnaire['sections'] as readonly { questions?: unknown }[]) : []
  const questions = sections.reduce((sum, section) => sum + (Array.isArray(section?.questions) ? section.questions.length : 0), 0)
  return { questions, sections: sections.length }
}
