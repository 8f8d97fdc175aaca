import { type ComponentType, createContext, use } from 'react'
import type { Points } from '../../../core/exact/points.ts'
import type { RuleFile } from '../../../core/framework/draft/edit.ts'
import type { RuleKindName } from '../../../core/rules/registry.ts'
import type { RuleField } from './rule-field.ts'

/** What every field of the form needs: the rule as it stands, what is wrong where, and how to change it. */
export interface RuleFormState {
  readonly rule: RuleFile
  readonly max: Points
  readonly year: number
  readonly isFixed: boolean
  /** Sentences by place; the place of a field, or of the list or entry that it concerns as a whole. */
  readonly problems: ReadonlyMap<string, string>
  readonly set: (place: string, value: unknown) => void
  readonly replace: (rule: RuleFile) => void
  /** Draws any parameter: lists and rules within a rule hold parameters again. */
  readonly Field: ComponentType<FieldProps<RuleField>>
}

export interface FieldProps<Field> {
  readonly field: Field
  readonly kind: RuleKindName
  /** The object that holds the parameter. */
  readonly base: string
  /** The list it stands in, for its words. */
  readonly list: string
}

export const RuleFormContext = createContext<RuleFormState | undefined>(undefined)

export const useRuleForm = (): RuleFormState => {
  const state = use(RuleFormContext)
  if (!state) throw new Error('a field stands outside the form of a rule')
  return state
}
