import type { ProblemFacts } from '../core/problem.ts'
import type { CompositeFault } from '../core/problem-facts/composite.ts'
import { formatFigure } from './format.ts'
import type { Language } from './language.ts'

type Facts = ProblemFacts['compositeInput']
type Sentence = (facts: { readonly subject: string; readonly value: string; readonly other: string; readonly count: number }) => string

const vi: Readonly<Record<CompositeFault, Sentence>> = {
  absentColumn: ({ subject }) => `thiếu cột “${subject}”`,
  noCode: () => 'thiếu mã chỉ tiêu',
  repeatedCode: ({ subject, other }) => `mã “${subject}” đã có ở dòng ${other}. Hãy chỉ giữ lại một dòng`,
  badLevel: ({ subject, value }) => `cấp “${value}” của “${subject}” không hợp lệ, cần số nguyên từ 1 (chỉ tiêu) trở lên`,
  badWeight: ({ subject, value }) => `trọng số “${value}” của “${subject}” không hợp lệ, cần số không âm`,
  badDirection: ({ subject, value }) => `chiều “${value}” của “${subject}” không hợp lệ, cần 1 (càng cao càng tốt) hoặc -1`,
  unknownParent: ({ subject, other }) => `“${subject}” thuộc “${other}” nhưng không có dòng nào mang mã này`,
  secondRoot: ({ subject, other }) =>
    `“${subject}” không có mã cấp trên, trong khi gốc đã là “${other}”. Chỉ một dòng được để trống cột parent`,
  noRoot: () => 'không có gốc: cần đúng một dòng để trống cột parent',
  circle: ({ other }) => `các mã thuộc vòng tròn: ${other}`,
  levelNotBelow: ({ subject, value, other }) => `“${subject}” ở cấp ${value} nên cấp trên phải có cấp cao hơn, hiện là ${other}`,
  indicatorWithChildren: ({ subject }) => `“${subject}” ở cấp 1 nên là chỉ tiêu, nhưng lại có mã thuộc nó`,
  childless: ({ subject, value }) => `“${subject}” ở cấp ${value} nhưng không có mã nào thuộc nó`,
  weightless: ({ subject }) => `mọi trọng số bên trong “${subject}” đều bằng 0`,
  unknownCode: ({ subject }) => `mã “${subject}” không có trong tệp cấu trúc`,
  aggregateCode: ({ subject }) => `“${subject}” được tổng hợp từ các chỉ tiêu nên không có số liệu riêng. Hãy bỏ cột này`,
  absentIndicator: ({ subject }) => `thiếu cột của chỉ tiêu “${subject}”`,
  repeatedColumn: ({ subject, value, other }) => `chỉ tiêu “${subject}” đứng ở cả cột ${other} và cột ${value}`,
  noUnit: () => 'dòng không có tên đơn vị',
  repeatedUnit: ({ subject, other }) => `đơn vị “${subject}” đã có ở dòng ${other}. Hãy chỉ giữ lại một dòng`,
  notNumber: ({ subject, value, other }) =>
    `“${value}” của “${subject}”, chỉ tiêu “${other}”, không phải là số. Hãy để trống nếu chưa có số liệu`,
  tooManyCells: ({ subject, value, other }) =>
    `dòng của “${subject}” có ${value} ô trong khi tiêu đề có ${other} cột. Số có dấu phẩy cần đặt trong dấu nháy kép`,
  noUnits: () => 'không có đơn vị nào',
  badReplication: ({ value }) => `số lần lặp “${value}” không hợp lệ, cần số nguyên`,
  repeatedWeight: ({ subject, value, other }) => `trọng số của “${subject}” ở lần lặp ${value} đã có ở dòng ${other}`,
  noReplications: () => 'không có lần lặp nào',
  allMissing: ({ subject }) => `chỉ tiêu “${subject}” không có số liệu của đơn vị nào nên không được tính`,
  constant: ({ subject, value }) =>
    `chỉ tiêu “${subject}” có cùng giá trị ${value} ở mọi đơn vị nên không phân biệt được ai, không được tính`,
  zero: ({ subject, other, count }) =>
    `trung bình điều hòa không tính được với giá trị 0 sau chuẩn hóa, có ở ${count} chỉ tiêu (như “${subject}” của “${other}”). Hãy chọn --range bắt đầu trên 0, như 1,100`,
  notPositive: ({ subject, value, other, count }) =>
    `trung bình nhân chỉ tính với số dương, nhưng ${count} chỉ tiêu có giá trị từ 0 trở xuống sau chuẩn hóa (như “${subject}” của “${other}”: ${value}). Hãy chọn --range bắt đầu trên 0, như 1,100`,
}

const en: Readonly<Record<CompositeFault, Sentence>> = {
  absentColumn: ({ subject }) => `the column “${subject}” is not there`,
  noCode: () => 'a code is missing',
  repeatedCode: ({ subject, other }) => `the code “${subject}” stands in line ${other} already. Please keep one line`,
  badLevel: ({ subject, value }) => `the level “${value}” of “${subject}” is not valid; it is a whole number from 1 (indicators) up`,
  badWeight: ({ subject, value }) => `the weight “${value}” of “${subject}” is not valid; it is a number that is not negative`,
  badDirection: ({ subject, value }) => `the direction “${value}” of “${subject}” is not valid; it is 1 (more is better) or -1`,
  unknownParent: ({ subject, other }) => `“${subject}” belongs to “${other}”, but no line has that code`,
  secondRoot: ({ subject, other }) => `“${subject}” has no parent, and neither has “${other}”. Only one line may leave the parent empty`,
  noRoot: () => 'there is no root: exactly one line leaves the parent empty',
  circle: ({ other }) => `the codes run in a circle: ${other}`,
  levelNotBelow: ({ subject, value, other }) => `“${subject}” is at level ${value}, so its parent has to be above that; it is ${other}`,
  indicatorWithChildren: ({ subject }) => `“${subject}” is at level 1 and thus an indicator, yet other codes belong to it`,
  childless: ({ subject, value }) => `“${subject}” is at level ${value}, but no code belongs to it`,
  weightless: ({ subject }) => `all weights within “${subject}” are 0`,
  unknownCode: ({ subject }) => `the code “${subject}” is not in the structure`,
  aggregateCode: ({ subject }) => `“${subject}” is aggregated from indicators and has no data of its own. Please drop the column`,
  absentIndicator: ({ subject }) => `the column of the indicator “${subject}” is not there`,
  repeatedColumn: ({ subject, value, other }) => `the indicator “${subject}” stands in columns ${other} and ${value}`,
  noUnit: () => 'the line has no unit',
  repeatedUnit: ({ subject, other }) => `the unit “${subject}” stands in line ${other} already. Please keep one line`,
  notNumber: ({ subject, value, other }) =>
    `“${value}” of “${subject}”, indicator “${other}”, is not a number. Please leave it empty if it is missing`,
  tooManyCells: ({ subject, value, other }) =>
    `the line of “${subject}” has ${value} cells, the header ${other} columns. Numbers with a comma need quotation marks`,
  noUnits: () => 'there is no unit',
  badReplication: ({ value }) => `the replication “${value}” is not valid; it is a whole number`,
  repeatedWeight: ({ subject, value, other }) => `the weight of “${subject}” in replication ${value} stands in line ${other} already`,
  noReplications: () => 'there is no replication',
  allMissing: ({ subject }) => `the indicator “${subject}” has no data of any unit and is left out`,
  constant: ({ subject, value }) => `the indicator “${subject}” is ${value} for every unit, tells none from another and is left out`,
  zero: ({ subject, other, count }) =>
    `a harmonic mean cannot take 0 after normalising, which ${count} indicators have (such as “${subject}” of “${other}”). Please choose a --range that begins above 0, such as 1,100`,
  notPositive: ({ subject, value, other, count }) =>
    `a geometric mean takes positive numbers only, but ${count} indicators have others after normalising (such as “${subject}” of “${other}”: ${value}). Please choose a --range that begins above 0, such as 1,100`,
}

const sentences: Readonly<Record<Language, typeof vi>> = { vi, en }
const tables: Readonly<Record<Language, Readonly<Record<Facts['table'], string>>>> = {
  vi: { structure: 'Tệp cấu trúc', data: 'Tệp số liệu', weights: 'Tệp trọng số' },
  en: { structure: 'Structure', data: 'Data', weights: 'Weights' },
}

/** What is wrong with a table of a composite index: which table, what, with which figures, what to do. */
export const compositeFaultSentence = (
  { table, reason, subject, value = '', other = '', count = 1 }: Facts,
  language: Language,
): string => {
  const isFigure = reason === 'constant' || reason === 'notPositive'
  const facts = { subject, value: isFigure ? formatFigure(value, language) : value, other, count }
  return `${tables[language][table]}: ${sentences[language][reason](facts)}.`
}
