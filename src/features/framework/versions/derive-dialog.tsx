import { Radio, Stack, Text, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type Derivation, derivations } from '../../../core/framework/versions/derive-draft.ts'
import { versionTexts as words } from '../../../language/pages/framework-versions.ts'
import { Confirm } from '../../../web/widgets/confirm.tsx'
import { useChange } from '../../../web/widgets/use-call.ts'
import { frameworkRoutes } from '../contract.ts'
import { useDraft } from '../use-draft.ts'

/** Asks what the new version is for, makes it and goes there. */
export const DeriveDialog = ({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) => {
  const { view } = useDraft()
  const navigate = useNavigate()
  const derive = useChange(frameworkRoutes.derive, { refreshes: [frameworkRoutes.list] })
  const [derivation, setDerivation] = useState<Derivation>('nextYear')
  const [unitGroup, setUnitGroup] = useState(view.unitGroup)
  const act = async (): Promise<void> => {
    const body = { derivation, ...(derivation === 'local' && unitGroup.trim() !== '' && { unitGroup }) }
    const outcome = await derive.run({ params: { frameworkId: view.id }, body })
    if (!outcome.ok) return
    onClose()
    await navigate({ to: '/bo-tieu-chi/$frameworkId', params: { frameworkId: outcome.value.id } })
  }
  return (
    <Confirm
      isOpen={isOpen}
      title={words.makeTitle}
      act={words.derivations[derivation].act}
      onAct={() => void act()}
      onClose={onClose}
      isRunning={derive.isRunning}
      refused={derive.refused}
    >
      <Stack gap="sm">
        <Text>{words.makeText}</Text>
        <Radio.Group aria-label={words.makeTitle} value={derivation} onChange={(value) => setDerivation(value as Derivation)}>
          <Stack gap="sm">
            {derivations.map((each) => (
              <Radio key={each} value={each} label={words.derivations[each].act} description={words.derivations[each].what} />
            ))}
          </Stack>
        </Radio.Group>
        {derivation === 'local' && (
          <TextInput label={words.unitGroup} value={unitGroup} onChange={(event) => setUnitGroup(event.currentTarget.value)} />
        )}
      </Stack>
    </Confirm>
  )
}
