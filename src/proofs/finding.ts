import type { PostReading, Profile } from './profile.ts'

/** What one look at an account told. Three kinds, never two. */
export type AccountFinding =
  | {
      readonly kind: 'proved'
      /** Which of the brand's proved domains the account names. */
      readonly domain: string
      readonly seen: SeenAccount
      /** Of a post: its address and the platform's date of it, in milliseconds. */
      readonly post: Pick<PostReading, 'url' | 'at'> | null
    }
  | {
      readonly kind: 'refused'
      readonly reason: AccountRefusedReason
      readonly detail: string
      /** The account as it was seen; null when what was seen tells nothing of it. */
      readonly seen: SeenAccount | null
      /** The account, or the post's author, is positively gone: a second look decides. */
      readonly missing: boolean
    }
  | {
      readonly kind: 'unreachable'
      readonly reason: string
      readonly detail: string
      /** Seconds that the host wants to be left alone for. */
      readonly retryAfter: number | null
      /** Which host that is: not every one that is asked is the platform's own. */
      readonly host: string | null
    }

/** Which account was seen: its canonical handle now, and its immutable id where the platform shows one. */
export type SeenAccount = Pick<Profile, 'handle' | 'platformId'>

export const accountRefusedReasons = [
  'account_not_found',
  'no_link',
  'link_elsewhere',
  'link_not_root',
  'mention_only',
  'handle_is_not_domain',
  'open_instance',
  'alias_elsewhere',
  'no_post',
  'post_without_code',
  'post_of_another',
  'post_too_old',
  'code_expired',
  'post_url_needed',
  'handle_reassigned',
  'not_checkable',
] as const
export type AccountRefusedReason = (typeof accountRefusedReasons)[number]
