import type { AccountMethod, AccountMethodName } from '#proofs/method.ts'
import { handleIsDomain } from './handle-is-domain.ts'
import { post } from './post.ts'
import { profileLink } from './profile-link.ts'

export const accountMethods = {
  'profile-link': profileLink,
  'handle-is-domain': handleIsDomain,
  post,
} satisfies Readonly<Record<AccountMethodName, AccountMethod>>
