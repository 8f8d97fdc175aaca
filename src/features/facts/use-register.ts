import { useEffect, useMemo, useRef } from 'react'
import { type FactKey, isFactKey } from '../../core/facts/fact-catalogue.ts'
import { parseFact } from '../../core/facts/parse-fact.ts'
import type { Autosave, AutosaveView, SaveOutcome } from '../../web/widgets/autosave/autosave.ts'
import type { Stored } from '../../web/widgets/autosave/autosave-state.ts'
import { localDrafts } from '../../web/widgets/autosave/local-drafts.ts'
import { useAutosave } from '../../web/widgets/autosave/use-autosave.ts'
import { call, type Refused } from '../../web/widgets/client.ts'
import { useSignedIn } from '../../web/widgets/session.ts'
import { type FactRegister, factRoutes, type StoredFact } from './contract.ts'
import { clashesOf, type Draft, isEmpty, sameDraft, storedFacts } from './register-values.ts'

const isReadable = (key: string, draft: Draft): boolean => isEmpty(draft) || (isFactKey(key) && parseFact(key, draft).ok)

/** What became of a refused save; a sentence about a field that was not sent stands at all that were. */
const refusalOf = ({ status, problems }: Refused, changes: readonly Stored<Draft>[]): SaveOutcome => {
  if (status === 409) return { kind: 'conflict' }
  if (status === 401 || status === 403 || status === 404) return { kind: 'closed', message: problems[0]?.message ?? '' }
  if (status === 0 || status >= 500) return { kind: 'lost' }
  const of = (id: string): readonly string[] =>
    problems.filter(({ at }) => at === id || at?.startsWith(`${id}.`)).map(({ message }) => message)
  const isTold = changes.some(({ id }) => of(id).length > 0)
  const all = problems.map(({ message }) => message)
  return {
    kind: 'refused',
    sentences: new Map(changes.flatMap(({ id }) => (isTold ? (of(id).length > 0 ? [[id, of(id)]] : []) : [[id, all]]))),
  }
}

const sent = (draft: Draft): StoredFact['value'] | null =>
  isEmpty(draft) ? null : typeof draft === 'string' ? draft : draft.map((line) => ({ ...line }))

export interface OpenRegister {
  readonly view: AutosaveView<Draft>
  readonly autosave: Autosave<Draft>
  readonly clashes: ReturnType<typeof clashesOf>
  readonly draftAt: (key: FactKey) => Draft
}

/** The register of one unit and year as it is worked on: what is typed saves itself as soon as it can stand. */
export const useRegister = (register: FactRegister): OpenRegister => {
  const { person } = useSignedIn()
  const params = { unitId: register.unit.id, year: register.year }
  const opened = useRef<Autosave<Draft>>(undefined)
  // A fact that somebody took away has no version any more: here it gets the next one, which is sent as none.
  const gone = useRef(new Map<string, number>())
  const entries = () => opened.current?.view().entries ?? new Map()
  const draftsNow = () => new Map([...entries()].map(([id, { value }]) => [id as string, value as Draft]))
  const [view, autosave] = useAutosave<Draft>({
    same: sameDraft,
    isReady: (id, draft) => isReadable(id, draft) && !clashesOf(draftsNow()).has(id),
    save: async (changes) => {
      const body = {
        changes: changes.map(({ id, version, value }) => ({
          key: id as FactKey,
          value: sent(value),
          version: gone.current.get(id) === version ? 0 : version,
        })),
      }
      const outcome = await call(factRoutes.change, { params, body })
      if (!outcome.ok) return refusalOf(outcome, changes)
      const now = new Map(outcome.value.facts.map(({ key, version }) => [key as string, version]))
      return { kind: 'saved', versions: new Map(changes.map(({ id }) => [id, now.get(id) ?? 0])), savedAt: new Date() }
    },
    reload: async () => {
      const outcome = await call(factRoutes.register, { params })
      if (!outcome.ok) return undefined
      return storedFacts(outcome.value).map((stored) => {
        const here = entries().get(stored.id)
        if (stored.version > 0 || !here || here.stored.version === 0) return stored
        gone.current.set(stored.id, here.stored.version + 1)
        return { ...stored, version: here.stored.version + 1 }
      })
    },
    drafts: localDrafts(`facts.${person.id}.${params.unitId}.${params.year}`),
  })
  opened.current = autosave
  useEffect(() => autosave.open(storedFacts(register)), [autosave, register])
  const clashes = useMemo(() => clashesOf(new Map([...view.entries].map(([id, { value }]) => [id, value]))), [view.entries])
  const draftAt = (key: FactKey): Draft => view.entries.get(key)?.value ?? ''
  return { view, autosave, clashes, draftAt }
}
