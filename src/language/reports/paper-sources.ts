/** What a paper can be made of beside its details: a framework, a unit's sheet, a ranking, and facts that only people know. */
export type PaperSource = 'framework' | 'sheet' | 'ranking' | 'facts'
