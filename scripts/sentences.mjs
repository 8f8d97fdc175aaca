// What is said before the application itself can speak (src/language is TypeScript, the system's Node may not read it).
export const sentences = {
  installing: 'Đang cài những gì còn thiếu (npm install)…',
  notInstalled: 'Chưa cài được đủ thư viện. Hãy kiểm tra mạng và quyền ghi vào thư mục này, rồi chạy lại.',
  noNode: 'Cần Node.js 24. Hãy chạy npm install trên máy Linux, macOS hoặc Windows 64 bit, hoặc cài Node.js 24.',
  building: 'Đang dựng các trang web…',
  notBuilt: 'Chưa dựng được các trang web. Lỗi in ở trên.',
}
