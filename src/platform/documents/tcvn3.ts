/** TCVN 5712:1993 (VN3, “ABC” fonts): upper case letters with a tone mark have no code of their own; their fonts draw them on the small letters. */
const rows: readonly (readonly [number, string])[] = [
  [0xa1, 'ĂÂÊÔƠƯĐăâêôơưđ'],
  [0xb5, 'àảãáạ'],
  [0xbb, 'ằẳẵắ'],
  [0xc6, 'ặầẩẫấậè'],
  [0xce, 'ẻẽéẹềểễếệìỉ'],
  [0xdc, 'ĩíịò'],
  [0xe1, 'ỏõóọồổỗốộờởỡớợù'],
  [0xf1, 'ủũúụừửữứựỳỷỹýỵ'],
]

const letters = new Map(rows.flatMap(([from, text]) => [...text].map((letter, step) => [from + step, letter] as const)))

/** Text of a file written with a TCVN3 keyboard, in Unicode; a byte without letter stays its Latin-1 character. */
export const decodeTcvn3 = (bytes: Uint8Array): string => {
  const parts: string[] = []
  for (const byte of bytes) parts.push(letters.get(byte) ?? String.fromCharCode(byte))
  return parts.join('')
}
