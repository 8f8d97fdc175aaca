import type { Building } from './building.ts'
import { seededUuid } from './random.ts'

export const committee = 'Ban Chỉ đạo cải cách hành chính và nâng cao chỉ số năng lực cạnh tranh'

/** The steering committee, its working group and their members; one has an account. */
export const addCommittee = async (
  { transaction, actor }: Building,
  random: () => number,
  decisionId: string | null,
  leaderId: string | null,
): Promise<void> => {
  const authority_id = actor.authorityId
  const [id, groupId] = [seededUuid(random), seededUuid(random)]
  const body = { authority_id, decision_id: decisionId, valid: '[2026-01-15,)', told_of_results: true }
  await transaction
    .insertInto('standing_body')
    .values({ ...body, id, kind: 'steeringCommittee', name: committee, aliases: ['Ban Chỉ đạo CCHC', 'Ban Chỉ đạo'] })
    .execute()
  await transaction
    .insertInto('standing_body')
    .values({ ...body, id: groupId, kind: 'workingGroup', name: 'Tổ giúp việc Ban Chỉ đạo cải cách hành chính', parent_id: id })
    .execute()
  const member = (body_id: string, position: number, name: string, office: string, role: string, person_id: string | null = null) => ({
    authority_id,
    body_id,
    position,
    name,
    office,
    role,
    person_id,
  })
  await transaction
    .insertInto('standing_body_member')
    .values([
      member(id, 1, 'Đoàn Văn Mẫu V', 'Chủ tịch UBND tỉnh', 'head'),
      member(id, 2, 'Dương Thị Mẫu N', 'Phó Chủ tịch UBND tỉnh', 'deputyHead', leaderId),
      member(id, 3, 'Lương Văn Mẫu X', 'Giám đốc Sở Nội vụ', 'standingMember'),
      member(groupId, 1, 'Lương Văn Mẫu X', 'Giám đốc Sở Nội vụ', 'head'),
      member(groupId, 2, 'Trịnh Thị Mẫu Y', 'Trưởng phòng Cải cách hành chính', 'secretary'),
    ])
    .execute()
}
