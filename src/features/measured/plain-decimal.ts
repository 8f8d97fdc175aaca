/** `numeric` with its scale, as one writes it: 80.0000 is 80. */
export const plainDecimal = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text)
