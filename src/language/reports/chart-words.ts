import { withinSentence } from './common-words.ts'

/** Captions and legends of charts in papers. */
export const chartWords = {
  areas: (group: string) => `Kết quả bình quân theo lĩnh vực của ${withinSentence(group)} (%)`,
  spans: (group: string) => `Số đơn vị theo mức Chỉ số của ${withinSentence(group)}`,
  unit: (unit: string) => `Tỷ lệ điểm đạt theo lĩnh vực của ${unit} (%)`,
  satisfaction: 'Mức độ hài lòng theo nội dung khảo sát (%)',
  thisTime: 'Lần này',
  year: (year: number) => `Năm ${year}`,
} as const
