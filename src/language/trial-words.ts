/** What every page and every paper of a trial cycle says; its name says it too, so that it stands wherever the cycle is named. */
export const trialMark = 'DIỄN TẬP – không có giá trị'

/** The name of a trial cycle, which carries the mark once, in front, whatever was typed. */
export const trialTitle = (title: string): string => (title.includes(trialMark) ? title : `${trialMark}: ${title}`)

/** What people are told about a trial begins with this. */
export const trialTelling = (title: string): string => `DIỄN TẬP: ${title}`
