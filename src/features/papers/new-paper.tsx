import { Button, Group, Paper, Select, Stack, Title } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { paperTexts } from '../../language/pages/papers.ts'
import { type PaperKind, paperKindWords } from '../../language/reports/paper-kind-words.ts'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { useCall, useChange } from '../../web/widgets/use-call.ts'
import type { ReplyOf } from '../../contract/route.ts'
import type { PapersRoutes } from './contract.ts'
import type { SeenPlace } from './use-place.ts'

const texts = paperTexts.add

/** Papers that speak of one unit, and those that speak of one group, or of all. */
const aboutUnit: readonly PaperKind[] = ['scoreSheet', 'resultNotice', 'selfAssessmentReport']
const aboutGroup: readonly PaperKind[] = ['assignmentPlan', 'guidance', 'reminder', 'appraisalReport', 'publicationDecision']
/** They rest on one criteria set, so one group has to be named. */
const ofOneGroup: readonly PaperKind[] = ['assignmentPlan', 'guidance']

/** They are made of a plan or a survey, not of a cycle. */
const fromOrigin: readonly PaperKind[] = ['remedialPlan', 'improvementPlan', 'roadmapPlan', 'surveyReport']

type Choices = ReplyOf<PapersRoutes['choices']>

/** Kind, cycle, and what of the cycle it is about; then the draft opens with everything that is known. */
export const NewPaper = ({ place, onClose }: { readonly place: SeenPlace; readonly onClose: () => void }) => {
  const choices = useCall(place.routes.choices, { params: place.params })
  return (
    <Paper component="section" p="lg" mb="lg" aria-labelledby="new-paper">
      <Title order={2} id="new-paper" mb="md">
        {texts.title}
      </Title>
      <Loaded call={choices}>{(value) => <Form place={place} choices={value} onClose={onClose} />}</Loaded>
    </Paper>
  )
}

const Form = ({ place, choices, onClose }: { readonly place: SeenPlace; readonly choices: Choices; readonly onClose: () => void }) => {
  const navigate = useNavigate()
  const start = useChange(place.routes.start)
  const [kind, setKind] = useState<PaperKind>()
  const [cycleId, setCycle] = useState(choices.cycles.find(({ isTrial }) => !isTrial)?.id)
  const [group, setGroup] = useState<string>()
  const [unitId, setUnit] = useState<string>()
  const [sourceId, setSource] = useState<string>()
  const cycle = choices.cycles.find(({ id }) => id === cycleId)
  const groups = [...new Set(cycle?.units.map((unit) => unit.group))]
  const ofUnit = kind !== undefined && !place.unit && aboutUnit.includes(kind)
  const ofGroup = kind !== undefined && !place.unit && groups.length > 1 && aboutGroup.includes(kind)
  const mustName = kind !== undefined && ofOneGroup.includes(kind)
  const origins = kind === undefined ? [] : choices.origins.filter((origin) => origin.kinds.includes(kind))
  const isOfOrigin = kind !== undefined && fromOrigin.includes(kind)
  const isWhole =
    kind !== undefined &&
    (isOfOrigin ? sourceId !== undefined : cycleId !== undefined) &&
    (!ofUnit || unitId !== undefined) &&
    (!ofGroup || !mustName || group !== undefined)
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (kind === undefined || !isWhole) return
    const of = isOfOrigin ? { sourceId } : { cycleId }
    const body = { kind, ...of, ...(ofUnit && { about: unitId }), ...(ofGroup && group !== undefined && { group }) }
    const outcome = await start.run({ params: place.params, body })
    if (!outcome.ok) return
    const search = place.unit ? { 'don-vi': place.unit.id } : {}
    await navigate({ to: '/van-ban/$paperId', params: { paperId: outcome.value.id }, search })
  }
  return (
    <form onSubmit={(event) => void save(event)}>
      <Stack gap="md" maw={760}>
        <Select
          label={texts.kind}
          placeholder={texts.choose}
          data={choices.kinds.map((value) => ({ value, label: paperKindWords[value] }))}
          value={kind ?? null}
          onChange={(value) => {
            setKind((value ?? undefined) as PaperKind | undefined)
            setSource(undefined)
          }}
          required
          searchable
        />
        {isOfOrigin && (
          <Select
            label={texts.origins[kind === 'surveyReport' ? 'survey' : 'plan']}
            placeholder={origins.length === 0 ? texts.noOrigin[kind === 'surveyReport' ? 'survey' : 'plan'] : texts.choose}
            data={origins.map(({ id, title }) => ({ value: id, label: title }))}
            value={sourceId ?? null}
            onChange={(value) => setSource(value ?? undefined)}
            required
          />
        )}
        {!isOfOrigin && (
          <Select
            label={texts.cycle}
            placeholder={choices.cycles.length === 0 ? texts.noCycle : texts.choose}
            data={choices.cycles.map(({ id, title }) => ({ value: id, label: title }))}
            value={cycleId ?? null}
            onChange={(value) => {
              setCycle(value ?? undefined)
              setUnit(undefined)
              setGroup(undefined)
            }}
            allowDeselect={false}
            required
          />
        )}
        {ofGroup && (
          <Select
            label={texts.group}
            placeholder={mustName ? texts.choose : texts.allGroups}
            data={groups}
            value={group ?? null}
            onChange={(value) => setGroup(value ?? undefined)}
            clearable={!mustName}
            required={mustName}
          />
        )}
        {ofUnit && (
          <Select
            label={texts.unit}
            placeholder={texts.choose}
            data={(cycle?.units ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            value={unitId ?? null}
            onChange={(value) => setUnit(value ?? undefined)}
            searchable
            limit={200}
            required
          />
        )}
        {start.refused && <ErrorState refused={start.refused} />}
        <Group>
          <Button type="submit" loading={start.isRunning} disabled={!isWhole}>
            {texts.act}
          </Button>
          <Button variant="default" onClick={onClose}>
            {paperTexts.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
