import { describe, expect, it } from 'vitest'
import type { RouteContract } from '../src/contract/route.ts'
import { type Role, roles } from '../src/core/vocabulary.ts'
import { appraisalRoutes } from '../src/features/appraisal/contract.ts'
import { explanationRoutes } from '../src/features/appraisal/explanation-contract.ts'
import { assignmentRoutes } from '../src/features/assignment/contract.ts'
import { cycleRoutes } from '../src/features/cycle/contract.ts'
import { evidenceRoutes } from '../src/features/evidence/contract.ts'
import { factRoutes } from '../src/features/facts/contract.ts'
import { frameworkRoutes } from '../src/features/framework/contract.ts'
import { guidanceRoutes } from '../src/features/guidance/contract.ts'
import { homeRoutes } from '../src/features/home/contract.ts'
import { improvementRoutes } from '../src/features/improvement/contract.ts'
import { indexRoutes } from '../src/features/indexes/contract.ts'
import { bodyRoutes } from '../src/features/legal-basis/bodies/contract.ts'
import { legalBasisRoutes } from '../src/features/legal-basis/contract.ts'
import { measuredRoutes } from '../src/features/measured/contract.ts'
import { organisationRoutes } from '../src/features/organisation/contract.ts'
import { ownPapersRoutes, papersRoutes } from '../src/features/papers/contract.ts'
import { ownReportRoutes, reportRoutes } from '../src/features/papers/periodic/contract.ts'
import { petitionRoutes } from '../src/features/publication/petition-contract.ts'
import { peopleRoutes } from '../src/features/organisation/people-contract.ts'
import { publicationRoutes } from '../src/features/publication/contract.ts'
import { questionRoutes } from '../src/features/questions/contract.ts'
import { resultsRoutes } from '../src/features/results/contract.ts'
import { selfAssessmentRoutes } from '../src/features/self-assessment/contract.ts'
import { surveyRoutes } from '../src/features/survey/contract.ts'
import { policyTable } from '../src/platform/policy/policy-table.ts'
import { placeGroups, places } from '../src/web/shell/places.ts'

/** What the page behind each line of the menu reads first. */
const firstReads: Readonly<Record<string, RouteContract>> = {
  '/': homeRoutes.home,
  '/bo-tieu-chi': frameworkRoutes.list,
  '/ky-danh-gia': cycleRoutes.list,
  '/tu-danh-gia': selfAssessmentRoutes.own,
  '/viec-duoc-giao': assignmentRoutes.duties,
  '/giai-trinh': explanationRoutes.list,
  '/hoi-dap': questionRoutes.list,
  '/so-lieu': factRoutes.register,
  '/huong-dan': guidanceRoutes.list,
  '/tai-lieu': evidenceRoutes.register,
  '/tham-dinh': appraisalRoutes.cycles,
  '/diem-lanh-dao': measuredRoutes.panels,
  '/chi-so': indexRoutes.list,
  '/chi-so-ngoai': measuredRoutes.externalCycles,
  '/dieu-tra': surveyRoutes.list,
  '/ket-qua': resultsRoutes.overview,
  '/cong-bo': publicationRoutes.publications,
  '/kien-nghi': petitionRoutes.list,
  '/cai-thien': improvementRoutes.overview,
  '/nguoi-cua-don-vi': peopleRoutes.unitPeople,
  '/bao-cao': reportRoutes.demands,
  '/van-ban': papersRoutes.register,
  '/can-cu': legalBasisRoutes.register,
  '/ban-chi-dao': bodyRoutes.list,
  '/quan-tri': organisationRoutes.units,
}
/** What units read there instead: what is their own. */
const ownReads: Readonly<Record<string, RouteContract>> = {
  '/kien-nghi': petitionRoutes.own,
  '/bao-cao': ownReportRoutes.list,
  '/van-ban': ownPapersRoutes.register,
  '/cai-thien': improvementRoutes.home,
}
/** A list of cycles is open to everybody; what its lines lead to is not. */
const thenReads: Readonly<Record<string, RouteContract>> = { '/ky-danh-gia': cycleRoutes.detail, '/tham-dinh': appraisalRoutes.workList }

const maySomewhere = (role: Role, { act }: RouteContract): boolean =>
  act === 'anyone' || policyTable.some((line) => line.roles.includes(role) && line.acts.includes(act))
const rolesOf = (shown: readonly Role[] | 'all'): readonly Role[] => (shown === 'all' ? roles : shown)

describe('the menu', () => {
  it('shows nobody a place whose first read the policy refuses', () => {
    for (const { to, roles: shown } of places) {
      const reads = [firstReads[to], thenReads[to]].filter((each) => each !== undefined)
      expect(reads.length, to).toBeGreaterThan(0)
      for (const role of rolesOf(shown)) {
        const own = ownReads[to]
        if (own && maySomewhere(role, own)) continue
        for (const read of reads) expect(maySomewhere(role, read), `${role} at ${to}`).toBe(true)
      }
    }
  })

  it('stands in the order of the work', () => {
    const order = [
      '/',
      '/bo-tieu-chi',
      '/ky-danh-gia',
      '/tu-danh-gia',
      '/viec-duoc-giao',
      '/giai-trinh',
      '/tham-dinh',
      '/diem-lanh-dao',
      '/hoi-dap',
      '/so-lieu',
      '/tai-lieu',
      '/dieu-tra',
      '/ket-qua',
      '/cong-bo',
      '/kien-nghi',
      '/cai-thien',
      '/chi-so',
      '/chi-so-ngoai',
      '/bao-cao',
      '/van-ban',
      '/huong-dan',
      '/can-cu',
      '/ban-chi-dao',
      '/nguoi-cua-don-vi',
      '/quan-tri',
    ]
    expect(places.map(({ to }) => to)).toEqual(order)
    expect([...new Set(places.map(({ group }) => group))]).toEqual([...placeGroups])
  })
})
