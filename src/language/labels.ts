import type { Labels } from './label-lists.ts'
import { labelsEn } from './labels.en.ts'
import { labelsVi } from './labels.vi.ts'
import type { Language } from './language.ts'

/** The labels of one language. */
export const labelsOf = (language: Language): Labels => (language === 'vi' ? labelsVi : labelsEn)
