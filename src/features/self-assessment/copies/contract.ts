import { z } from 'zod'
import { copiesShape, copyBody, maxCopyBytes } from '../../../contract/copy-shapes.ts'
import { route } from '../../../contract/route.ts'
import { id } from '../../../contract/shapes.ts'

const ofSheet = z.object({ cycleId: id, unitId: id })
const path = '/api/cycles/:cycleId/units/:unitId/self-assessment/copies'

/** The self-assessment on paper: given out to be signed or stamped, taken back, shown to whoever reads the sheet. */
export const submissionCopyRoutes = {
  copies: route({
    method: 'GET',
    path,
    act: 'readSelfAssessment',
    about: 'cycleUnit',
    summary: 'What the cycle asks for before submitting, the hash of the version that stands, and the signed or stamped copies',
    params: ofSheet,
    reply: copiesShape,
  }),
  form: route({
    method: 'GET',
    path: `${path}/form`,
    act: 'changeSelfAssessment',
    about: 'cycleUnit',
    summary: 'The self-assessment as a PDF that carries the hash of exactly this version, to be signed',
    params: ofSheet,
    reply: 'file',
  }),
  add: route({
    method: 'POST',
    path,
    act: 'changeSelfAssessment',
    about: 'cycleUnit',
    summary: 'Hand in the signed PDF, whose signatures are checked, or the scanned stamped copy, of the version that stands',
    params: ofSheet,
    body: copyBody,
    upload: { maxBytes: maxCopyBytes },
    reply: copiesShape,
  }),
  file: route({
    method: 'GET',
    path: `${path}/:copyId/file`,
    act: 'readSelfAssessment',
    about: 'cycleUnit',
    summary: 'The file of a signed or stamped copy, exactly as it came',
    params: ofSheet.extend({ copyId: id }),
    reply: 'file',
  }),
}
