interface LanguageName {
  /** As its speakers write it. */
  readonly own: string
  readonly inVietnamese: string
}

/** Languages that questionnaires are asked in, by their ISO 639 codes: of neighbours and guests, and of peoples in Vietnam. */
export const languageNames: Readonly<Record<string, LanguageName>> = {
  vi: { own: 'Tiếng Việt', inVietnamese: 'Tiếng Việt' },
  en: { own: 'English', inVietnamese: 'Tiếng Anh' },
  zh: { own: '中文', inVietnamese: 'Tiếng Trung' },
  km: { own: 'ភាសាខ្មែរ', inVietnamese: 'Tiếng Khmer' },
  lo: { own: 'ພາສາລາວ', inVietnamese: 'Tiếng Lào' },
  ja: { own: '日本語', inVietnamese: 'Tiếng Nhật' },
  ko: { own: '한국어', inVietnamese: 'Tiếng Hàn' },
  fr: { own: 'Français', inVietnamese: 'Tiếng Pháp' },
  ru: { own: 'Русский', inVietnamese: 'Tiếng Nga' },
  hmn: { own: 'Hmoob', inVietnamese: 'Tiếng Mông' },
  tyz: { own: 'Tày', inVietnamese: 'Tiếng Tày' },
  rad: { own: 'Êđê', inVietnamese: 'Tiếng Ê Đê' },
  jra: { own: 'Jrai', inVietnamese: 'Tiếng Gia Rai' },
  bdq: { own: 'Bahnar', inVietnamese: 'Tiếng Ba Na' },
  cjm: { own: 'Chăm', inVietnamese: 'Tiếng Chăm' },
}

/** The name that its speakers give a language; its code where it is none of ours. */
export const ownNameOf = (language: string): string => languageNames[language]?.own ?? language

/** The Vietnamese name of a language; its code where it is none of ours. */
export const languageNameOf = (language: string): string => languageNames[language]?.inVietnamese ?? language
