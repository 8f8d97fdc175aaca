import type {
  AbsentBlock,
  CauseSide,
  Counting,
  DocumentCopy,
  GuidanceKind,
  LossKind,
  NodeLevel,
  RankingMethod,
  Relation,
  Role,
  Round,
  ScoreSource,
  ScoreStatus,
  Secrecy,
  Stage,
  TaskState,
  Treatment,
  UnitKind,
} from '../core/vocabulary.ts'

/** A label for every word of every closed list of the core, so that a new word without label does not compile. */
export interface Labels {
  readonly roles: Readonly<Record<Role, string>>
  readonly relations: Readonly<Record<Relation, string>>
  readonly stages: Readonly<Record<Stage, string>>
  readonly rounds: Readonly<Record<Round, string>>
  readonly nodeLevels: Readonly<Record<NodeLevel, string>>
  readonly countings: Readonly<Record<Counting, string>>
  readonly sources: Readonly<Record<ScoreSource, string>>
  readonly treatments: Readonly<Record<Treatment, string>>
  readonly absentBlockPolicies: Readonly<Record<AbsentBlock, string>>
  readonly rankings: Readonly<Record<RankingMethod, string>>
  readonly scoreStatuses: Readonly<Record<ScoreStatus, string>>
  readonly unitKinds: Readonly<Record<UnitKind, string>>
  readonly secrecyLevels: Readonly<Record<Secrecy, string>>
  readonly guidanceKinds: Readonly<Record<GuidanceKind, string>>
  readonly documentCopies: Readonly<Record<DocumentCopy, string>>
  readonly lossKinds: Readonly<Record<LossKind, string>>
  readonly causeSides: Readonly<Record<CauseSide, string>>
  readonly taskStates: Readonly<Record<TaskState, string>>
}
