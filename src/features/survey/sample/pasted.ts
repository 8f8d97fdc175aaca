/** Cells of a block that was pasted from a sheet: columns by tab, or by semicolon where there is no tab. */
export const pastedCells = (text: string): readonly (readonly string[])[] =>
  text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split(line.includes('\t') ? '\t' : ';').map((cell) => cell.trim()))
