/** Words of the page that describes the programming interface. */
export const interfaceTexts = {
  title: 'Giao diện lập trình',
  under: 'Các địa chỉ mà phần mềm khác có thể gọi, lấy từ bản mô tả OpenAPI của chính hệ thống này',
  raw: 'Bản mô tả OpenAPI (JSON)',
  find: 'Tìm địa chỉ',
  about: [
    'Mọi nội dung trao đổi là JSON, mã UTF-8. Điểm là chuỗi có dấu chấm thập phân, ví dụ "0.75".',
    'Lời gọi thay đổi dữ liệu gửi kèm phiên bản đã thấy trong If-Match; nếu dữ liệu đã đổi, hệ thống trả 409.',
    'Lời gọi bị từ chối trả application/problem+json với danh sách problems, mỗi mục có mã, vị trí và một câu tiếng Việt.',
  ],
  count: (count: string) => `${count} địa chỉ`,
  open: 'Không cần đăng nhập',
  act: 'Quyền',
  parameters: 'Tham số',
  body: 'Nội dung gửi',
  reply: 'Nội dung nhận',
  required: 'bắt buộc',
  nothing: 'Không có nội dung',
  none: 'Không có địa chỉ nào khớp.',
} as const
