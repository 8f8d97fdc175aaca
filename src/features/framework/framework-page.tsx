import { Alert, Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { formatDate } from '../../language/format.ts'
import { frameworkTexts } from '../../language/pages/framework.ts'
import { versionTexts } from '../../language/pages/framework-versions.ts'
import { addressOf, type Refused } from '../../web/widgets/client.ts'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import { PageLink } from '../../web/widgets/links.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { SaveState } from '../../web/widgets/save-state.tsx'
import { frameworkRoutes } from './contract.ts'
import type { FrameworkView } from './framework-shapes.ts'
import { DraftActs } from './draft-acts.tsx'
import { FrameworkSheet } from './framework-sheet.tsx'
import { DraftContext, useDraftState } from './use-draft.ts'

/** One framework: a draft to be settled and put in force, or what is in force. */
export const FrameworkPage = () => {
  const { frameworkId } = useParams({ from: '/bo-tieu-chi/$frameworkId' })
  // Another framework is another page: nothing typed in one may reach the other.
  return <OneFramework key={frameworkId} frameworkId={frameworkId} />
}

const OneFramework = ({ frameworkId }: { readonly frameworkId: string }) => {
  const draft = useDraftState(frameworkId)
  const { view } = draft
  if (!view) return <Loaded call={draft.read}>{() => null}</Loaded>
  return (
    <DraftContext value={{ view, edit: draft.edit }}>
      <PageLink to="/bo-tieu-chi">{frameworkTexts.back}</PageLink>
      <PageTitle
        under={<Under view={view} />}
        actions={
          <>
            <DraftActs draft={draft} />
            {view.canChange && <SaveState state={draft.saving} />}
          </>
        }
      >
        {view.title || frameworkTexts.list.unnamed}
      </PageTitle>
      {draft.refused && <Refusal refused={draft.refused} onReload={() => void draft.reload()} />}
      {view.status === 'inForce' && <InForce view={view} />}
      <FrameworkSheet />
    </DraftContext>
  )
}

const Under = ({ view }: { readonly view: FrameworkView }) => (
  <Group gap="sm">
    <Badge color={view.status === 'draft' ? 'yellow' : 'green'}>
      {view.status === 'draft' ? frameworkTexts.draft : frameworkTexts.inForce}
    </Badge>
    {!view.canChange && view.status === 'inForce' && (
      <Badge color="gray" variant="outline">
        {frameworkTexts.readOnly}
      </Badge>
    )}
    <span>
      {[
        view.decision.number && frameworkTexts.ofDecision(view.decision.number, formatDate(view.decision.date), view.decision.issuer),
        view.year > 0 && frameworkTexts.ofYear(view.year),
        view.unitGroup && frameworkTexts.forGroup(view.unitGroup),
      ]
        .filter(Boolean)
        .join(' · ')}
    </span>
    {view.basedOn && (
      <span>
        {view.isAmendment ? versionTexts.amends : versionTexts.basedOn}:{' '}
        <PageLink to="/bo-tieu-chi/$frameworkId" params={{ frameworkId: view.basedOn.id }}>
          {[view.basedOn.title, versionTexts.ofYear(view.basedOn.year, view.basedOn.decisionNumber)].join(', ')}
        </PageLink>
      </span>
    )}
  </Group>
)

/** A conflict offers the newer draft; what was typed stays in its cell. Refusals of single cells are told there. */
const Refusal = ({ refused, onReload }: { readonly refused: Refused; readonly onReload: () => void }) => {
  const isConflict = refused.problems.some(({ code }) => code === 'changedMeanwhile' || code === 'frameworkInForce' || code === 'notFound')
  if (!isConflict) return refused.status === 422 ? null : <ErrorState refused={refused} />
  return (
    <Alert color="yellow" role="alert" title={frameworkTexts.conflict.title} mb="md">
      <Stack gap="xs" align="flex-start">
        {refused.problems.map(({ code, message }) => (
          <Text key={code}>{message}</Text>
        ))}
        <Text size="sm">{frameworkTexts.conflict.kept}</Text>
        <Button variant="default" onClick={onReload}>
          {frameworkTexts.conflict.reload}
        </Button>
      </Stack>
    </Alert>
  )
}

const InForce = ({ view }: { readonly view: FrameworkView }) => (
  <Alert color="green" mb="md">
    <Text>{frameworkTexts.force.done(formatDate(view.inForceFrom ?? ''))}</Text>
    <Text size="sm" c="gray.8" style={{ overflowWrap: 'anywhere' }}>
      {frameworkTexts.force.hash}: {view.hash}
    </Text>
    <Anchor href={addressOf(frameworkRoutes.file, { params: { frameworkId: view.id } })} download>
      {frameworkTexts.acts.file}
    </Anchor>
  </Alert>
)
