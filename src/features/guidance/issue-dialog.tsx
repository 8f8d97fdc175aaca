import { Button, Checkbox, Group, Modal, MultiSelect, NativeSelect, Stack, Text, TextInput, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { guidanceKinds, unitKinds } from '../../core/vocabulary.ts'
import { labelsVi } from '../../language/labels.vi.ts'
import { guidanceTexts as texts } from '../../language/pages/guidance.ts'
import { widgetTexts } from '../../language/pages/widgets.ts'
import { DateField } from '../../web/widgets/date-field.tsx'
import { FileDrop } from '../../web/widgets/file-drop.tsx'
import { FormActs } from '../../web/widgets/form-acts.tsx'
import { useCall, useChange } from '../../web/widgets/use-call.ts'
import { guidanceEndings, guidanceRoutes, maxGuidanceBytes } from './contract.ts'

const nothing = { kind: 'guidance', title: '', documentNumber: '', issuedOn: '', issuer: '', words: '', cycleId: '' }
type Details = typeof nothing

/** Issues a paper: what it is, its file, for whom, about what. */
export const IssueDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const [details, setDetails] = useState(nothing)
  const [kinds, setKinds] = useState<readonly string[]>([])
  const [nodeIds, setNodeIds] = useState<readonly string[]>([])
  const [file, setFile] = useState<File>()
  const [isTried, setTried] = useState(false)
  const issue = useChange(guidanceRoutes.issue, { refreshes: [guidanceRoutes.list] })
  const change = (part: Partial<Details>) => setDetails({ ...details, ...part })
  const field = (name: keyof Details) => ({
    value: details[name],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => change({ [name]: event.currentTarget.value }),
  })
  const isNameless = details.title.trim() === ''
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (isNameless) return
    const fields = { ...details, unitKinds: kinds.join(','), nodeIds: nodeIds.join(',') }
    const outcome = await issue.run({ upload: { fields, ...(file && { file }) } })
    if (outcome.ok) onClose()
  }
  return (
    <Modal opened onClose={onClose} title={texts.issueTitle} size="lg" closeButtonProps={{ 'aria-label': widgetTexts.close }}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          <NativeSelect
            label={texts.kind}
            data={guidanceKinds.map((value) => ({ value, label: labelsVi.guidanceKinds[value] }))}
            {...field('kind')}
          />
          <TextInput
            label={texts.name}
            required
            maxLength={500}
            {...(isTried && isNameless && { error: texts.missingTitle })}
            {...field('title')}
          />
          <Group grow align="flex-start" gap="sm">
            <TextInput label={texts.number} maxLength={100} {...field('documentNumber')} />
            <DateField label={texts.issuedOn} value={details.issuedOn} onChange={(issuedOn) => change({ issuedOn })} />
          </Group>
          <TextInput label={texts.issuer} maxLength={300} {...field('issuer')} />
          <Textarea label={texts.words} description={texts.wordsHint} autosize minRows={2} maxLength={10_000} {...field('words')} />
          {file ? (
            <Group justify="space-between">
              <span>{texts.fileChosen(file.name)}</span>
              <Button variant="default" size="compact-sm" onClick={() => setFile(undefined)}>
                {texts.removeFile}
              </Button>
            </Group>
          ) : (
            <FileDrop label={texts.file} accept={guidanceEndings} maxBytes={maxGuidanceBytes} onFile={setFile} />
          )}
          <Checkbox.Group label={texts.unitKinds} description={texts.unitKindsHint} value={[...kinds]} onChange={setKinds}>
            <Group gap="md" mt="xs">
              {unitKinds.map((kind) => (
                <Checkbox key={kind} value={kind} label={labelsVi.unitKinds[kind]} />
              ))}
            </Group>
          </Checkbox.Group>
          <About
            cycleId={details.cycleId}
            nodeIds={nodeIds}
            onCycle={(cycleId) => {
              change({ cycleId })
              setNodeIds([])
            }}
            onNodes={setNodeIds}
          />
          <Text size="sm" c="gray.7">
            {texts.issueNote}
          </Text>
          <FormActs act={texts.issue} onCancel={onClose} isRunning={issue.isRunning} refused={issue.refused} />
        </Stack>
      </form>
    </Modal>
  )
}

interface AboutProps {
  readonly cycleId: string
  readonly nodeIds: readonly string[]
  readonly onCycle: (cycleId: string) => void
  readonly onNodes: (nodeIds: readonly string[]) => void
}

/** Which cycle, and which of its criteria. */
const About = ({ cycleId, nodeIds, onCycle, onNodes }: AboutProps) => {
  const list = useCall(guidanceRoutes.criteria, { query: { ...(cycleId && { cycleId }) } })
  const choices = (list.value?.cycles ?? []).map(({ id, title }) => ({ value: id, label: title }))
  return (
    <>
      <NativeSelect
        label={texts.cycle}
        data={[{ value: '', label: texts.noCycle }, ...choices]}
        value={cycleId}
        onChange={({ currentTarget }) => onCycle(currentTarget.value)}
      />
      {cycleId !== '' && (
        <MultiSelect
          label={texts.criteria}
          description={texts.criteriaHint}
          searchable
          limit={50}
          data={(list.value?.criteria ?? []).map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
          value={[...nodeIds]}
          onChange={onNodes}
        />
      )}
    </>
  )
}
