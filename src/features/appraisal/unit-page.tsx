import { Alert } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { parseFramework } from '../../core/framework/parse-framework.ts'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { useCall } from '../../web/widgets/use-call.ts'
import { appraisalRoutes } from './contract.ts'
import type { RenderEvidence } from './render-evidence.ts'
import type { UnitAppraisal } from './shapes.ts'
import { UnitSheet } from './sheet/unit-sheet.tsx'

/** The appraisal of one unit. */
export const UnitAppraisalPage = ({ renderEvidence }: { readonly renderEvidence: RenderEvidence }) => {
  const params = useParams({ from: '/tham-dinh/$cycleId/$unitId' })
  const appraisal = useCall(appraisalRoutes.unit, { params })
  return (
    <Loaded call={appraisal}>
      {(value) => <ReadFramework key={`${params.cycleId}/${params.unitId}`} appraisal={value} renderEvidence={renderEvidence} />}
    </Loaded>
  )
}

const ReadFramework = ({ appraisal, renderEvidence }: { readonly appraisal: UnitAppraisal; readonly renderEvidence: RenderEvidence }) => {
  const framework = useMemo(() => parseFramework(appraisal.framework), [appraisal.framework])
  if (!framework.ok) return <Alert color="red">{framework.problems.map(({ code }) => code).join(', ')}</Alert>
  return <UnitSheet appraisal={appraisal} framework={framework.value} renderEvidence={renderEvidence} />
}
