import type { Scope } from './key.ts'

/** What a member may do for an organisation: owners see to members, keys and its end too. */
export type Role = 'owner' | 'editor' | 'viewer'

export function scopesOf(role: Role): readonly Scope[] {
  return role === 'viewer' ? ['read'] : ['read', 'write']
}

export function isRole(text: string): text is Role {
  return text === 'owner' || text === 'editor' || text === 'viewer'
}
