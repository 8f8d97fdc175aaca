import { Button, Checkbox, Fieldset, Group, MultiSelect, Paper, Select, SimpleGrid, Stack, Textarea, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { inspectionTexts as texts } from '../../../language/pages/inspection.ts'
import { widgetTexts } from '../../../language/pages/widgets.ts'
import { DateField } from '../../../web/widgets/date-field.tsx'
import { ErrorState } from '../../../web/widgets/error-state.tsx'
import { Loaded } from '../../../web/widgets/loaded.tsx'
import { useCall, useChange } from '../../../web/widgets/use-call.ts'
import type { SheetPlace } from '../sheet-place.ts'
import { type Inspection, type InspectionBody, inspectionRoutes } from './contract.ts'
import { FindingFields } from './finding-fields.tsx'

interface Props {
  readonly place: SheetPlace
  readonly inspection: Inspection | undefined
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly onClose: () => void
}

interface Draft extends Omit<InspectionBody, 'team'> {
  readonly lead: string | null
  readonly secretary: string | null
  readonly members: readonly string[]
}

const draftOf = (inspection: Inspection | undefined): Draft => {
  const holders = (duty: string): string[] => (inspection?.team ?? []).flatMap((each) => (each.duty === duty ? each.person.id : []))
  return {
    isAnnounced: inspection?.isAnnounced ?? false,
    decision: inspection?.decision ?? '',
    plannedOn: inspection?.plannedOn ?? '',
    heldOn: inspection?.heldOn ?? '',
    record: inspection?.record ?? '',
    result: inspection?.result ?? '',
    findings: (inspection?.findings ?? []).map(({ nodeId, outcome, words }) => ({ nodeId, outcome, words })),
    lead: holders('lead')[0] ?? null,
    secretary: holders('secretary')[0] ?? null,
    members: holders('member'),
  }
}

const bodyOf = ({ lead, secretary, members, heldOn, ...rest }: Draft): InspectionBody => ({
  ...rest,
  findings: [...rest.findings],
  ...(heldOn && { heldOn }),
  team: [
    ...(lead ? [{ personId: lead, duty: 'lead' as const }] : []),
    ...(secretary ? [{ personId: secretary, duty: 'secretary' as const }] : []),
    ...members.map((personId) => ({ personId, duty: 'member' as const })),
  ],
})

/** A visit to be planned or written down; the leaves that can be named are those of the unit. */
export const InspectionForm = (props: Props) => {
  const known = useCall(inspectionRoutes.ofUnit, { params: { cycleId: props.place.cycleId, unitId: props.place.unitId } })
  return <Loaded call={known}>{({ leaves }) => <Fields {...props} leaves={leaves} />}</Loaded>
}

interface FieldsProps extends Props {
  readonly leaves: readonly { readonly nodeId: string; readonly code: string; readonly name: string }[]
}

const Fields = ({ place: { cycleId, unitId }, inspection, people, leaves, onClose }: FieldsProps) => {
  const [draft, setDraft] = useState(() => draftOf(inspection))
  const set = (part: Partial<Draft>): void => setDraft({ ...draft, ...part })
  const plan = useChange(inspectionRoutes.plan)
  const write = useChange(inspectionRoutes.write)
  const refused = plan.refused ?? write.refused
  const choices = people.map(({ id, name }) => ({ value: id, label: name }))
  const save = async (): Promise<void> => {
    const body = bodyOf(draft)
    const outcome = inspection
      ? await write.run({ params: { cycleId, unitId, inspectionId: inspection.id }, body, ifMatch: inspection.version })
      : await plan.run({ params: { cycleId, unitId }, body })
    if (outcome.ok) onClose()
  }
  return (
    <Paper p="md" bg="white">
      <Stack gap="md">
        {inspection && (
          <Title order={2} size="h4">
            {inspection.unit.name}
          </Title>
        )}
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
          <TextInput
            label={texts.decision}
            description={texts.decisionHint}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            maxLength={200}
            value={draft.decision}
            onChange={(event) => set({ decision: event.currentTarget.value })}
          />
          <DateField label={texts.plannedOn} value={draft.plannedOn} onChange={(plannedOn) => set({ plannedOn })} />
        </SimpleGrid>
        <Checkbox
          label={texts.isAnnounced}
          description={texts.isAnnouncedHint}
          checked={draft.isAnnounced}
          onChange={(event) => set({ isAnnounced: event.currentTarget.checked })}
        />
        <Fieldset legend={texts.team}>
          <SimpleGrid cols={{ base: 1, md: 3 }} spacing="md">
            <Select label={texts.lead} searchable clearable data={choices} value={draft.lead} onChange={(lead) => set({ lead })} />
            <Select
              label={texts.secretary}
              searchable
              clearable
              data={choices}
              value={draft.secretary}
              onChange={(secretary) => set({ secretary })}
            />
            <MultiSelect
              label={texts.members}
              searchable
              data={choices}
              value={[...draft.members]}
              onChange={(members) => set({ members })}
            />
          </SimpleGrid>
        </Fieldset>
        <DateField label={texts.heldOn} value={draft.heldOn ?? ''} onChange={(heldOn) => set({ heldOn })} w={260} />
        {draft.heldOn && (
          <>
            <Textarea
              label={texts.record}
              autosize
              minRows={4}
              maxLength={20_000}
              value={draft.record}
              onChange={(event) => set({ record: event.currentTarget.value })}
            />
            <Textarea
              label={texts.result}
              autosize
              minRows={2}
              maxLength={8000}
              value={draft.result}
              onChange={(event) => set({ result: event.currentTarget.value })}
            />
            <FindingFields findings={draft.findings} leaves={leaves} onChange={(findings) => set({ findings })} />
          </>
        )}
        {refused && <ErrorState refused={refused} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {widgetTexts.cancel}
          </Button>
          <Button
            loading={plan.isRunning || write.isRunning}
            disabled={!draft.plannedOn || !draft.lead || draft.findings.some(({ nodeId }) => nodeId === '')}
            onClick={() => void save()}
          >
            {texts.save}
          </Button>
        </Group>
      </Stack>
    </Paper>
  )
}
