import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { rootRoute } from './root-route.tsx'

/** A page at an address, loaded when it is first opened: `page('/dia-chi', () => import('…/page.tsx').then((m) => m.ThePage))`. */
const page = <const Path extends string>(path: Path, load: () => Promise<ComponentType>) =>
  createRoute({
    getParentRoute: () => rootRoute,
    path,
    component: lazyRouteComponent(async () => ({ Page: await load() }), 'Page'),
  })

/** Every page of the application. One line each; append yours. */
export const routeTree = rootRoute.addChildren([
  page('/bo-tieu-chi', () => import('../../features/framework/page.tsx').then((module) => module.FrameworksPage)),
  page('/bo-tieu-chi/$frameworkId', () => import('./framework-with-grounds.tsx').then((module) => module.FrameworkWithGrounds)),
  page('/bo-tieu-chi/$frameworkId/cach-tinh', () =>
    import('../../features/framework/rule-editor/rules-page.tsx').then((module) => module.FrameworkRulesPage),
  ),
  page('/bo-tieu-chi/$frameworkId/so-sanh', () =>
    import('../../features/framework/versions/compare-page.tsx').then((module) => module.CompareFrameworksPage),
  ),
  page('/', () => import('./home-with-guidance.tsx').then((module) => module.HomeWithGuidance)),
  page('/quan-tri', () => import('../../features/organisation/page.tsx').then((module) => module.OrganisationPage)),
  page('/quan-tri/phieu-dang-nhap', () => import('../../features/organisation/slips-page.tsx').then((module) => module.SlipsPage)),
  page('/nguoi-cua-don-vi', () => import('../../features/organisation/unit-people-page.tsx').then((module) => module.UnitPeoplePage)),
  page('/kieu-mau', () => import('./widgets-page.tsx').then((module) => module.WidgetsPage)),
  page('/tai-lieu-api', () => import('./interface-page.tsx').then((module) => module.InterfacePage)),
  page('/tai-khoan', () => import('../../features/session/account-page.tsx').then((module) => module.AccountPage)),
  page('/ky-danh-gia', () => import('../../features/cycle/page.tsx').then((module) => module.CyclesPage)),
  page('/chi-so', () => import('../../features/indexes/page.tsx').then((module) => module.IndexesPage)),
  page('/ban-chi-dao', () => import('../../features/legal-basis/bodies/page.tsx').then((module) => module.BodiesPage)),
  page('/can-cu', () => import('../../features/legal-basis/page.tsx').then((module) => module.LegalBasisPage)),
  page('/can-cu/$documentId', () => import('../../features/legal-basis/document-page.tsx').then((module) => module.LegalDocumentPage)),
  page('/ky-danh-gia/$cycleId', () => import('./cycle-with-grounds.tsx').then((module) => module.CycleWithGrounds)),
  page('/kiem-tra/$cycleId', () =>
    import('../../features/appraisal/inspections/inspections-page.tsx').then((module) => module.InspectionsPage),
  ),
  page('/kiem-tra-don-vi/$cycleId/$unitId', () =>
    import('../../features/appraisal/inspections/inspections-page.tsx').then((module) => module.UnitInspectionsPage),
  ),
  page('/cong-bo/hoi-nghi/$publicationId', () =>
    import('../../features/publication/conference/conference-page.tsx').then((module) => module.ConferencePage),
  ),
  page('/ly-do-mau', () => import('../../features/appraisal/phrases/phrases-page.tsx').then((module) => module.PhrasesPage)),
  page('/xem-lai-tham-dinh/$cycleId', () =>
    import('../../features/appraisal/second-look/second-looks-page.tsx').then((module) => module.SecondLooksPage),
  ),
  page('/cham-thu/$cycleId', () =>
    import('../../features/appraisal/calibration/calibrations-page.tsx').then((module) => module.CalibrationsPage),
  ),
  page('/cham-thu/$cycleId/$calibrationId', () =>
    import('../../features/appraisal/calibration/calibration-page.tsx').then((module) => module.CalibrationPage),
  ),
  page('/chap-nhan-nhieu-don-vi/$cycleId', () =>
    import('../../features/appraisal/joint-acceptance/page.tsx').then((module) => module.JointAcceptancePage),
  ),
  page('/ngay-nghi', () => import('../../features/calendar/holidays/page.tsx').then((module) => module.HolidaysPage)),
  page('/ky-danh-gia/$cycleId/chuyen-bo-tieu-chi', () =>
    import('../../features/cycle/move/move-page.tsx').then((module) => module.MovePage),
  ),
  page('/tu-danh-gia/$cycleId/$unitId/truoc-khi-chuyen', () =>
    import('../../features/cycle/move/left-behind-page.tsx').then((module) => module.LeftBehindPage),
  ),
  page('/ky-danh-gia/$cycleId/du-toan', () => import('../../features/budget/page.tsx').then((module) => module.BudgetPage)),
  page('/du-toan/$unitId', () => import('../../features/budget/finance-page.tsx').then((module) => module.FinancePage)),
  page('/ky-danh-gia/$cycleId/lich', () => import('../../features/calendar/page.tsx').then((module) => module.CalendarPage)),
  page('/ky-danh-gia/$cycleId/don-doc', () =>
    import('../../features/calendar/reminders/board-page.tsx').then((module) => module.BoardPage),
  ),
  page('/ky-danh-gia/$cycleId/phan-cong', () => import('./assignment-with-grounds.tsx').then((module) => module.AssignmentWithGrounds)),
  page('/viec-duoc-giao', () => import('../../features/assignment/own-duties-page.tsx').then((module) => module.OwnDutiesPage)),
  page('/thong-bao', () => import('../../features/calendar/notices/notices-page.tsx').then((module) => module.NoticesPage)),
  page('/tu-danh-gia', () => import('../../features/self-assessment/page.tsx').then((module) => module.SelfAssessmentPage)),
  page('/tu-danh-gia/$cycleId/$unitId', () => import('./self-assessment-sheet.tsx').then((module) => module.SelfAssessmentSheet)),
  page('/hoi-dap', () => import('../../features/questions/page.tsx').then((module) => module.QuestionsPage)),
  page('/huong-dan', () => import('../../features/guidance/page.tsx').then((module) => module.GuidancePage)),
  page('/tai-lieu', () => import('../../features/evidence/register-page.tsx').then((module) => module.RegisterPage)),
  page('/so-lieu', () => import('../../features/facts/page.tsx').then((module) => module.FactsPage)),
  page('/so-lieu/nhap', () => import('../../features/facts/import-page.tsx').then((module) => module.FactImportPage)),
  page('/diem-lanh-dao', () => import('../../features/measured/panel-page.tsx').then((module) => module.PanelPage)),
  page('/chi-so-ngoai', () => import('../../features/measured/external-page.tsx').then((module) => module.ExternalPage)),
  page('/tham-dinh', () => import('../../features/appraisal/cycles-page.tsx').then((module) => module.AppraisalCyclesPage)),
  page('/tham-dinh/$cycleId', () => import('../../features/appraisal/work-list-page.tsx').then((module) => module.WorkListPage)),
  page('/tham-dinh/$cycleId/$unitId', () => import('./appraisal-sheet.tsx').then((module) => module.AppraisalSheet)),
  page('/giai-trinh', () => import('../../features/appraisal/explanations-page.tsx').then((module) => module.ExplanationsPage)),
  page('/giai-trinh/$cycleId/$unitId', () =>
    import('../../features/appraisal/explanation-page.tsx').then((module) => module.ExplanationPage),
  ),
  page('/hoi-dong/$cycleId', () => import('../../features/appraisal/councils-page.tsx').then((module) => module.CouncilsPage)),
  page('/hop-hoi-dong/$cycleId', () => import('../../features/appraisal/agenda-page.tsx').then((module) => module.AgendaPage)),
  page('/dieu-tra', () => import('../../features/survey/page.tsx').then((module) => module.SurveysPage)),
  page('/dieu-tra/$surveyId', () => import('../../features/survey/survey-page.tsx').then((module) => module.SurveyPage)),
  page('/dieu-tra/$surveyId/phieu-hoi', () => import('../../features/survey/design/design-page.tsx').then((module) => module.DesignPage)),
  page('/dieu-tra/$surveyId/mau', () => import('../../features/survey/sample/sample-page.tsx').then((module) => module.SamplePage)),
  page('/dieu-tra/$surveyId/phieu-giay', () => import('../../features/survey/paper/paper-page.tsx').then((module) => module.PaperPage)),
  page('/dieu-tra/$surveyId/ket-qua', () =>
    import('../../features/survey/results/results-page.tsx').then((module) => module.SurveyResultsPage),
  ),
  page('/dieu-tra/$surveyId/y-kien', () => import('../../features/survey/results/words-page.tsx').then((module) => module.SurveyWordsPage)),
  page('/dieu-tra/cac-nam', () => import('../../features/survey/results/years-page.tsx').then((module) => module.SatisfactionYearsPage)),
  page('/ket-qua', () => import('../../features/results/page.tsx').then((module) => module.ResultsPage)),
  page('/ket-qua/$cycleId', () => import('./named-results.tsx').then((module) => module.NamedLiveRanking)),
  page('/ket-qua/$cycleId/$unitId', () => import('./named-results.tsx').then((module) => module.NamedLiveSheet)),
  page('/ket-qua/cong-bo/$publicationId', () => import('./named-results.tsx').then((module) => module.NamedPublishedRanking)),
  page('/ket-qua/cong-bo/$publicationId/$unitId', () => import('./named-results.tsx').then((module) => module.NamedPublishedSheet)),
  page('/ket-qua/cac-nam', () => import('../../features/results/series-page.tsx').then((module) => module.SeriesPage)),
  page('/ket-qua/don-vi/$unitId', () => import('../../features/results/unit-years-page.tsx').then((module) => module.UnitYearsPage)),
  page('/ket-qua/so-sanh', () => import('../../features/results/comparison-page.tsx').then((module) => module.ComparisonPage)),
  page('/ket-qua/thu/$cycleId', () => import('../../features/results/scenario-page.tsx').then((module) => module.ScenarioPage)),
  page('/ket-qua/thu-don-vi/$publicationId/$unitId', () =>
    import('../../features/results/own-scenario-page.tsx').then((module) => module.OwnScenarioPage),
  ),
  page('/kien-nghi', () => import('../../features/publication/petitions-page.tsx').then((module) => module.PetitionsPage)),
  page('/bao-cao', () => import('../../features/papers/periodic/page.tsx').then((module) => module.ReportsPage)),
  page('/bao-cao/$demandId', () => import('../../features/papers/periodic/demand-page.tsx').then((module) => module.DemandPage)),
  page('/bao-cao/$unitId/$demandId', () => import('../../features/papers/periodic/report-page.tsx').then((module) => module.ReportPage)),
  page('/van-ban', () => import('../../features/papers/page.tsx').then((module) => module.PapersPage)),
  page('/van-ban/mau', () => import('../../features/papers/templates/page.tsx').then((module) => module.TemplatesPage)),
  page('/van-ban/$paperId', () => import('../../features/papers/paper-page.tsx').then((module) => module.PaperPage)),
  page('/cong-bo', () => import('../../features/publication/page.tsx').then((module) => module.PublicationPage)),
  page('/cai-thien', () => import('../../features/improvement/page.tsx').then((module) => module.ImprovementPage)),
  page('/cai-thien/$unitId/$planId', () => import('../../features/improvement/plan-page.tsx').then((module) => module.PlanPage)),
  page('/cai-thien/$unitId/ket-qua/$year', () =>
    import('../../features/improvement/past-page.tsx').then((module) => module.PastResultPage),
  ),
])
