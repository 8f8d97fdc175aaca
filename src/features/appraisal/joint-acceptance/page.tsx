import { Alert, Button, Checkbox, Group, MultiSelect, Paper, Radio, Select, Stack, Text, Title } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { formatFigure } from '../../../language/format.ts'
import { appraisalTexts } from '../../../language/pages/appraisal.ts'
import { jointAcceptanceTexts as texts } from '../../../language/pages/joint-acceptance.ts'
import { call, type Outcome } from '../../../web/widgets/client.ts'
import { Confirm } from '../../../web/widgets/confirm.tsx'
import { DataTable } from '../../../web/widgets/data-table.tsx'
import { EmptyState } from '../../../web/widgets/empty-state.tsx'
import { ErrorState } from '../../../web/widgets/error-state.tsx'
import { intentionKey } from '../../../web/widgets/intention-key.ts'
import { LinkButton, PageLink } from '../../../web/widgets/links.tsx'
import { Loading } from '../../../web/widgets/loading.tsx'
import { PageTitle } from '../../../web/widgets/page-title.tsx'
import { useChange } from '../../../web/widgets/use-call.ts'
import { type JointFilter, type JointPreview, jointAcceptanceRoutes } from './contract.ts'
import { LeftList } from './left-list.tsx'
import { PastAcceptances } from './past-acceptances.tsx'

const none: JointFilter = { nodeIds: [], proof: 'document', onlyByRule: false }
const count = (figure: number): string => formatFigure(String(figure))

/** The preview of what a filter would accept; asked anew when the filter, or what was done, changes. */
const usePreview = (cycleId: string, filter: JointFilter, done: number) => {
  const [preview, setPreview] = useState<Outcome<JointPreview>>()
  const asked = JSON.stringify(filter)
  useEffect(() => {
    let isGone = false
    void call(jointAcceptanceRoutes.preview, { params: { cycleId }, body: JSON.parse(asked) as JointFilter }).then((outcome) => {
      if (!isGone) setPreview(outcome)
    })
    return () => {
      isGone = true
    }
  }, [cycleId, asked, done])
  return preview
}

interface Accepted {
  readonly units: number
  readonly leaves: number
}

/** Accepts over many units at once what agrees, after showing what that is; what was done can be taken back while the round is open. */
export const JointAcceptancePage = () => {
  const { cycleId } = useParams({ strict: false }) as { readonly cycleId: string }
  const [filter, setFilter] = useState(none)
  const [done, setDone] = useState(0)
  const [accepted, setAccepted] = useState<Accepted>()
  const preview = usePreview(cycleId, filter, done)
  const keep = (what: Accepted): void => {
    setAccepted(what)
    setDone(done + 1)
    scrollTo({ top: 0 })
  }
  const takenBack = (): void => {
    setAccepted(undefined)
    setDone(done + 1)
  }
  const past = <PastAcceptances key={done} cycleId={cycleId} onTakenBack={takenBack} />
  return (
    <Stack gap="lg">
      <PageTitle
        under={preview?.ok && preview.value.cycle.title}
        actions={
          <LinkButton variant="default" to="/tham-dinh/$cycleId" params={{ cycleId }}>
            {appraisalTexts.backToList}
          </LinkButton>
        }
      >
        {texts.title}
      </PageTitle>
      <Text>{texts.under}</Text>
      {accepted && (
        <>
          <Alert color="green" role="status" title={texts.acceptedNow(count(accepted.leaves), count(accepted.units))} />
          {past}
        </>
      )}
      {!preview && <Loading />}
      {preview && !preview.ok && <ErrorState refused={preview} />}
      {preview?.ok && (
        <>
          <Filter preview={preview.value} filter={filter} onChange={setFilter} />
          <Preview cycleId={cycleId} preview={preview.value} filter={filter} onDone={keep} />
        </>
      )}
      {!accepted && past}
    </Stack>
  )
}

interface FilterProps {
  readonly preview: JointPreview
  readonly filter: JointFilter
  readonly onChange: (filter: JointFilter) => void
}

const Filter = ({ preview: { groups }, filter, onChange }: FilterProps) => {
  const { group, ...others } = filter
  const areas = groups.filter((each) => group === undefined || each.group === group).flatMap((each) => each.areas)
  const named = new Map(areas.map(({ id, code, name }) => [id, `${code} ${name}`.trim()]))
  return (
    <Paper component="section" p="md" withBorder aria-label={texts.filter}>
      <Stack gap="sm">
        <Group align="flex-start" gap="md">
          <Select
            label={texts.group}
            placeholder={texts.allGroups}
            clearable
            w={260}
            data={groups.map((each) => each.group)}
            value={group ?? null}
            onChange={(chosen) => onChange({ ...others, nodeIds: [], ...(chosen && { group: chosen }) })}
          />
          <MultiSelect
            label={texts.areas}
            placeholder={filter.nodeIds.length === 0 ? texts.allAreas : ''}
            clearable
            style={{ flex: '1 1 260px' }}
            data={[...named].map(([value, label]) => ({ value, label }))}
            value={filter.nodeIds}
            onChange={(nodeIds) => onChange({ ...filter, nodeIds })}
          />
        </Group>
        <Radio.Group
          label={texts.proof}
          value={filter.proof}
          onChange={(proof) => onChange({ ...filter, proof: proof === 'document' ? 'document' : 'documentOrExplanation' })}
        >
          <Group gap="md" mt={4}>
            <Radio value="document" label={texts.proofs.document} />
            <Radio value="documentOrExplanation" label={texts.proofs.documentOrExplanation} />
          </Group>
        </Radio.Group>
        <Checkbox
          label={texts.onlyByRule}
          checked={filter.onlyByRule}
          onChange={(event) => onChange({ ...filter, onlyByRule: event.currentTarget.checked })}
        />
      </Stack>
    </Paper>
  )
}

interface PreviewProps {
  readonly cycleId: string
  readonly preview: JointPreview
  readonly filter: JointFilter
  readonly onDone: (what: Accepted) => void
}

const Preview = ({ cycleId, preview, filter, onDone }: PreviewProps) => {
  const [key, setKey] = useState<string>()
  const accept = useChange(jointAcceptanceRoutes.accept)
  const units = preview.units.filter(({ leaves }) => leaves > 0)
  const act = async (): Promise<void> => {
    const body = { ...filter, seen: preview.seen }
    const outcome = await accept.run({ params: { cycleId }, body, idempotencyKey: key ?? '' })
    if (!outcome.ok) return
    setKey(undefined)
    onDone(outcome.value)
  }
  const isTooMany = units.length > preview.limit
  const summary = texts.would(count(preview.leaves), count(units.length))
  return (
    <section aria-labelledby="se-chap-nhan">
      <Title order={2} size="h3" id="se-chap-nhan">
        {preview.leaves === 0 ? texts.nothing : summary}
      </Title>
      <LeftList left={preview.left} />
      {isTooMany && <Text c="red.8">{texts.tooMany(count(preview.limit))}</Text>}
      {preview.leaves > 0 && (
        <Button my="sm" disabled={isTooMany} onClick={() => setKey(intentionKey())}>
          {texts.act(count(preview.leaves))}
        </Button>
      )}
      <Confirm
        isOpen={key !== undefined}
        title={texts.confirm}
        act={texts.act(count(preview.leaves))}
        onAct={() => void act()}
        onClose={() => setKey(undefined)}
        isRunning={accept.isRunning}
        refused={accept.refused}
      >
        <Text>{summary}</Text>
        <Text mt="xs">{texts.confirmNote}</Text>
      </Confirm>
      {preview.units.length === 0 ? (
        <EmptyState>{texts.noUnits}</EmptyState>
      ) : (
        <DataTable
          caption={texts.units}
          isCaptionHidden
          isLong={preview.units.length > 200}
          rows={preview.units}
          keyOf={({ unit }) => unit.id}
          columns={[
            {
              key: 'unit',
              title: texts.unit,
              isRowHeader: true,
              cell: ({ unit }) => (
                <PageLink to="/tham-dinh/$cycleId/$unitId" params={{ cycleId, unitId: unit.id }}>
                  {unit.name}
                </PageLink>
              ),
            },
            { key: 'accepted', title: texts.accepted, isFigure: true, cell: ({ leaves }) => count(leaves) },
            { key: 'left', title: texts.left, isFigure: true, cell: ({ left }) => count(left) },
          ]}
        />
      )}
    </section>
  )
}
