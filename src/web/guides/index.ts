/** Written from the README by `npm run guides`; not to be edited. */
import { guide as guide0 } from './the-main-job-with-curl.ts'
import { guide as guide1 } from './proving-a-domain.ts'
import { guide as guide2 } from './proving-an-account.ts'
import { guide as guide3 } from './lists-of-accounts.ts'
import { guide as guide4 } from './embed-a-badge.ts'
import { guide as guide5 } from './verify-it-yourself.ts'
import { guide as guide6 } from './keys-and-status.ts'

export const guides = [guide0, guide1, guide2, guide3, guide4, guide5, guide6]
