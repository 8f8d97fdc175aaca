import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { frameworkTexts } from '../../language/pages/framework.ts'
import { versionTexts } from '../../language/pages/framework-versions.ts'
import { addressOf } from '../../web/widgets/client.ts'
import { Confirm } from '../../web/widgets/confirm.tsx'
import { LinkButton } from '../../web/widgets/links.tsx'
import { useChange } from '../../web/widgets/use-call.ts'
import { frameworkRoutes } from './contract.ts'
import { DeriveDialog } from './versions/derive-dialog.tsx'
import { PutInForceDialog } from './put-in-force-dialog.tsx'
import { useGo } from './use-go.ts'
import { useDraft, type useDraftState } from './use-draft.ts'

const words = frameworkTexts.acts

/** What can be done with a framework as a whole. */
export const DraftActs = ({ draft }: { readonly draft: ReturnType<typeof useDraftState> }) => {
  const { view } = useDraft()
  const [isDeriving, setDeriving] = useState(false)
  const [isForcing, setForcing] = useState(false)
  const [isRemoving, setRemoving] = useState(false)
  const go = useGo()
  const params = { frameworkId: view.id }
  const proposed = view.rows.filter(({ proposal }) => proposal && !proposal.isRefused).length
  return (
    <>
      <LinkButton variant={proposed > 0 ? 'light' : 'default'} to="/bo-tieu-chi/$frameworkId/cach-tinh" params={params}>
        {words.rules(view.canChange ? proposed : 0)}
      </LinkButton>
      <LinkButton variant="default" to="/bo-tieu-chi/$frameworkId/so-sanh" params={params}>
        {versionTexts.compare}
      </LinkButton>
      {view.status === 'inForce' && view.canDerive && (
        <>
          <Button variant="default" onClick={() => setDeriving(true)}>
            {versionTexts.make}
          </Button>
          <DeriveDialog isOpen={isDeriving} onClose={() => setDeriving(false)} />
        </>
      )}
      {view.canChange && (
        <Button variant="default" disabled={view.steps === 0} onClick={() => void draft.undo()}>
          {words.undo}
        </Button>
      )}
      {view.sourceName && (
        <Button component="a" variant="default" href={addressOf(frameworkRoutes.source, { params })} download>
          {words.source}
        </Button>
      )}
      {view.canChange && (
        <>
          <Button variant="default" onClick={() => setRemoving(true)}>
            {words.remove}
          </Button>
          <Button onClick={() => setForcing(true)}>{words.putInForce}</Button>
          <PutInForceDialog
            isOpen={isForcing}
            onClose={() => setForcing(false)}
            onGo={(at) => {
              setForcing(false)
              go(at)
            }}
            onAct={draft.putInForce}
          />
          <RemoveDialog isOpen={isRemoving} onClose={() => setRemoving(false)} />
        </>
      )}
    </>
  )
}

const RemoveDialog = ({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) => {
  const { view } = useDraft()
  const navigate = useNavigate()
  const remove = useChange(frameworkRoutes.remove, { refreshes: [frameworkRoutes.list] })
  const act = async (): Promise<void> => {
    const outcome = await remove.run({ params: { frameworkId: view.id }, ifMatch: view.version })
    if (outcome.ok) await navigate({ to: '/bo-tieu-chi' })
  }
  return (
    <Confirm
      isOpen={isOpen}
      title={frameworkTexts.removeDialog.title}
      act={words.remove}
      onAct={() => void act()}
      onClose={onClose}
      isRunning={remove.isRunning}
      refused={remove.refused}
      isFinal
    >
      {frameworkTexts.removeDialog.text(view.title)}
    </Confirm>
  )
}
