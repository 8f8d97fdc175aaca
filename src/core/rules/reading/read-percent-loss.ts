import { fold } from '../../fold.ts'
import { clauseOf, partsOf } from './clauses.ts'
import type { Proposal } from './proposal.ts'
import { edgesOf } from './read-bands.ts'

const number = '(\\d+(?:[.,]\\d+)?)'
const toNothing = '(?:[,;]? ?(?:tru )?(?:cho )?den (?:khi )?(?:het|bang 0|0)(?: so)? ?(?:diem)?)?'
const less = '(?:giam|thap hon|khong dat|thieu|hut|kem)'
const lost = `(?:thi )?(?:bi )?tru ${number} ?(?:diem|d)`
/** `cứ giảm 1% trừ 0,1 điểm`, after what stands for the whole. */
const each = new RegExp(
  `^(?:(?:neu )?duoi ${number} ?%,?(?: thi)? )?cu (?:moi )?(?:${less} )?${number} ?%(?: ${less})?(?: so voi ke hoach)?,? ${lost}${toNothing}$`,
)
/** `Tỷ lệ hồ sơ trễ hạn cứ 1% trừ 0,2 điểm`: of what went wrong, from nothing on. */
const ofFaults = new RegExp(
  `^(ty le [a-z ]{3,60}?\\b(?:tre|cham|qua han|sai|loi|vi pham)[a-z ]{0,20}),? cu (?:moi )?${number} ?%,? ${lost}${toNothing}$`,
)
/** `Cứ 1% hồ sơ trễ hạn trừ 0,2 điểm`: the same, the step first. */
const ofFaultsAfter = new RegExp(
  `^(?:ty le giam diem: )?(?:cu )?(?:moi )?${number} ?% (?:tong )?(?:so )?([a-z ]{2,60}?\\b(?:tre|cham|qua han|sai|loi|vi pham)[a-z ]{0,20}?),? ${lost}${toNothing}$`,
)
const gained = new RegExp(
  `^cu tang (?:them )?${number} ?%(?: so voi [a-z ]{3,40})?,? (?:thi )?duoc (?:cong |tinh )?(?:them )?${number} ?(?:diem|d)[,;] ?(?:toi da|khong qua)(?: khong qua)? ${number} ?(?:diem|d)$`,
)

const dot = (text: string): string => text.replace(',', '.')
/** Whole steps in so many percent. */
const steps = (percent: string, step: string): string => (Number(step) === 1 ? `floor(${percent})` : `floor((${percent}) / ${step})`)
const figureOf = (more: object = {}): object => ({ name: 'value', type: 'figure', unit: '%', ...more })

/** The percent from which on all points are given, where a part says so. */
const wholeFrom = (part: string, max: string | undefined): string | undefined => {
  const clause = clauseOf(part)
  if (!clause || (clause.points !== '100%' && (max === undefined || Number(clause.points) !== Number(max)))) return undefined
  const edges = edgesOf(clause)
  return edges?.fromInclusive !== false && (edges?.to === undefined || edges.to === '100') ? edges?.from : undefined
}

/**
 * So many points less for each whole percent below the one that gives all of them, or for each percent of what went wrong; so many more for each whole
 * percent gained. What is less than a step takes nothing and gives nothing.
 */
export const readPercentLoss = (text: string, max: string | undefined): Proposal | undefined => {
  const parts = partsOf(text)
  const folded = fold(parts.join('; '))
  // Points below nothing and above the maximum are held by the rule itself.
  const [, gainStep, gain, most] = gained.exec(folded) ?? []
  if (gainStep !== undefined && gain !== undefined && Number(dot(most ?? '')) === Number(max))
    return { kind: 'formula', formula: `${steps('value', dot(gainStep))} * ${dot(gain)}`, inputs: [figureOf()] }
  const [, step_, , fault_] = ofFaultsAfter.exec(folded) ?? []
  const [, , faultStep = step_, fault = fault_] = ofFaults.exec(folded) ?? []
  if (faultStep !== undefined && fault !== undefined) {
    const formula = `maxPoints - ${steps('value', dot(faultStep))} * ${dot(fault)}`
    return { kind: 'formula', formula, inputs: [figureOf({ from: '0', to: '100' })] }
  }
  const [first = '', ...rest] = parts
  const from = wholeFrom(first, max)
  const [, stated, step, points] = each.exec(fold(rest.join(', '))) ?? []
  if (from === undefined || step === undefined || points === undefined || (stated !== undefined && dot(stated) !== from)) return undefined
  const formula = `maxPoints - ${steps(`${from} - value`, dot(step))} * ${dot(points)}`
  return {
    kind: 'steps',
    unit: '%',
    bands: [
      { from, points: '100%' },
      { to: from, formula },
    ],
    inputs: [figureOf({ from: '0' })],
  }
}
