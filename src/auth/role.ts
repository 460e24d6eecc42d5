import { roles } from '#db/schema.ts'
import type { Scope } from './key.ts'

export { roles }

/** What a member may do for an organisation: owners see to members, keys and its end too. */
export type Role = (typeof roles)[number]

export function scopesOf(role: Role): readonly Scope[] {
  return role === 'viewer' ? ['read'] : ['read', 'write']
}

export function isRole(text: string): text is Role {
  return roles.some((role) => role === text)
}
