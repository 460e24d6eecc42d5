import { sql } from 'drizzle-orm'
import { rfc3339 } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import { newId } from '#base/random.ts'
import type { Statement } from '#db/open.ts'
import { domains, notices } from '#db/schema.ts'
import { newTokenBy } from './continuity.ts'
import { endOf, type Domain } from './domain.ts'

type Seams = Pick<Deps, 'db' | 'clock' | 'random'>

/** What an organisation is told when its domain changes, in the batch of the change. */
export function tell(seams: Seams, before: Domain, after: Domain, actor: string): Statement[] {
  const notice = before.state === after.state ? noticeOfZone(before, after) : noticeOf(before, after, actor)
  if (notice === null) return []
  const own = seams.db.orm.insert(notices).values({
    id: newId(seams.random, 'ntc'),
    organisationId: after.organisationId,
    subject: after.id,
    createdAt: seams.clock.now(),
    ...notice,
  })
  return after.state === 'contested' ? [own, tellIncumbent(seams, after)] : [own]
}

function noticeOf(before: Domain, after: Domain, actor: string): { kind: string; detail: string } | null {
  const { name } = after
  switch (after.state) {
    case 'failing': {
      const end = endOf(after)
      const until = end === null ? '' : ` Put it back before ${rfc3339(end)}, or the domain lapses.`
      return { kind: 'domain_failing', detail: `The proof of ${name} is no longer found.${until}` }
    }
    case 'lapsed':
      return {
        kind: 'domain_lapsed',
        detail: `The proof of ${name} has ended. Ask for a fresh challenge to prove it again.`,
      }
    case 'contested':
      return {
        kind: 'domain_contested',
        detail: `You showed control of ${name}, and so does another organisation, which was first. Its record is at _veramarca-challenge.${name}, if it used DNS. The name passes to you when its proof ends and yours has stayed.`,
      }
    case 'proved':
      if (before.state === 'contested') {
        return {
          kind: 'domain_passed',
          detail: `${name} has passed to you. Nothing else of its former holder's has.`,
        }
      }
      return before.state === 'pending' && actor === 'system'
        ? { kind: 'domain_proved', detail: `What you published for ${name} has been seen: it is proved.` }
        : null
    case 'suspended':
      return after.stateReason === 'registration_changed'
        ? {
            kind: 'domain_suspended',
            detail: `The registry says that ${name} was registered anew after you had proved it, so it is suspended. If it is yours still, ask for a fresh challenge and publish that.`,
          }
        : null
    default:
      return null
  }
}

/** A zone that moved: the proof stands, but not for long. */
function noticeOfZone(before: Domain, after: Domain): { kind: string; detail: string } | null {
  const end = newTokenBy(after)
  if (before.tokenDemandedAt !== null || end === null) return null
  return {
    kind: 'domain_name_servers_changed',
    detail: `The name servers of ${after.name} have changed. If that was you, ask for a fresh challenge and publish it before ${rfc3339(end)}, or the domain lapses.`,
  }
}

/** Whoever holds the name learns of the contest, whichever organisation that is at the moment of the batch. */
function tellIncumbent(seams: Seams, contester: Domain): Statement {
  const incumbent = sql`${domains.name} = ${contester.name} and ${domains.state} in ('proved', 'failing')`
  return seams.db.orm.insert(notices).select(
    seams.db.orm
      .select({
        id: sql<string>`${newId(seams.random, 'ntc')}`.as('id'),
        organisationId: domains.organisationId,
        kind: sql<string>`'domain_contested'`.as('kind'),
        subject: domains.id,
        detail:
          sql<string>`${`Another organisation has shown control of ${contester.name} too. If that is not expected, look through the zone for records of another "org=".`}`.as(
            'detail',
          ),
        createdAt: sql<number>`${seams.clock.now()}`.as('created_at'),
      })
      .from(domains)
      .where(incumbent),
  )
}
