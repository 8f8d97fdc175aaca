import { Alert } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { parseFramework } from '../../core/framework/parse-framework.ts'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { useCall } from '../../web/widgets/use-call.ts'
import { appraisalRoutes } from './contract.ts'
import type { RenderCopies, RenderEvidence } from './render-evidence.ts'
import type { UnitAppraisal } from './shapes.ts'
import { UnitSheet } from './sheet/unit-sheet.tsx'

/** What other features show here; the shell hands it in. */
interface Renders {
  readonly renderEvidence: RenderEvidence
  readonly renderCopies: RenderCopies
}

/** The appraisal of one unit. */
export const UnitAppraisalPage = (renders: Renders) => {
  const params = useParams({ from: '/tham-dinh/$cycleId/$unitId' })
  const appraisal = useCall(appraisalRoutes.unit, { params })
  return (
    <Loaded call={appraisal}>
      {(value) => <ReadFramework key={`${params.cycleId}/${params.unitId}`} appraisal={value} {...renders} />}
    </Loaded>
  )
}

const ReadFramework = ({ appraisal, ...renders }: Renders & { readonly appraisal: UnitAppraisal }) => {
  const framework = useMemo(() => parseFramework(appraisal.framework), [appraisal.framework])
  if (!framework.ok) return <Alert color="red">{framework.problems.map(({ code }) => code).join(', ')}</Alert>
  return <UnitSheet appraisal={appraisal} framework={framework.value} {...renders} />
}
