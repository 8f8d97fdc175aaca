import { z } from 'zod'
import { copiesShape, copyBody, maxCopyBytes } from '../../../contract/copy-shapes.ts'
import { route } from '../../../contract/route.ts'
import { id } from '../../../contract/shapes.ts'

const ofCycle = z.object({ cycleId: id })
const path = '/api/cycles/:cycleId/publication-copies'

/** The results on paper: given out to be signed before they are published, taken back, shown to whoever reads results. */
export const publicationCopyRoutes = {
  copies: route({
    method: 'GET',
    path,
    act: 'readResults',
    about: 'cycle',
    summary: 'What the cycle asks for before publishing, the hash of the results as they stand, and the signed or stamped copies',
    params: ofCycle,
    reply: copiesShape,
  }),
  form: route({
    method: 'GET',
    path: `${path}/form`,
    act: 'publish',
    about: 'cycle',
    summary: 'The results as a PDF that carries their hash, to be signed',
    params: ofCycle,
    reply: 'file',
  }),
  add: route({
    method: 'POST',
    path,
    act: 'publish',
    about: 'cycle',
    summary: 'Hand in the signed PDF, whose signatures are checked, or the scanned stamped copy, of the results as they stand',
    params: ofCycle,
    body: copyBody,
    upload: { maxBytes: maxCopyBytes },
    reply: copiesShape,
  }),
  file: route({
    method: 'GET',
    path: `${path}/:copyId/file`,
    act: 'readResults',
    about: 'cycle',
    summary: 'The file of a signed or stamped copy, exactly as it came',
    params: ofCycle.extend({ copyId: id }),
    reply: 'file',
  }),
}
