import type { PaperSource } from './paper-sources.ts'
import type { Language } from '../language.ts'
import { type PaperKind, paperKindWords } from './paper-kind-words.ts'

interface HelpWords {
  readonly usage: string
  readonly kinds: string
  readonly written: (file: string) => string
  readonly sources: Readonly<Record<PaperSource, string>>
  readonly details: string
}

const words: Readonly<Record<Language, HelpWords>> = {
  vi: {
    usage: `Cách dùng: parindex report LOẠI --details THỂ_THỨC.json [nguồn] --out TỆP.docx|.pdf|.xlsx

  --details THỂ_THỨC.json   cơ quan, ký hiệu, nơi, ngày, người ký, nơi nhận, căn cứ; thiếu gì sẽ được nêu rõ
  --framework BỘ.json       bộ tiêu chí
  --bundle GÓI.json         gói kết quả (parindex compute --bundle)
  --unit ĐƠN_VỊ             đơn vị trong gói kết quả
  --group KHỐI              chỉ một khối trong gói kết quả
  --facts NỘI_DUNG.json     nội dung riêng của văn bản

Văn bản theo thể thức Nghị định 30/2020/NĐ-CP. Chưa thử mở bằng Microsoft Word.`,
    kinds: 'Các loại văn bản:',
    written: (file) => `Đã ghi văn bản vào ${file}.`,
    sources: { framework: '--framework', sheet: '--bundle --unit', ranking: '--bundle', facts: '--facts' },
    details: 'cần',
  },
  en: {
    usage: `Usage: parindex report KIND --details DETAILS.json [sources] --out FILE.docx|.pdf|.xlsx

  --details DETAILS.json    agency, symbol, place, date, signer, recipients, legal bases; whatever is missing is named
  --framework F.json        framework
  --bundle BUNDLE.json      bundle of results (parindex compute --bundle)
  --unit UNIT               a unit of the bundle
  --group GROUP             one group of the bundle alone
  --facts FACTS.json        what only this paper says

Papers are in Vietnamese, in the form of Decree 30/2020/NĐ-CP. Opening in Microsoft Word is untested.`,
    kinds: 'Kinds of papers:',
    written: (file) => `The paper was written to ${file}.`,
    sources: { framework: '--framework', sheet: '--bundle --unit', ranking: '--bundle', facts: '--facts' },
    details: 'needs',
  },
}

/** The help of `parindex report`: every kind by its Vietnamese name, with the sources it needs. */
export const reportHelp = (language: Language, sourcesOf: (kind: PaperKind) => readonly PaperSource[]): string => {
  const { usage, kinds, sources, details } = words[language]
  const lines = (Object.keys(paperKindWords) as PaperKind[]).map(
    (kind) =>
      `  ${kind.padEnd(22)}${paperKindWords[kind]} (${details} ${sourcesOf(kind)
        .map((source) => sources[source])
        .join(' ')})`,
  )
  return `${usage}\n\n${kinds}\n${lines.join('\n')}`
}

export const paperWritten = (language: Language, file: string): string => words[language].written(file)
