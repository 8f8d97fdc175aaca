import { bind, type Route } from '../../platform/http/serve.ts'
import { acceptManyClaims, changeAppraisal } from './change-appraisal.ts'
import { calibrationRoutes } from './calibration/contract.ts'
import { drawCalibration } from './calibration/draw-calibration.ts'
import { givePoints, moveCalibration } from './calibration/give-points.ts'
import { listCalibrations, showCalibration } from './calibration/load-calibration.ts'
import { closeAppraisal } from './close-appraisal.ts'
import { compareOver } from './compare/compare.ts'
import { comparisonRoutes } from './compare/contract.ts'
import { appraisalRoutes } from './contract.ts'
import { inspectionRoutes } from './inspections/contract.ts'
import { listInspections, listUnitInspections } from './inspections/load-inspections.ts'
import { planInspection, type Tell, writeInspection } from './inspections/write-inspection.ts'
import { acceptJointly } from './joint-acceptance/accept-jointly.ts'
import { jointAcceptanceRoutes } from './joint-acceptance/contract.ts'
import { previewJointly } from './joint-acceptance/preview-jointly.ts'
import { listJointly, takeBackJointly } from './joint-acceptance/take-back.ts'
import { meetingRoutes } from './meetings/contract.ts'
import { recordMeeting } from './meetings/record-meeting.ts'
import { phraseRoutes } from './phrases/contract.ts'
import { listPhrases, writePhrases } from './phrases/phrases.ts'
import { secondLookRoutes } from './second-look/contract.ts'
import { listFindings } from './second-look/list-findings.ts'
import { drawSecondLook, listSecondLooks, takeSecondLook } from './second-look/second-look.ts'
import { councilRoutes } from './council-contract.ts'
import { decideInCouncil, finishCouncil } from './decide-in-council.ts'
import { declareInterest, divideWork, takeBackWork, waiveInterest } from './divide-work.ts'
import { changeExplanation } from './change-explanation.ts'
import { explanationRoutes } from './explanation-contract.ts'
import { endExplanations, finishExplanation } from './finish-explanation.ts'
import { showCouncils } from './load-councils.ts'
import { listOwnExplanations } from './own-explanations.ts'
import { requestExplanation, withdrawDispute } from './request-explanation.ts'
import { setUpCouncil } from './set-up-council.ts'
import { showAgenda } from './show-agenda.ts'
import { showExplanation } from './show-explanation.ts'
import { finishAppraisal, reopenAppraisal } from './finish-appraisal.ts'
import { showAppraisal } from './show-appraisal.ts'
import { listCycles, listReasons, listWork } from './work-list.ts'

export const appraisal = (tell: Tell): readonly Route[] => [
  bind(inspectionRoutes.list, ({ params }, context) => listInspections(context, params.cycleId)),
  bind(inspectionRoutes.ofUnit, ({ params }, context) => listUnitInspections(context, params)),
  bind(inspectionRoutes.plan, ({ params, body }, context) => planInspection(tell)(context, params, body)),
  bind(inspectionRoutes.write, ({ params, body, ifMatch }, context) => writeInspection(tell)(context, params, ifMatch, body)),
  bind(phraseRoutes.phrases, (_request, context) => listPhrases(context)),
  bind(phraseRoutes.writePhrases, ({ body, ifMatch }, context) => writePhrases(context, ifMatch, body.phrases)),
  bind(comparisonRoutes.leaf, ({ params, query }, context) => compareOver(context, params, query.node)),
  bind(secondLookRoutes.list, ({ params }, context) => listSecondLooks(context, params.cycleId)),
  bind(secondLookRoutes.ofUnit, ({ params }, context) => listFindings(context, params)),
  bind(secondLookRoutes.draw, ({ params, body }, context) => drawSecondLook(context, params.cycleId, body)),
  bind(secondLookRoutes.look, ({ params, body }, context) => takeSecondLook(context, params, body)),
  bind(appraisalRoutes.cycles, (_request, context) => listCycles(context)),
  bind(appraisalRoutes.workList, ({ params, query }, context) => listWork(context, params.cycleId, query)),
  bind(appraisalRoutes.reasons, ({ params }, context) => listReasons(context, params.cycleId)),
  bind(appraisalRoutes.unit, ({ params }, context) => showAppraisal(context, params)),
  bind(appraisalRoutes.change, ({ params, body }, context) => changeAppraisal(context, params, body.decisions)),
  bind(appraisalRoutes.acceptClaims, ({ params, body }, context) => acceptManyClaims(context, params, body)),
  bind(calibrationRoutes.list, ({ params }, context) => listCalibrations(context, params.cycleId)),
  bind(calibrationRoutes.draw, ({ params, body }, context) => drawCalibration(context, params.cycleId, body)),
  bind(calibrationRoutes.show, ({ params }, context) => showCalibration(context, params)),
  bind(calibrationRoutes.give, ({ params, body }, context) => givePoints(context, params, body.points)),
  bind(calibrationRoutes.move, ({ params, body, ifMatch }, context) => moveCalibration(context, params, ifMatch, body.to)),
  bind(jointAcceptanceRoutes.list, ({ params }, context) => listJointly(context, params.cycleId)),
  bind(jointAcceptanceRoutes.preview, ({ params, body }, context) => previewJointly(context, params.cycleId, body)),
  bind(jointAcceptanceRoutes.accept, ({ params, body }, context) => acceptJointly(context, params.cycleId, body)),
  bind(jointAcceptanceRoutes.takeBack, ({ params, ifMatch }, context) => takeBackJointly(context, params, ifMatch)),
  bind(appraisalRoutes.finish, ({ params, ifMatch }, context) => finishAppraisal(context, params, ifMatch)),
  bind(appraisalRoutes.reopen, ({ params, body, ifMatch }, context) =>
    reopenAppraisal(context, params, { version: ifMatch, reason: body.reason }),
  ),
  bind(appraisalRoutes.close, ({ params, body }, context) => closeAppraisal(context, params.cycleId, body.acceptsUnsubmitted)),
  bind(explanationRoutes.list, (_request, context) => listOwnExplanations(context)),
  bind(explanationRoutes.sheet, ({ params }, context) => showExplanation(context, params)),
  bind(explanationRoutes.change, ({ params, body }, context) => changeExplanation(context, params, body.answers)),
  bind(explanationRoutes.finish, ({ params, ifMatch }, context) => finishExplanation(context, params, ifMatch)),
  bind(explanationRoutes.withdraw, ({ params, body }, context) => withdrawDispute(context, params, body)),
  bind(explanationRoutes.request, ({ params, body }, context) => requestExplanation(context, params, body)),
  bind(explanationRoutes.end, ({ params }, context) => endExplanations(context, params.cycleId)),
  bind(councilRoutes.councils, ({ params }, context) => showCouncils(context, params.cycleId)),
  bind(councilRoutes.setUp, ({ params, body }, context) => setUpCouncil(context, params.cycleId, body)),
  bind(councilRoutes.divide, ({ params, body }, context) => divideWork(context, params.cycleId, body)),
  bind(councilRoutes.takeBack, ({ params, body }, context) => takeBackWork(context, params.cycleId, body.ids)),
  bind(councilRoutes.declareInterest, ({ params, body }, context) => declareInterest(context, params.cycleId, body)),
  bind(councilRoutes.waiveInterest, ({ params, body }, context) => waiveInterest(context, params.cycleId, body)),
  bind(councilRoutes.agenda, ({ params }, context) => showAgenda(context, params.cycleId)),
  bind(councilRoutes.decide, ({ params, body }, context) => decideInCouncil(context, params, body)),
  bind(meetingRoutes.record, ({ params, body, ifMatch }, context) => recordMeeting(context, params, body, ifMatch)),
  bind(councilRoutes.finish, ({ params }, context) => finishCouncil(context, params.cycleId)),
]
