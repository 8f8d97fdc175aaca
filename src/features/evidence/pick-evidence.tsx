import { Button, Modal, SegmentedControl, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { evidenceTexts } from '../../language/pages/evidence.ts'
import { widgetTexts } from '../../language/pages/widgets.ts'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { SearchBox } from '../../web/widgets/search-box.tsx'
import { useCall } from '../../web/widgets/use-call.ts'
import { evidenceRoutes } from './contract.ts'
import { evidenceTitle } from './describe.ts'
import classes from './evidence.module.css'
import { EvidenceItem } from './evidence-item.tsx'

interface Props {
  readonly unitId: string
  readonly usedIds: readonly string[]
  readonly onPick: (evidenceId: string) => void
  readonly onClose: () => void
}

/** A document that is already in the register proves a further criterion: nothing is uploaded twice. */
export const PickEvidence = ({ unitId, usedIds, onPick, onClose }: Props) => {
  const [search, setSearch] = useState('')
  const lent = useCall(evidenceRoutes.register, { params: { unitId }, query: { search: '', of: 'lent', limit: 1 } })
  const [of, setOf] = useState<'own' | 'lent'>('own')
  const query = { search, limit: 20, ...(of === 'lent' && { of }) }
  const found = useCall(evidenceRoutes.register, { params: { unitId }, query })
  return (
    <Modal opened onClose={onClose} title={evidenceTexts.pickTitle} size="lg" closeButtonProps={{ 'aria-label': widgetTexts.close }}>
      <Stack gap="sm">
        {(lent.value?.total ?? 0) > 0 && (
          <SegmentedControl
            aria-label={evidenceTexts.whose}
            data={[
              { value: 'own', label: evidenceTexts.own },
              { value: 'lent', label: evidenceTexts.lent },
            ]}
            value={of}
            onChange={(value) => setOf(value === 'lent' ? 'lent' : 'own')}
          />
        )}
        <SearchBox value={search} onChange={setSearch} label={evidenceTexts.searchLabel} hint={evidenceTexts.searchHint} />
        <Loaded call={found}>
          {({ evidence }) =>
            evidence.length === 0 ? (
              <Text c="gray.7">{search ? evidenceTexts.noneFound(search) : evidenceTexts.noneAtAll}</Text>
            ) : (
              <ul className={classes.list}>
                {evidence.map((each) => (
                  <EvidenceItem key={each.id} evidence={each} place={{ unitId }}>
                    {usedIds.includes(each.id) ? (
                      <Text size="sm" c="gray.7">
                        {evidenceTexts.alreadyUsed}
                      </Text>
                    ) : (
                      <Button size="compact-sm" onClick={() => onPick(each.id)} aria-label={evidenceTexts.pickThis(evidenceTitle(each))}>
                        {evidenceTexts.use}
                      </Button>
                    )}
                  </EvidenceItem>
                ))}
              </ul>
            )
          }
        </Loaded>
      </Stack>
    </Modal>
  )
}
