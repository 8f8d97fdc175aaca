import { useMemo } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import { parseFramework } from '../../core/framework/parse-framework.ts'
import { unitId } from '../../core/ids.ts'
import type { Problem } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { computeResults } from '../../core/results/compute-results.ts'
import { applyEdits, type Edit, type Trial } from '../../core/results/edits.ts'
import type { UnitResult } from '../../core/results/results.ts'
import type { TrialReply } from './scenario-contract.ts'
import { unpackScores } from './trial-scores.ts'

const trialFrom = ({ framework, leaves, units }: TrialReply): Result<Trial> => {
  const parsed = parseFramework(framework)
  if (!parsed.ok) return parsed
  return accept({
    framework: parsed.value,
    units: units.map(({ unit, ranked, scores }) => ({ unit: unitId(unit.id), ranked, scores: unpackScores(leaves, scores) })),
  })
}

const tried = (trial: Trial, edits: readonly Edit[]): Result<readonly UnitResult[]> => {
  const edited = applyEdits(trial, edits)
  if (!edited.ok) return edited
  const results = computeResults(edited.value.framework, edited.value.units)
  return results.ok ? accept(results.value.units) : refuse(...results.problems)
}

export interface Tried {
  readonly framework: Framework | undefined
  readonly before: readonly UnitResult[]
  readonly after: readonly UnitResult[]
  /** Why the edits cannot be computed; `after` is then as before. */
  readonly problems: readonly Problem[]
}

/** The same core as the server's, on a copy in this browser: before and after, anew with every edit. */
export const useTrial = (reply: TrialReply, edits: readonly Edit[]): Tried => {
  const trial = useMemo(() => trialFrom(reply), [reply])
  const before = useMemo(() => (trial.ok ? tried(trial.value, []) : trial), [trial])
  const after = useMemo(() => (trial.ok ? tried(trial.value, edits) : trial), [trial, edits])
  const standing = before.ok ? before.value : []
  return {
    framework: trial.ok ? trial.value.framework : undefined,
    before: standing,
    after: after.ok ? after.value : standing,
    problems: after.ok ? [] : after.problems,
  }
}
