import { periodLabel, reportKindLabels, reportTexts } from '../../../language/pages/reports.ts'
import type { Demand } from './contract.ts'

/** `Cải cách hành chính, quý I`; an occasion by its own name. */
export const reportName = ({ kind, period, title }: Pick<Demand, 'kind' | 'period' | 'title'>): string =>
  title ?? reportTexts.name(reportKindLabels[kind], periodLabel(period))

/** `2026-03-15T16:30` → `15/03/2026 16:30`. */
export const momentText = (moment: string | undefined): string =>
  moment === undefined ? '' : moment.replace(/^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2})$/, '$3/$2/$1 $4')
