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
  templateTooLarge: {
    readonly what: 'paragraphs' | 'letters' | 'paragraphLetters' | 'summaryLetters' | 'fields' | 'repeats' | 'nested' | 'blocks'
    readonly limit: number
    readonly actual: number
  }
  /** Repeats within repeats, and repeats and conditions within each other. */
  templateTooDeep: { readonly repeats: number; readonly nested: number }
  /** `text` are the words around what cannot be shown. */
  templateForbiddenLetters: { readonly text: string }
  /** When the lists of a paper are written out. */
  templateTooManyBlocks: { readonly limit: number }
  templateFieldWithoutValue: { readonly field: string }
}
