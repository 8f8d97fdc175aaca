import { z } from 'zod'
import { problemShape, unitRef } from '../../contract/shapes.ts'
import { roles } from '../../core/vocabulary.ts'

/** What a table of accounts would do, line by line. */
const accountRowShape = z.object({
  line: z.number().int(),
  name: z.string(),
  signInName: z.string(),
  role: z.enum(roles),
  unit: unitRef.optional(),
  email: z.string().optional(),
  /** The account is there already and gets the role where it lacks it. */
  isKnown: z.boolean(),
})
export const accountImportShape = z.object({
  accounts: z.array(accountRowShape),
  problems: z.array(problemShape),
  isApplied: z.boolean(),
  /** Names what is shown; doing it asks for it, so that nothing is done that nobody saw. */
  seen: z.string(),
})
export type AccountImport = z.infer<typeof accountImportShape>
