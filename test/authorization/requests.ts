import { randomUUID } from 'node:crypto'

/** A route of the interface description. */
export interface DescribedRoute {
  readonly method: string
  readonly path: string
  readonly act: string
  readonly about: 'authority' | 'unit' | 'cycle' | 'cycleUnit'
  readonly isUpload: boolean
}

interface Description {
  readonly paths: Record<string, Record<string, { 'x-act': string; 'x-about': string; requestBody?: { content: Record<string, unknown> } }>>
}

/** Every route that needs a sign-in, from `/api/openapi.json`. */
export const routesOf = ({ paths }: Description): readonly DescribedRoute[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => operation['x-act'] !== 'anyone')
      .map(([method, operation]) => ({
        method: method.toUpperCase(),
        path,
        act: operation['x-act'],
        about: operation['x-about'] as DescribedRoute['about'],
        isUpload: operation.requestBody?.content['multipart/form-data'] !== undefined,
      })),
  )

const day = '2026-12-31'
const nobody = randomUUID()

/** Bodies of the right shape that get past the reading of the request; most name something that is not there, so that little is ever changed. */
const bodies: Readonly<Record<string, unknown>> = {
  'POST /api/session/password': { current: 'sai', next: 'mat-khau-moi-dai' },
  'POST /api/units': { units: [{ code: 'so-1', name: 'Đã có', kind: 'specializedAgency' }] },
  'POST /api/people': { name: 'Người mới', signInName: 'nguoi.moi', role: 'unitOfficer', unitId: nobody },
  'POST /api/people/{personId}/grants': { role: 'leader' },
  'POST /api/people/{personId}/grants/{grantId}/hand-over': { toPersonId: nobody, from: day, until: day, reason: 'Đi công tác' },
  'POST /api/units/{unitId}/people/{personId}/grants/{grantId}/hand-over': {
    toPersonId: nobody,
    from: day,
    until: day,
    reason: 'Đi công tác',
  },
  'POST /api/people/slips': { people: [{ personId: nobody, version: 1 }] },
  'PATCH /api/units/{unitId}': { code: 'so-2' },
  'POST /api/units/{unitId}/close': { on: '2000-01-01' },
  'POST /api/units/successions': { predecessors: [{ unitId: nobody, version: 1 }], successors: [nobody], since: day },
  'POST /api/session/second-factor': { password: 'sai' },
  'POST /api/session/second-factor/confirm': { code: '000000' },
  'POST /api/session/second-factor/end': { password: 'sai' },
  'PUT /api/people/{personId}/active': { active: true },
  'PATCH /api/frameworks/{frameworkId}': { edits: [{ kind: 'removeRow', at: '9' }] },
  'POST /api/frameworks/{frameworkId}/derive': { derivation: 'nextYear' },
  'POST /api/frameworks/{frameworkId}/put-in-force': { inForceFrom: day },
  'POST /api/cycles': { year: 2027, title: 'Kỳ mới', frameworks: [{ frameworkId: nobody, unitGroup: 'so-nganh' }] },
  'PATCH /api/cycles/{cycleId}': { title: 'Tên khác' },
  'POST /api/cycles/{cycleId}/rehearsal/delete': { title: 'Tên khác' },
  'POST /api/cycles/{cycleId}/framework-moves': { unitGroup: 'so-nganh', frameworkId: nobody, reason: 'Sửa đổi' },
  'POST /api/cycles/{cycleId}/units/{unitId}/return': { reason: 'Thiếu tài liệu' },
  'PATCH /api/cycles/{cycleId}/units/{unitId}/self-assessment/scores': {
    claims: [{ nodeId: '1.1', version: 7, status: 'scored', points: '1' }],
  },
  'POST /api/cycles/{cycleId}/units/{unitId}/self-assessment/submit': {},
  'PUT /api/cycles/{cycleId}/units/{unitId}/self-assessment/absences/{nodeId}': { reason: 'Không phát sinh văn bản' },
  'POST /api/cycles/{cycleId}/units/{unitId}/self-assessment/parts/{divisionId}/finish': { isFinished: true },
  'POST /api/cycles/{cycleId}/units/{unitId}/self-assessment/parts/{divisionId}/return': { reason: 'Thiếu tài liệu' },
  'POST /api/cycles/{cycleId}/units/{unitId}/self-assessment/parts/{divisionId}/merge': {},
  'POST /api/cycles/{cycleId}/units/{unitId}/nodes/{nodeId}/questions': { circle: 'appraisal', text: 'Cần tài liệu nào?' },
  'POST /api/cycles/{cycleId}/units/{unitId}/questions/{questionId}/messages': { text: 'Kế hoạch năm' },
  'PATCH /api/units/{unitId}/evidence/{evidenceId}': { title: 'Tên khác' },
  'POST /api/units/{unitId}/evidence': { secrecy: 'secret' },
  'POST /api/units/{unitId}/evidence/{evidenceId}/files': { uploadId: nobody, copy: 'signedCopy' },
  'PUT /api/units/{unitId}/evidence/{evidenceId}/share': { isShared: true },
  'PUT /api/units/{unitId}/facts/{year}/share': { facts: [{ key: 'oneStop.files', version: 1 }], isShared: true },
  'PUT /api/units/{unitId}/evidence/{evidenceId}/publicity': { isPublic: false },
  'POST /api/guidance/{guidanceId}/withdraw': { reason: 'Nhầm' },
  'POST /api/units/{unitId}/uploads': { fileName: 'a.pdf', size: 1, fingerprint: 'a', secrecy: 'secret' },
  'PATCH /api/cycles/{cycleId}/units/{unitId}/appraisal': { decisions: [{ nodeId: '9.9', version: 0, status: 'missing' }] },
  'POST /api/cycles/{cycleId}/units/{unitId}/appraisal/accept-claims': { preview: true },
  'POST /api/cycles/{cycleId}/units/{unitId}/appraisal/reopen': { reason: 'Sót tài liệu' },
  'POST /api/cycles/{cycleId}/units/{unitId}/extensions': {
    subject: 'explanation',
    deadline: { kind: 'through', date: '2020-01-01' },
    reason: 'Mưa lũ',
  },
  'PATCH /api/cycles/{cycleId}/units/{unitId}/explanation': { answers: [{ nodeId: '9.9', version: 0, answer: 'agreed' }] },
  'POST /api/cycles/{cycleId}/units/{unitId}/explanation/withdraw': { nodeId: '9.9', version: 0 },
  'PUT /api/cycles/{cycleId}/units/{unitId}/explanation/requests': { nodeId: '9.9', version: 0, text: 'Nêu rõ' },
  'POST /api/cycles/{cycleId}/end-explanations': {},
  'PUT /api/cycles/{cycleId}/councils': {
    kind: 'team',
    decisionNumber: '1/QĐ',
    decidedOn: day,
    version: 7,
    members: [{ personId: nobody, role: 'member' }],
  },
  'POST /api/cycles/{cycleId}/assignments': { personIds: [nobody], unitGroup: 'so-nganh' },
  'POST /api/cycles/{cycleId}/assignments/take-back': { ids: [nobody] },
  'POST /api/cycles/{cycleId}/interests': { unitId: nobody, reason: 'Người nhà' },
  'POST /api/cycles/{cycleId}/interests/waive': { personId: nobody, unitId: nobody, reason: 'Chỉ ghi biên bản' },
  'POST /api/cycles/{cycleId}/units/{unitId}/council-decisions': {
    nodeId: '9.9',
    version: 0,
    status: 'scored',
    points: '1',
    reason: 'Thống nhất',
    votesFor: 1,
    votesAgainst: 0,
    abstained: 0,
  },
  'POST /api/cycles/{cycleId}/finish-council': {},
  'POST /api/cycles/{cycleId}/close-appraisal': { acceptsUnsubmitted: true },
  'POST /api/cycles/{cycleId}/publications': { title: 'Công bố', isPublic: false, corrects: { id: nobody, reason: 'Sửa' } },
  'POST /api/publications/{publicationId}/robustness': { noise: 25 },
  'PATCH /api/units/{unitId}/facts/{year}': { changes: [{ key: 'dialogue.held', value: '1', version: 9 }] },
  'POST /api/fact-profiles': { name: 'Nguồn', unitColumn: 'Mã', columns: { 'Tiếp nhận': 'oneStop.files' }, decimal: ',' },
  'PUT /api/fact-profiles/{profileId}': { name: 'Nguồn', unitColumn: 'Mã', columns: { 'Tiếp nhận': 'oneStop.files' }, decimal: ',' },
  'PATCH /api/cycles/{cycleId}/units/{unitId}/panel-marks': { marks: [{ nodeId: '9.9', version: 0, mark: '1' }] },
  'POST /api/surveys': { title: 'Khảo sát', questionnaire: {} },
  'PUT /api/surveys/{surveyId}': { title: 'Khảo sát', questionnaire: {} },
  'PUT /api/surveys/{surveyId}/strata': { strata: [{ unitId: nobody }] },
  'PUT /api/surveys/{surveyId}/respondents': { respondents: [{ unitCode: 'X', name: 'Nguyễn Văn A' }] },
  'POST /api/surveys/{surveyId}/draw': { seed: '2026' },
  'POST /api/surveys/{surveyId}/invitations': { again: false },
  'POST /api/surveys/{surveyId}/papers': { unitId: nobody, number: '1', typed: {} },
  'PUT /api/surveys/{surveyId}/words/{wordsId}': {},
  'POST /api/survey-previews': { questionnaire: {}, as: 'paper' },
  'POST /api/surveys/{surveyId}/points': { preview: true },
  'POST /api/surveys/{surveyId}/links': { unitId: nobody, channel: 'link' },
  'POST /api/scenarios': { cycleId: nobody, group: 'so-nganh', name: 'Thử', edits: [] },
  'PUT /api/scenarios/{scenarioId}': { name: 'Thử', edits: [] },
  'POST /api/units/{unitId}/trials/{publicationId}/place': { edits: [] },
  'POST /api/units/{unitId}/petitions': { publicationId: nobody, nodeIds: [], request: 'Xem lại' },
  'PATCH /api/cycles/{cycleId}/units/{unitId}/assignment': { rows: [{ nodeIds: ['9.9'], duty: 'lead' }] },
  'PUT /api/units/{unitId}/duties': { cycleId: nobody, nodeIds: ['9.9'], personIds: [] },
  'PUT /api/cycles/{cycleId}/calendar': { steps: [] },
  'POST /api/cycles/{cycleId}/calendar/link/renew': {},
  'PUT /api/holidays': { year: 2027, days: [{ day: '2027-01-01', name: 'Tết Dương lịch', isWorked: false }] },
  'POST /api/cycles/{cycleId}/units/{unitId}/inspections': { isAnnounced: true, plannedOn: day, team: [], findings: [] },
  'PUT /api/cycles/{cycleId}/units/{unitId}/inspections/{inspectionId}': { isAnnounced: true, plannedOn: day, team: [], findings: [] },
  'PUT /api/publications/{publicationId}/conference': { heldOn: day, conclusions: 'Kết luận', tasks: [] },
  'PUT /api/reason-phrases': { phrases: [] },
  'PUT /api/cycles/{cycleId}/council-meetings/{number}': { heldOn: day, began: '08:00', place: 'Phòng họp' },
  'POST /api/cycles/{cycleId}/second-looks': { size: 5 },
  'POST /api/cycles/{cycleId}/calibrations': {
    title: 'Chấm thử',
    group: 'không có',
    units: { draw: 1 },
    leaves: { draw: 1 },
    personIds: [nobody, randomUUID()],
  },
  'PUT /api/cycles/{cycleId}/calibrations/{calibrationId}/points': {
    points: [{ unitId: nobody, nodeId: '9.9', version: 0, points: '1' }],
  },
  'POST /api/cycles/{cycleId}/calibrations/{calibrationId}/stage': { to: 'shown' },
  'POST /api/cycles/{cycleId}/joint-acceptances/preview': {},
  'POST /api/cycles/{cycleId}/joint-acceptances': { seen: 'không' },
  'POST /api/cycles/{cycleId}/joint-acceptances/{acceptanceId}/take-back': {},
  'PUT /api/cycles/{cycleId}/units/{unitId}/second-looks/{lookId}': { nodeId: '9.9', version: 1, verdict: 'agrees' },
  'POST /api/cycles/{cycleId}/reminders': { unitIds: [nobody], message: 'Đề nghị nộp', preview: true },
  'POST /api/notices/read': { ids: [] },
  'POST /api/legal-documents': { kind: 'plan', title: 'Kế hoạch' },
  'PUT /api/legal-documents/{documentId}': { kind: 'plan', title: 'Kế hoạch' },
  'POST /api/units/{unitId}/legal-documents': { kind: 'plan', title: 'Kế hoạch' },
  'PUT /api/units/{unitId}/legal-documents/{documentId}': { kind: 'plan', title: 'Kế hoạch' },
  'POST /api/indexes': { code: 'PAPI', name: 'PAPI', source: 'UNDP', scaleTo: '80' },
  'PUT /api/indexes/{indexId}': { code: 'PAPI', name: 'PAPI', source: 'UNDP', scaleTo: '80' },
  'PUT /api/indexes/{indexId}/values': { year: 2022, value: '43.2', source: 'UNDP', seen: 0 },
  'PUT /api/cycles/{cycleId}/index': { indexId: nobody },
  'POST /api/standing-bodies': { kind: 'team', name: 'Tổ', members: [] },
  'PUT /api/standing-bodies/{bodyId}': { kind: 'team', name: 'Tổ', members: [] },
  'POST /api/units/{unitId}/charges': { role: 'officer', name: 'Nguyễn Văn A', personId: nobody },
  'PUT /api/units/{unitId}/charges/{chargeId}': { role: 'officer', name: 'Nguyễn Văn A' },
  'POST /api/papers': { kind: 'guidance' },
  'PUT /api/papers/{paperId}': { details: {}, facts: {}, bases: [] },
  'POST /api/papers/{paperId}/issue': { number: 1, issuedOn: '2026-11-03' },
  'PUT /api/papers/{paperId}/posting': { isPosted: true },
  'PUT /api/paper-templates/use': { kind: 'guidance', templateVersion: 1 },
  'POST /api/units/{unitId}/papers': { kind: 'scoreSheet' },
  'PUT /api/units/{unitId}/papers/{paperId}': { details: {}, facts: {}, bases: [] },
  'POST /api/units/{unitId}/papers/{paperId}/issue': { number: 1, issuedOn: '2026-11-03' },
  'POST /api/reports': { year: 2026, demands: [{ kind: 'reform', period: 'adHoc', title: 'Báo cáo', dueOn: day }] },
  'PUT /api/reports/{demandId}': { dueOn: day },
  'PUT /api/units/{unitId}/reports/{demandId}': { figures: {} },
  'PUT /api/units/{unitId}/reports/{demandId}/sending': { signedCopyAt: '2026-03-15T16:30' },
  'POST /api/paper-batches': { paperId: nobody, format: 'docx' },
  'POST /api/units/{unitId}/improvement-plans': { title: 'Kế hoạch', actionYear: 2027, from: { kind: 'past', year: 2020 } },
  'PUT /api/units/{unitId}/improvement-plans/{planId}/parts': { strengths: [] },
  'PUT /api/units/{unitId}/past-results/{year}': { areas: [{ id: '1', name: 'Chỉ đạo' }] },
  'POST /api/units/{unitId}/improvement-plans/{planId}/approval': { on: day },
  'POST /api/units/{unitId}/improvement-plans/{planId}/progress': { taskId: 't1', state: 'done', share: 100 },
  'POST /api/units/{unitId}/improvement-plans/{planId}/difficulties': { by: 'Văn phòng', text: 'Thiếu người' },
  'PUT /api/units/{unitId}/improvement-plans/{planId}/steps': { taskId: 't1', steps: [] },
  'PUT /api/cycles/{cycleId}/budget': { lines: [], financeUnitId: nobody },
  'POST /api/units/{unitId}/cycle-budgets/{cycleId}/appraisal': { decisions: [], opinion: 'Theo khả năng ngân sách' },
  'PUT /api/improvement-recommendations/{planId}/{recommendationId}': { outcome: 'declined', text: 'Chưa phù hợp' },
  'POST /api/petitions/{petitionId}/answer': { outcome: 'rejected', text: 'Đúng quy định' },
  'POST /api/cycles/{cycleId}/publications/{publicationId}/publicity': { isPublic: true },
}
const queries: Readonly<Record<string, string>> = {
  '/api/results/comparison': '?columns=',
  '/api/publications/{publicationId}/criterion': '?node=1.1',
  '/api/cycles/{cycleId}/criterion': '?node=1.1',
  '/api/cycles/{cycleId}/units/{unitId}/appraisal/comparison': '?node=1.1',
  '/api/publications/{publicationId}/bundle': '?group=so-nganh',
  '/api/paper-templates/file': '?kind=guidance',
  '/api/paper-templates/preview': '?kind=guidance',
  '/api/papers/{paperId}/file': '?format=pdf',
  '/api/reports': '?year=2026',
  '/api/holidays': '?year=2026',
  '/api/units/{unitId}/reports': '?year=2026',
  '/api/units/{unitId}/papers/{paperId}/file': '?format=pdf',
  '/api/units/{unitId}/improvement-plans/{planId}/paper': '?kind=remedialPlan&format=docx',
  '/api/guidance-criteria': `?cycleId=${nobody}`,
  '/api/cycle-choices/units': '?group=so-nganh',
  '/api/cycles/{cycleId}/units/{unitId}/trace': '?node=1.1',
  '/api/publications/{publicationId}/units/{unitId}/trace': '?node=1.1',
}

const form = (path: string) =>
  [
    '--x',
    'content-disposition: form-data; name="secrecy"',
    '',
    'secret',
    ...Object.entries({
      year: '2026',
      seen: '0',
      preview: 'true',
      kind: path === '/api/guidance' ? 'guidance' : path.endsWith('copies') ? 'scan' : 'commune',
      ...(path === '/api/paper-templates/versions' && { kind: 'guidance' }),
      ...(path === '/api/guidance' && { title: 'Hướng dẫn', cycleId: nobody }),
      group: 'so-nganh',
      nodeId: '2.1',
      offset: '0',
      source: 'Nguồn',
    }).flatMap(([name, value]) => ['--x', `content-disposition: form-data; name="${name}"`, '', value]),
    '--x',
    'content-disposition: form-data; name="file"; filename="a.csv"',
    '',
    'a;b',
    '--x--',
    '',
  ].join('\r\n')

/** A request to a route about one unit of one cycle. */
export const requestTo = (route: DescribedRoute, at: { readonly cycleId: string; readonly unitId: string }) => {
  const ids: Record<string, string> = { ...at, nodeId: '1.1', year: '2026', subject: 'cycle', number: '1' }
  const url = route.path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? nobody) + (queries[route.path] ?? '')
  const body = bodies[`${route.method} ${route.path}`]
  return {
    method: route.method as 'GET',
    url,
    headers: {
      // A cycle that is asked to go is seen in another version, so that the next case still finds it.
      'if-match': route.method === 'DELETE' ? '"7"' : '"1"',
      'idempotency-key': randomUUID(),
      ...(route.isUpload && { 'content-type': 'multipart/form-data; boundary=x' }),
    },
    ...(route.isUpload ? { payload: form(route.path) } : body === undefined ? {} : { payload: body as object }),
  }
}
