/** Words on the sheets of cards with QR codes that lead to the form of a survey. */
export const linkSheetWords = {
  title: (survey: string) => `Tờ mã QR: ${survey}`,
  group: (group: string) => `Nhóm: ${group}`,
  once: 'Quét mã hoặc gõ liền địa chỉ dưới đây để trả lời ẩn danh. Mã này dùng một lần.',
  shared: 'Quét mã hoặc gõ liền địa chỉ dưới đây để trả lời ẩn danh. Nhiều người dùng chung mã này.',
}
