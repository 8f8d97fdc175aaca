import { selfAssessmentRoutes } from '../contract.ts'
import { partRoutes } from '../parts-contract.ts'

/** What looks otherwise once a part has moved on. */
export const readsOfParts = [partRoutes.parts, selfAssessmentRoutes.sheet, selfAssessmentRoutes.own]
