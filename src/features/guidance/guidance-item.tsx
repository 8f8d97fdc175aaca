import { Alert, Anchor, Button, Group, Text, Title } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { formatDate, formatFigure } from '../../language/format.ts'
import { labelsVi } from '../../language/labels.vi.ts'
import { guidanceTexts as texts } from '../../language/pages/guidance.ts'
import { addressOf } from '../../web/widgets/client.ts'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import { Moment } from '../../web/widgets/figures.tsx'
import { useChange } from '../../web/widgets/use-call.ts'
import { type Guidance, guidanceRoutes } from './contract.ts'
import { ReadersDialog } from './readers-dialog.tsx'

const head = ({ documentNumber, issuedOn, issuer }: Guidance): string =>
  [documentNumber && texts.numbered(documentNumber), issuedOn && texts.dated(formatDate(issuedOn)), issuer].filter(Boolean).join(', ')

const reach = ({ cycle, unitKinds, criteria }: Guidance): string =>
  [
    texts.forUnits(unitKinds.length ? unitKinds.map((kind) => labelsVi.unitKinds[kind]).join(', ') : texts.everybody),
    cycle && texts.ofCycle(cycle.title),
    criteria.length > 0 && texts.about(criteria.map(({ code }) => code).join(', ')),
  ]
    .filter(Boolean)
    .join('. ')

/** One paper: what it is, whom it is for, its file, and who has read it. */
export const GuidanceItem = ({ guidance, children }: { readonly guidance: Guidance; readonly children?: ReactNode }) => (
  <article>
    <Group gap="xs" align="baseline">
      <Title order={3}>{guidance.title}</Title>
      <Text size="sm" c="gray.7">
        {labelsVi.guidanceKinds[guidance.kind]}
      </Text>
    </Group>
    <Text size="sm">{head(guidance)}</Text>
    <Text size="sm" c="gray.7">
      {reach(guidance)}
    </Text>
    {guidance.words && <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{guidance.words}</Text>}
    {guidance.withdrawnBecause && (
      <Alert color="yellow" p="xs" mt={4}>
        {texts.withdrawn(guidance.withdrawnBecause)}
      </Alert>
    )}
    <Group gap="sm" mt={4} className="no-print">
      {guidance.file && (
        <Anchor
          size="sm"
          href={addressOf(guidanceRoutes.file, { params: { guidanceId: guidance.id } })}
          target="_blank"
          rel="noreferrer"
          aria-label={texts.downloadOf(guidance.title)}
        >
          {texts.download}
        </Anchor>
      )}
      <ReadersButton guidance={guidance} />
      {children}
    </Group>
    <OwnReadings guidance={guidance} />
  </article>
)

const ReadersButton = ({ guidance }: { readonly guidance: Guidance }) => {
  const [isOpen, setOpen] = useState(false)
  if (!guidance.read) return null
  const { units, of } = guidance.read
  return (
    <>
      <Button variant="default" size="compact-sm" onClick={() => setOpen(true)}>
        {texts.readers(formatFigure(String(units)), formatFigure(String(of)))}
      </Button>
      {isOpen && <ReadersDialog guidance={guidance} onClose={() => setOpen(false)} />}
    </>
  )
}

/** Whether the own units have read it; anybody of a unit may say so. */
const OwnReadings = ({ guidance }: { readonly guidance: Guidance }) => {
  const confirm = useChange(guidanceRoutes.confirm, { refreshes: [guidanceRoutes.list] })
  return (
    <>
      {guidance.own.map(({ unit, readAt }) => (
        <Group key={unit.id} gap="sm" mt={4}>
          {readAt ? (
            <Text size="sm" c="gray.7">
              {texts.readBy(unit.name)} <Moment value={readAt} />
            </Text>
          ) : (
            !guidance.withdrawnBecause && (
              <>
                <Text size="sm">{texts.notRead(unit.name)}</Text>
                <Button
                  size="compact-sm"
                  aria-label={texts.confirmOf(guidance.title, unit.name)}
                  loading={confirm.isRunning}
                  onClick={() => void confirm.run({ params: { unitId: unit.id, guidanceId: guidance.id } })}
                >
                  {texts.confirm}
                </Button>
              </>
            )
          )}
        </Group>
      ))}
      {confirm.refused && <ErrorState refused={confirm.refused} />}
    </>
  )
}
