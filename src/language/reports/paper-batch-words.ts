const longestName = 120
const nameOf = (text: string): string =>
  text
    .replace(/[\\/:*?"<>|]/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, longestName)
    .trim()

/** Names of the archive of a batch and of the papers in it. */
export const paperBatchWords = {
  archiveName: (kind: 'scoreSheet' | 'resultNotice', cycle: string) =>
    `${nameOf(`${kind === 'scoreSheet' ? 'Phiếu điểm' : 'Thông báo kết quả'} - ${cycle}`)}.zip`,
  entryName: (place: string, unit: string, format: string) => `${place} ${nameOf(unit)}.${format}`,
} as const
