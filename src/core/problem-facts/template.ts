/** What a Word template of a paper can be refused for, and what a paper that uses it can lack. */
export interface TemplateProblemFacts {
  /** `what` by its name in `strangeWords`; `text` the words around it. */
  templateCannotKeep: { readonly what: string; readonly text: string }
  /** `near` is the field whose name comes closest. */
  templateUnknownField: { readonly field: string; readonly near?: string }
  templateUnknownBlock: { readonly block: string; readonly near?: string }
  templateUnknownMark: { readonly mark: string }
  templateMarkNotClosed: { readonly mark: string }
  templateMissingSection: { readonly section: string }
  templateSaysNothing: Record<never, never>
  /** Only what was issued, and not in a rehearsal, can be posted. */
  paperNotIssued: Record<never, never>
  templateFieldWithoutValue: { readonly field: string }
}
