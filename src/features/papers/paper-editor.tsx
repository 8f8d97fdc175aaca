import { Button, Fieldset, Group, Stack, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { paperTexts } from '../../language/pages/papers.ts'
import { Confirm } from '../../web/widgets/confirm.tsx'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import { useCall, useChange } from '../../web/widgets/use-call.ts'
import { BasesForm } from './bases-form.tsx'
import { BatchStart } from './batch-start.tsx'
import type { Basis, Paper } from './contract.ts'
import { HeadForm, SignForm } from './details-form.tsx'
import { type Fields, withoutEmpty } from './draft-fields.ts'
import { factFields } from '../../language/reports/fact-fields.ts'
import { FactsForm } from './facts-form.tsx'
import { IssuePaper } from './issue-paper.tsx'
import { PaperPreview } from './paper-preview.tsx'
import classes from './papers.module.css'
import type { SeenPlace } from './use-place.ts'

const texts = paperTexts.page

interface Content {
  readonly details: Fields
  readonly facts: Fields
  readonly bases: readonly Basis[]
}
interface Props {
  readonly place: SeenPlace
  readonly paper: Paper
}

const isEmpty = (basis: Basis): boolean => Object.values(basis).every((value) => !value)
const bodyOf = ({ details, facts, bases }: Content) => ({
  details: withoutEmpty(details),
  facts: withoutEmpty(facts),
  bases: bases.filter((basis) => !isEmpty(basis)).map((basis) => ({ ...withoutEmpty({ ...basis }), type: basis.type })),
})

const useDraft = ({ place, paper }: Props) => {
  const change = useChange(place.routes.change)
  const [content, setContent] = useState<Content>({ details: paper.details, facts: paper.facts, bases: paper.bases })
  const [isChanged, setChanged] = useState(false)
  const set = (part: Partial<Content>): void => {
    setContent({ ...content, ...part })
    setChanged(true)
  }
  const save = async (): Promise<void> => {
    const params = { ...place.params, paperId: paper.id }
    const outcome = await change.run({ params, body: bodyOf(content), ifMatch: paper.version })
    if (outcome.ok) setChanged(false)
  }
  return { content, set, save, change, isChanged }
}

/** The form of a draft beside its preview. Saving composes it anew; what is missing is named there. */
export const PaperEditor = ({ place, paper }: Props) => {
  const { content, set, save, change, isChanged } = useDraft({ place, paper })
  const choices = useCall(place.routes.choices, { params: place.params })
  const units = choices.value?.cycles.find(({ id }) => id === paper.cycle?.id)?.units ?? []
  const fields = factFields[paper.kind]
  const isOfEveryUnit = !place.unit && (paper.kind === 'scoreSheet' || paper.kind === 'resultNotice')
  return (
    <div className={classes.editor}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <Stack gap="md">
          {fields && (
            <Fieldset legend={paperTexts.facts.title}>
              <FactsForm fields={fields} values={content.facts} onChange={(facts) => set({ facts })} />
            </Fieldset>
          )}
          <HeadForm kind={paper.kind} details={content.details} onChange={(details) => set({ details })} />
          <BasesForm bases={content.bases} documents={choices.value?.documents ?? []} onChange={(bases) => set({ bases })} />
          <SignForm details={content.details} onChange={(details) => set({ details })} />
          {change.refused && <ErrorState refused={change.refused} />}
          <Acts place={place} paper={paper} isChanged={isChanged} isSaving={change.isRunning} />
        </Stack>
      </form>
      <Stack gap="lg" className={classes.beside}>
        <PaperPreview place={place} paper={paper} />
        {isOfEveryUnit && paper.problems.length === 0 && (
          <BatchStart paperId={paper.id} groups={[...new Set(units.map(({ group }) => group))]} />
        )}
      </Stack>
    </div>
  )
}

const Acts = ({ place, paper, isChanged, isSaving }: Props & { readonly isChanged: boolean; readonly isSaving: boolean }) => {
  const navigate = useNavigate()
  const remove = useChange(place.routes.remove, { refreshes: [place.routes.register] })
  const [asked, setAsked] = useState<'issue' | 'remove'>()
  const throwAway = async (): Promise<void> => {
    const outcome = await remove.run({ params: { ...place.params, paperId: paper.id }, ifMatch: paper.version })
    if (outcome.ok) await navigate({ to: '/van-ban', search: place.unit ? { 'don-vi': place.unit.id } : {} })
  }
  return (
    <Group className={classes.acts} gap="sm">
      <Button type="submit" loading={isSaving} disabled={!isChanged}>
        {texts.save}
      </Button>
      <Button variant="default" disabled={isChanged || paper.problems.length > 0} onClick={() => setAsked('issue')}>
        {texts.issue}
      </Button>
      <Button variant="subtle" color="red" onClick={() => setAsked('remove')}>
        {texts.remove}
      </Button>
      <Text size="sm" role="status">
        {isChanged && texts.unsaved}
      </Text>
      {asked === 'issue' && <IssuePaper place={place} paper={paper} onClose={() => setAsked(undefined)} />}
      <Confirm
        isOpen={asked === 'remove'}
        title={texts.removeTitle}
        act={texts.remove}
        isFinal
        onAct={() => void throwAway()}
        onClose={() => setAsked(undefined)}
        isRunning={remove.isRunning}
        refused={remove.refused}
      >
        {texts.removeHint}
      </Confirm>
    </Group>
  )
}
