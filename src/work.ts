import { issueBadge } from '#badges/issue-badge.ts'
import { drawBadge } from '#badges/picture/draw-badge.ts'
import { reissueBadges } from '#badges/reissue-badges.ts'
import type { Deps } from '#base/deps.ts'
import { lookDomain } from '#brands/look-domain.ts'
import { lookContinuity } from '#brands/look-continuity.ts'
import { passDomain } from '#brands/settle-domain.ts'
import { lookClaim } from '#claims/look-claim.ts'
import { lookSite } from '#claims/look-site.ts'
import { fillNames } from '#lookalikes/fill-names.ts'
import { sendMail } from '#mail/send-mail.ts'
import { sweepSignIns } from '#auth/sweep-sign-ins.ts'
import { lookRecovery } from '#recoveries/look-recovery.ts'
import type { Handlers } from '#jobs/run.ts'

/** Which verb does which job. */
export function handlers(deps: Deps): Handlers {
  return {
    'look-domain': (job) => lookDomain(deps, job),
    'look-continuity': (job) => lookContinuity(deps, job),
    'look-claim': (job) => lookClaim(deps, job),
    'look-site': (job) => lookSite(deps, job),
    'look-recovery': (job) => lookRecovery(deps, job),
    'pass-domain': (job) => passDomain(deps, job.subject),
    'issue-badge': (job) => issueBadge(deps, job.subject, job),
    'draw-badge': (job) => drawBadge(deps, job),
    'reissue-badges': (job) => reissueBadges(deps, job),
    'send-mail': (job) => sendMail(deps, job),
    'fill-names': (job) => fillNames(deps, job),
    'sweep-sign-ins': (job) => sweepSignIns(deps, job),
  }
}
