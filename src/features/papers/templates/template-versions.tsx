import { Anchor, Badge, Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { templateTexts as texts } from '../../../language/pages/paper-templates.ts'
import { addressOf } from '../../../web/widgets/client.ts'
import { Confirm } from '../../../web/widgets/confirm.tsx'
import { DataTable } from '../../../web/widgets/data-table.tsx'
import { Moment } from '../../../web/widgets/figures.tsx'
import { useChange } from '../../../web/widgets/use-call.ts'
import { type TemplateLine, templateRoutes } from './contract.ts'

/** One line of the table; the program's wording is version 0. */
interface Version {
  readonly version: number
  readonly name: string
  readonly fileName?: string
  readonly addedAt?: string
  readonly addedBy?: string | undefined
}

const versionsOf = ({ versions }: TemplateLine): readonly Version[] => [
  ...versions.map((each) => ({ ...each, name: texts.versionName(each.version) })),
  { version: 0, name: texts.defaultName },
]

/** Every version with what can be done with it; one is in force. */
export const TemplateVersions = ({ line, mayWrite }: { readonly line: TemplateLine; readonly mayWrite: boolean }) => {
  const [wanted, setWanted] = useState<Version>()
  const use = useChange(templateRoutes.use, { refreshes: [templateRoutes.list] })
  const choose = async (): Promise<void> => {
    if (!wanted) return
    const body = { kind: line.kind, ...(wanted.version !== 0 && { templateVersion: wanted.version }) }
    const outcome = await use.run({ body, ifMatch: line.version })
    if (outcome.ok) setWanted(undefined)
  }
  const isInForce = ({ version }: Version): boolean => version === (line.inForce ?? 0)
  return (
    <>
      <DataTable
        caption={texts.versions}
        isCaptionHidden
        rows={versionsOf(line)}
        keyOf={({ version }) => String(version)}
        columns={[
          {
            key: 'name',
            title: texts.version,
            isRowHeader: true,
            cell: (each) => (
              <Group gap="xs">
                {each.name}
                {isInForce(each) && <Badge variant="light">{texts.inForce}</Badge>}
              </Group>
            ),
          },
          { key: 'file', title: texts.file, cell: ({ fileName }) => fileName ?? '–' },
          {
            key: 'added',
            title: texts.addedAt,
            cell: ({ addedAt, addedBy }) =>
              addedAt === undefined ? (
                '–'
              ) : (
                <>
                  <Moment value={addedAt} />
                  {addedBy !== undefined && (
                    <Text size="sm" c="gray.7">
                      {addedBy}
                    </Text>
                  )}
                </>
              ),
          },
          {
            key: 'acts',
            title: texts.acts,
            cell: (each) => (
              <Acts kind={line.kind} version={each} onUse={mayWrite && !isInForce(each) ? () => setWanted(each) : undefined} />
            ),
          },
        ]}
      />
      {line.hasMore && <Text size="sm">{texts.moreVersions(line.versions.length)}</Text>}
      <Confirm
        isOpen={wanted !== undefined}
        title={texts.confirmTitle}
        act={texts.confirmAct}
        onAct={() => void choose()}
        onClose={() => setWanted(undefined)}
        isRunning={use.isRunning}
        refused={use.refused}
      >
        {wanted && texts.confirm(wanted.version === 0 ? texts.ofProgram : wanted.name)}
      </Confirm>
    </>
  )
}

interface ActsProps {
  readonly kind: TemplateLine['kind']
  readonly version: Version
  readonly onUse: (() => void) | undefined
}

const Acts = ({ kind, version: { version, name }, onUse }: ActsProps) => {
  const input = { query: { kind, version } }
  return (
    <Group gap="md">
      <Anchor href={addressOf(templateRoutes.preview, input)} target="_blank" aria-label={texts.previewOf(name)}>
        {texts.preview}
      </Anchor>
      <Anchor href={addressOf(templateRoutes.file, input)} aria-label={texts.getOf(name)}>
        {texts.get}
      </Anchor>
      {onUse && (
        <Button variant="default" size="xs" onClick={onUse} aria-label={texts.useOf(name)}>
          {texts.use}
        </Button>
      )}
    </Group>
  )
}
