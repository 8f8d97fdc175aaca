import { useMemo } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import { parseFramework } from '../../core/framework/parse-framework.ts'
import { unitId } from '../../core/ids.ts'
import type { Problem } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { computeResults } from '../../core/results/compute-results.ts'
import { factsBehind } from '../../core/results/edit-rule.ts'
import { applyEdits, type Edit } from '../../core/results/edits.ts'
import type { UnitResult } from '../../core/results/results.ts'
import type { Trial, TrialFacts } from '../../core/results/trial.ts'
import type { Inputs } from '../../core/rules/inputs.ts'
import type { FactsReply, TrialReply } from './scenario-contract.ts'
import { unpackScores } from './trial-scores.ts'

const trialFrom = ({ framework, leaves, units }: TrialReply): Result<Trial> => {
  const parsed = parseFramework(framework)
  if (!parsed.ok) return parsed
  return accept({
    framework: parsed.value,
    units: units.map(({ unit, ranked, scores }) => ({ unit: unitId(unit.id), ranked, scores: unpackScores(leaves, scores) })),
  })
}

const factsFrom = (facts: FactsReply['facts']): TrialFacts =>
  new Map(
    Object.entries(facts).map(([unit, ofUnit]) => [
      unit,
      new Map(Object.entries(ofUnit).map(([leaf, inputs]) => [leaf, inputs as Inputs])),
    ]),
  )

/** With the facts as far as the scores came from them. */
const withFacts = (trial: Trial, facts: FactsReply['facts'] | undefined): Trial =>
  facts ? { ...trial, facts: factsBehind(trial, factsFrom(facts)) } : trial

interface Computed {
  readonly trial: Trial
  readonly units: readonly UnitResult[]
}

const tried = (trial: Trial, edits: readonly Edit[]): Result<Computed> => {
  const edited = applyEdits(trial, edits)
  if (!edited.ok) return edited
  const results = computeResults(edited.value.framework, edited.value.units)
  return results.ok ? accept({ trial: edited.value, units: results.value.units }) : refuse(...results.problems)
}

export interface Tried {
  readonly framework: Framework | undefined
  readonly before: readonly UnitResult[]
  readonly after: readonly UnitResult[]
  /** The copy with the edits made. */
  readonly edited: Trial | undefined
  /** Why the edits cannot be computed; `after` is then as before. */
  readonly problems: readonly Problem[]
}

/** The same core as the server's, on a copy in this browser: before and after, anew with every edit. `facts` are those that a tried rule needs. */
export const useTrial = (reply: TrialReply, edits: readonly Edit[], facts: FactsReply['facts'] | undefined): Tried => {
  const trial = useMemo(() => trialFrom(reply), [reply])
  const before = useMemo(() => (trial.ok ? tried(trial.value, []) : trial), [trial])
  const after = useMemo(() => (trial.ok ? tried(withFacts(trial.value, facts), edits) : trial), [trial, edits, facts])
  const standing = before.ok ? before.value.units : []
  return {
    framework: trial.ok ? trial.value.framework : undefined,
    before: standing,
    after: after.ok ? after.value.units : standing,
    edited: after.ok ? after.value.trial : undefined,
    problems: after.ok ? [] : after.problems,
  }
}
