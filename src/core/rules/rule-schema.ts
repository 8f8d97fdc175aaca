import { z } from 'zod'
import { type RuleKindName, shapeOf } from './registry.ts'

/** The JSON Schema of a kind as a rule file writes it: points and figures are text, what has a default may be left out. */
export const ruleSchema = (kind: RuleKindName): Readonly<Record<string, unknown>> =>
  z.toJSONSchema(shapeOf(kind), { io: 'input', unrepresentable: 'any' }) as Readonly<Record<string, unknown>>
