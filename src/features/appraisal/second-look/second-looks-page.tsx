import { Button, Group, Modal, NumberInput, Stack, Text, Textarea, TextInput, Title } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { formatFigure } from '../../../language/format.ts'
import { appraisalTexts } from '../../../language/pages/appraisal.ts'
import { secondLookTexts as texts } from '../../../language/pages/second-look.ts'
import { widgetTexts } from '../../../language/pages/widgets.ts'
import { DataTable } from '../../../web/widgets/data-table.tsx'
import { EmptyState } from '../../../web/widgets/empty-state.tsx'
import { ErrorState } from '../../../web/widgets/error-state.tsx'
import { Moment, Points } from '../../../web/widgets/figures.tsx'
import { LinkButton, PageLink } from '../../../web/widgets/links.tsx'
import { Loaded } from '../../../web/widgets/loaded.tsx'
import { PageTitle } from '../../../web/widgets/page-title.tsx'
import { holdsAny, useSignedIn } from '../../../web/widgets/session.ts'
import { useCall, useChange } from '../../../web/widgets/use-call.ts'
import { type SecondLook, type SecondLookLeaf, secondLookRoutes } from './contract.ts'

/** Decisions drawn by lot, and what somebody else thinks of them. */
export const SecondLooksPage = () => {
  const { cycleId } = useParams({ strict: false }) as { readonly cycleId: string }
  const list = useCall(secondLookRoutes.list, { params: { cycleId } })
  return (
    <Loaded call={list}>
      {({ cycle, looks, canDraw }) => (
        <Stack gap="lg">
          <PageTitle
            under={cycle.title}
            actions={
              <LinkButton variant="default" to="/tham-dinh/$cycleId" params={{ cycleId }}>
                {appraisalTexts.backToList}
              </LinkButton>
            }
          >
            {texts.title}
          </PageTitle>
          <Text>{texts.under}</Text>
          {canDraw && <Draw cycleId={cycleId} />}
          {looks.length === 0 && <EmptyState title={texts.none}>{texts.noneHint}</EmptyState>}
          {looks.map((look) => (
            <Sample key={look.id} cycleId={cycleId} look={look} />
          ))}
        </Stack>
      )}
    </Loaded>
  )
}

const Draw = ({ cycleId }: { readonly cycleId: string }) => {
  const [size, setSize] = useState(20)
  const [seed, setSeed] = useState('')
  const draw = useChange(secondLookRoutes.draw)
  const act = async (): Promise<void> => {
    const outcome = await draw.run({ params: { cycleId }, body: { size, ...(seed.trim() && { seed }) } })
    if (outcome.ok) setSeed('')
  }
  return (
    <Stack gap="xs">
      <Group align="flex-start" gap="sm">
        <NumberInput label={texts.size} min={1} max={500} value={size} onChange={(value) => setSize(Number(value) || 1)} w={120} />
        <TextInput
          label={texts.seed}
          description={texts.seedHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={100}
          value={seed}
          onChange={(event) => setSeed(event.currentTarget.value)}
        />
        <Button mt={24} loading={draw.isRunning} onClick={() => void act()}>
          {texts.draw}
        </Button>
      </Group>
      {draw.refused && <ErrorState refused={draw.refused} />}
    </Stack>
  )
}

const Sample = ({ cycleId, look }: { readonly cycleId: string; readonly look: SecondLook }) => (
  <section aria-labelledby={`mau-${look.id}`}>
    <Title order={2} size="h3" id={`mau-${look.id}`}>
      {texts.drawn(formatFigure(String(look.leaves.length)), formatFigure(String(look.population)))}
    </Title>
    <Text size="sm" c="gray.7">
      {texts.drawnBy(look.drawnBy.name)}
      <Moment value={look.drawnAt} />
    </Text>
    <Text size="sm" c="gray.7" style={{ overflowWrap: 'anywhere' }}>
      {texts.seedIs(look.seed)}. {texts.hashIs(look.populationHash)}
    </Text>
    <Text mb="xs">{texts.found(look.looked, look.leaves.length, look.differs)}</Text>
    <DataTable
      caption={texts.caption}
      isCaptionHidden
      rows={look.leaves}
      keyOf={({ unit, nodeId }) => `${unit.id} ${nodeId}`}
      columns={[
        {
          key: 'unit',
          title: texts.columns.unit,
          cell: ({ unit }) => (
            <PageLink to="/tham-dinh/$cycleId/$unitId" params={{ cycleId, unitId: unit.id }}>
              {unit.name}
            </PageLink>
          ),
        },
        { key: 'leaf', title: texts.columns.leaf, isRowHeader: true, cell: ({ code, name }) => `${code} ${name}` },
        {
          key: 'claimed',
          title: texts.columns.claimed,
          isFigure: true,
          cell: ({ claimed }) => claimed !== null && <Points value={claimed} />,
        },
        { key: 'given', title: texts.columns.given, isFigure: true, cell: ({ given }) => given !== null && <Points value={given} /> },
        { key: 'reason', title: texts.columns.reason, cell: ({ reason }) => reason },
        {
          key: 'verdict',
          title: texts.columns.verdict,
          width: 260,
          cell: (leaf) => <Verdict cycleId={cycleId} lookId={look.id} leaf={leaf} />,
        },
      ]}
    />
  </section>
)

interface VerdictProps {
  readonly cycleId: string
  readonly lookId: string
  readonly leaf: SecondLookLeaf
}

const looking = ['appraiser', 'areaLead', 'councilChair', 'councilSecretary', 'councilMember'] as const

const Verdict = ({ cycleId, lookId, leaf }: VerdictProps) => {
  const mayLook = holdsAny(useSignedIn(), looking) && !leaf.isOwn
  const [note, setNote] = useState<string>()
  const look = useChange(secondLookRoutes.look)
  const { unit, nodeId, code, version } = leaf
  const take = async (verdict: 'agrees' | 'differs'): Promise<void> => {
    const body = { nodeId, version, verdict, ...(note && { note }) }
    const outcome = await look.run({ params: { cycleId, unitId: unit.id, lookId }, body })
    if (outcome.ok) setNote(undefined)
  }
  return (
    <Stack gap={4}>
      {leaf.verdict && (
        <Text size="sm">
          <b>{texts.verdicts[leaf.verdict]}</b>
          {leaf.lookedBy && `, ${texts.by(leaf.lookedBy)}`}
          {leaf.note && `: ${leaf.note}`}
        </Text>
      )}
      {!leaf.verdict && !mayLook && !leaf.isOwn && (
        <Text size="sm" c="gray.7">
          {texts.notYet}
        </Text>
      )}
      {leaf.isOvertaken && <Text size="xs">{texts.isOvertaken}</Text>}
      {leaf.isOwn && (
        <Text size="xs" c="gray.7">
          {texts.isOwn}
        </Text>
      )}
      {mayLook && !leaf.verdict && (
        <Group gap="xs" className="no-print">
          <Button
            size="compact-sm"
            aria-label={texts.agreeOn(code, unit.name)}
            loading={look.isRunning}
            onClick={() => void take('agrees')}
          >
            {texts.agree}
          </Button>
          <Button size="compact-sm" variant="default" aria-label={texts.differOn(code, unit.name)} onClick={() => setNote('')}>
            {texts.differ}
          </Button>
        </Group>
      )}
      {look.refused && note === undefined && <ErrorState refused={look.refused} />}
      <Modal
        opened={note !== undefined}
        onClose={() => setNote(undefined)}
        title={texts.differTitle(code, unit.name)}
        closeButtonProps={{ 'aria-label': widgetTexts.close }}
      >
        <Stack gap="md">
          <Textarea
            label={texts.note}
            rows={4}
            maxLength={4000}
            value={note ?? ''}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          {look.refused && <ErrorState refused={look.refused} />}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={() => setNote(undefined)}>
              {widgetTexts.cancel}
            </Button>
            <Button loading={look.isRunning} disabled={!note?.trim()} onClick={() => void take('differs')}>
              {texts.noteAct}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Stack>
  )
}
