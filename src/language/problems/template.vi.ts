import type { TemplateProblemFacts } from '../../core/problem-facts/template.ts'
import { type StrangeThing, strangeWords } from '../reports/template-words.ts'
import type { SentencesOf } from '../problem-sentences.ts'

const around = (text: string): string => (text === '' ? '' : ` ở “${text}”`)

export const templateProblemsVi: SentencesOf<keyof TemplateProblemFacts> = {
  templateCannotKeep: ({ what, text }) =>
    `Bản mẫu có ${strangeWords[what as StrangeThing] ?? what}${around(text)}; văn bản không giữ được định dạng này. Hãy bỏ đi rồi tải lên lại.`,
  templateUnknownField: ({ field, near }) =>
    `Không có trường «${field}»${near === undefined ? '' : `, có lẽ là «${near}»`}. Hãy chép đúng tên trường trong phần Hướng dẫn.`,
  templateUnknownBlock: ({ block, near }) =>
    `Không có khối hoặc danh sách “${block}”${near === undefined ? '' : `, có lẽ là “${near}”`} cho loại văn bản này.`,
  templateUnknownMark: ({ mark }) => `Chưa hiểu dòng “${mark}”. Hãy xem các dòng được dùng trong phần Hướng dẫn.`,
  templateMarkNotClosed: ({ mark }) => `Dòng “${mark}” chưa có dòng mở đầu hoặc dòng kết thúc đi cùng.`,
  templateMissingSection: ({ section }) => `Thiếu dòng “${section}”. Hãy tải lại bản mẫu và giữ nguyên các dòng chia phần.`,
  templateSaysNothing: () => 'Theo bản mẫu, văn bản không còn nội dung nào.',
  paperNotIssued: () => 'Chỉ đăng công khai được văn bản đã ban hành, không thuộc kỳ thử.',
  templateFieldWithoutValue: ({ field }) => `Bản mẫu dùng trường «${field}» nhưng văn bản này chưa có nội dung cho trường đó.`,
}
