import { Button, Group, List, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { templateTexts as texts } from '../../../language/pages/paper-templates.ts'
import { paperKindWords } from '../../../language/reports/paper-kind-words.ts'
import { addressOf } from '../../../web/widgets/client.ts'
import { ErrorState } from '../../../web/widgets/error-state.tsx'
import { FileDrop } from '../../../web/widgets/file-drop.tsx'
import { PageTitle } from '../../../web/widgets/page-title.tsx'
import { useChange } from '../../../web/widgets/use-call.ts'
import { maxTemplateBytes, type TemplateLine, templateRoutes } from './contract.ts'
import { TemplateVersions } from './template-versions.tsx'

interface Props {
  readonly line: TemplateLine
  readonly mayWrite: boolean
}

/** The template of one kind of paper: take it, edit it in Word, bring it back, look at it, use it. */
export const TemplateOfKind = ({ line, mayWrite }: Props) => {
  const query = { kind: line.kind }
  return (
    <Stack gap="lg">
      <PageTitle under={texts.inUse(line.inForce === undefined ? texts.ofProgram : texts.own(line.inForce))}>
        {paperKindWords[line.kind]}
      </PageTitle>
      {mayWrite && (
        <List type="ordered" size="sm" spacing={4}>
          {texts.steps.map((step) => (
            <List.Item key={step}>{step}</List.Item>
          ))}
        </List>
      )}
      <Group gap="sm">
        <Button component="a" href={addressOf(templateRoutes.file, { query })}>
          {texts.download}
        </Button>
        <Button variant="default" component="a" target="_blank" href={addressOf(templateRoutes.preview, { query })}>
          {texts.preview}
        </Button>
      </Group>
      {mayWrite && <Bring line={line} />}
      <div>
        <Title order={2} mb="sm">
          {texts.versions}
        </Title>
        <TemplateVersions line={line} mayWrite={mayWrite} />
      </div>
    </Stack>
  )
}

/** A file that was edited; everything that it cannot be is told below it. */
const Bring = ({ line }: { readonly line: TemplateLine }) => {
  const add = useChange(templateRoutes.add, { refreshes: [templateRoutes.list] })
  const [added, setAdded] = useState<number>()
  const bring = async (file: File): Promise<void> => {
    setAdded(undefined)
    const outcome = await add.run({ upload: { file, fields: { kind: line.kind } } })
    if (outcome.ok) setAdded(outcome.value.version)
  }
  return (
    <Stack component="section" gap="sm" aria-labelledby="bring">
      <Title order={2} id="bring">
        {texts.upload}
      </Title>
      <FileDrop
        label={texts.upload}
        accept={['.docx']}
        maxBytes={maxTemplateBytes}
        onFile={(file) => void bring(file)}
        {...(add.isRunning && { progress: 1 })}
      />
      {add.refused && <ErrorState refused={add.refused} />}
      {added !== undefined && <Text role="status">{texts.added(added)}</Text>}
    </Stack>
  )
}
