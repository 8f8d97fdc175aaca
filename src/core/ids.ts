declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

/** A unit that is scored or assigned work. UUID in the database, free text in files. */
export type UnitId = Branded<'UnitId'>
/** A node of one framework: its code where that is unique in the set, else its path (`II/1.2`), with `~2`, `~3` for repeats. */
export type NodeId = Branded<'NodeId'>

/** Takes a text for the id of a unit; who reads it has checked that there is such a unit. */
export const unitId = (text: string): UnitId => text as UnitId
/** Takes a text for the id of a node; whether a framework has it is asked where it is used. */
export const nodeId = (text: string): NodeId => text as NodeId
