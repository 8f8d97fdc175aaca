import type { ScoreSource } from '../../../core/vocabulary.ts'
import { labelsVi } from '../../../language/labels.vi.ts'
import { appraisalTexts } from '../../../language/pages/appraisal.ts'
import { Points } from '../../../web/widgets/figures.tsx'
import type { AppraisalLeaf } from '../shapes.ts'
import classes from './sheet.module.css'

/** What the unit claims for a leaf, and how many documents stand behind it. */
export const ClaimCell = ({ leaf, source }: { readonly leaf: AppraisalLeaf; readonly source: ScoreSource }) => {
  const { claim, evidence } = leaf
  if (source !== 'appraised') return <span className={classes.quiet}>{labelsVi.sources[source]}</span>
  if (!claim || claim.status === 'missing') return <span className={classes.quiet}>{appraisalTexts.notClaimed}</span>
  return (
    <>
      {claim.status === 'notApplicable' ? appraisalTexts.notApplicable : <Points value={claim.points} />}
      <span className={evidence ? classes.documents : classes.lacking}>{appraisalTexts.documents(evidence)}</span>
    </>
  )
}
