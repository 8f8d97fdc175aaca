import { Alert, Button, Group, Text } from '@mantine/core'
import { useNavigate, useParams } from '@tanstack/react-router'
import { ruleEditorTexts as words } from '../../../language/pages/rule-editor.ts'
import { ErrorState } from '../../../web/widgets/error-state.tsx'
import { PageLink } from '../../../web/widgets/links.tsx'
import { Loaded } from '../../../web/widgets/loaded.tsx'
import { PageTitle } from '../../../web/widgets/page-title.tsx'
import { SaveState } from '../../../web/widgets/save-state.tsx'
import { useAddress } from '../../../web/widgets/use-address.ts'
import { frameworkTexts } from '../../../language/pages/framework.ts'
import { DraftContext, useDraftState } from '../use-draft.ts'
import { LeafRule } from './leaf-rule.tsx'
import { RuleList } from './rule-list.tsx'

/** The ways of giving points of one framework: the list with what the print proposes, or one leaf with its rule. */
export const FrameworkRulesPage = () => {
  const { frameworkId } = useParams({ from: '/bo-tieu-chi/$frameworkId/cach-tinh' })
  return <Rules key={frameworkId} frameworkId={frameworkId} />
}

const Rules = ({ frameworkId }: { readonly frameworkId: string }) => {
  const draft = useDraftState(frameworkId)
  const [at] = useAddress('dong')
  const navigate = useNavigate()
  // A leaf is a place of its own: the browser's way back leads to the list.
  const setAt = (id: string) => void navigate({ to: '.', search: (before: object) => ({ ...before, dong: id === '' ? undefined : id }) })
  const { view } = draft
  if (!view) return <Loaded call={draft.read}>{() => null}</Loaded>
  const leaves = view.rows.filter(({ isLeaf }) => isLeaf)
  const index = leaves.findIndex(({ id }) => id === at)
  const row = leaves[index]
  const step = (to: number) => {
    const next = leaves[to]
    return next && (() => setAt(next.id))
  }
  return (
    <DraftContext value={{ view, edit: draft.edit }}>
      <PageLink to="/bo-tieu-chi/$frameworkId" params={{ frameworkId }}>
        {words.back}
      </PageLink>
      <PageTitle
        under={row ? `${words.title}. ${view.title}` : words.lead}
        actions={
          <>
            {view.canChange && (
              <Button variant="default" disabled={view.steps === 0} onClick={() => void draft.undo()}>
                {frameworkTexts.acts.undo}
              </Button>
            )}
            {view.canChange && <SaveState state={draft.saving} />}
          </>
        }
      >
        {row ? `${row.code} ${row.name}`.trim() : `${words.title}: ${view.title}`}
      </PageTitle>
      {draft.refused && draft.refused.status !== 422 && <ErrorState refused={draft.refused} />}
      {view.status === 'inForce' && (
        <Alert color="green" mb="md">
          <Text>{words.editor.readOnly}</Text>
        </Alert>
      )}
      {row && (
        <Group gap="xs" mb="md" className="no-print">
          <Button variant="default" size="compact-md" onClick={() => setAt('')}>
            {words.backToList}
          </Button>
          <StepButton onStep={step(index - 1)}>{words.editor.previous}</StepButton>
          <StepButton onStep={step(index + 1)}>{words.editor.next}</StepButton>
        </Group>
      )}
      {row ? <LeafRule key={`${row.id} ${JSON.stringify(row.rule)}`} row={row} onEnd={() => setAt('')} /> : <RuleList onOpen={setAt} />}
    </DraftContext>
  )
}

const StepButton = ({ onStep, children }: { readonly onStep: (() => void) | undefined; readonly children: string }) => (
  <Button variant="default" size="compact-md" disabled={!onStep} onClick={onStep}>
    {children}
  </Button>
)
