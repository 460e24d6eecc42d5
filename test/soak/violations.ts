import { day, second } from '#base/clock.ts'
import { lifetimes } from '#base/lifetimes.ts'
import type { Db } from '#db/open.ts'
import type { Internet } from '#test/support/internet/internet.ts'
import { textIn } from '#test/support/stored.ts'
import { domainId, kindOf, type Kind, type Plan } from './plan.ts'

/** What the first look found, and so what must have become of a domain: its state and its leaves, the seed's first. */
const expected: Readonly<Record<string, { state: string; acts: string; attempts: number }>> = {
  proved: { state: 'proved', acts: 'domain.proved', attempts: 1 },
  // A refusal makes the look try the three other methods, too.
  refused: { state: 'failing', acts: 'domain.proved,domain.failing', attempts: 4 },
  unreachable: { state: 'proved', acts: 'domain.proved', attempts: 1 },
}

const meets: Readonly<Record<Kind, string>> = {
  published: 'proved',
  removed: 'refused',
  servfail: 'unreachable',
  timeout: 'unreachable',
}

/** A machine busy with other things lets questions time out, which changes nothing; it must stay an exception. */
const unlearntShareMax = 0.01

export type Found = {
  readonly violations: readonly string[]
  /** Looks that timed out although an answer was there. */
  readonly unlearnt: number
  /** Looks per domain, as the primary resolver saw them. */
  readonly looks: ReadonlyMap<string, number>
  /** When each domain's last look was stored. */
  readonly lookedAt: ReadonlyMap<string, number>
}

/**
 * What the lease promises, and what is asserted. A job is held by one worker at a time; who dies gives it back when
 * `lifetimes.jobLease` has passed, so a job under lease at the kill (`interrupted`) may be looked at a second time and
 * no other may. A decision, its leaf, its attempts and the job's next time are one batch, so that a second look is
 * not a second decision. A look that changed nothing stores its attempt first and moves its job next: only of an
 * interrupted one may there be two.
 */
export async function findViolations(
  db: Db,
  plan: Plan,
  internet: Pick<Internet, 'requests'>,
  interrupted: ReadonlySet<string>,
): Promise<Found> {
  const violations: string[] = []
  let unlearnt = 0
  const looks = looksIn(internet)
  const lookedAt = new Map<string, number>()
  const rows = async (sql: string) => (await db.client.execute(sql)).rows
  const by = async (sql: string) => Map.groupBy(await rows(sql), (row) => textIn(row, 'subject'))
  const domains = await by('select id as subject, * from domains')
  const leaves = await by('select subject, bytes from leaves order by "index"')
  const attempts = await by('select subject, outcome, at from attempts order by id')
  const jobs = await by("select * from jobs where kind = 'look-domain'")

  for (let n = 0; n < plan.count; n += 1) {
    const id = domainId(n)
    const kind = kindOf(n)
    const twice = interrupted.has(id)
    const wrong = (what: string, found: unknown) =>
      violations.push(`${id} (${kind}${twice ? ', interrupted' : ''}): ${what}: ${JSON.stringify(found)}`)

    const made = attempts.get(id) ?? []
    const outcomes = made.map((attempt) => textIn(attempt, 'outcome'))
    const first = outcomes[0] ?? 'none'
    if (first === 'unreachable' && meets[kind] !== first) unlearnt += 1
    else if (first !== meets[kind]) wrong('its first look', first)
    const want = expected[first]
    const isRepeated = twice && first === 'unreachable' && outcomes.length === 2
    if (outcomes.length !== want?.attempts && !isRepeated) wrong('its attempts', outcomes)

    const [domain] = domains.get(id) ?? []
    if (!isRepeated && domain?.['state'] !== want?.state) wrong('its state', domain?.['state'])
    const goodFor = Number(domain?.['expires_at']) - plan.beginsAt
    const isFresh = goodFor > lifetimes.domainProof - second
    if (isFresh !== outcomes.includes('proved')) wrong('its proof is good for days', goodFor / day)
    const acts = (leaves.get(id) ?? []).map((leaf) => actOf(leaf['bytes'])).join()
    if (!isRepeated && acts !== want?.acts) wrong('its decisions', acts)

    const at = made.at(-1)?.['at']
    if (at !== undefined) lookedAt.set(id, Number(at))

    const seen = looks.get(id) ?? 0
    if (seen !== 1 && !(twice && seen === 2)) wrong('its looks', seen)

    const [job, ...more] = jobs.get(id) ?? []
    if (job === undefined || more.length > 0) wrong('its jobs', [job, ...more])
    else if (Number(job['due_at']) < plan.endsAt || job['lease_id'] !== null || job['last_error'] !== null)
      wrong('its job', job)
  }

  const [log] = await rows('select count(*) as leaves, max("index") + 1 as next from leaves')
  if (log?.['leaves'] !== log?.['next']) violations.push(`the log has gaps: ${JSON.stringify(log)}`)
  const troubled = await rows("select * from jobs where kind <> 'look-domain' and last_error is not null")
  for (const job of troubled) violations.push(`a job failed: ${JSON.stringify(job)}`)
  if (unlearnt > plan.count * unlearntShareMax) violations.push(`${unlearnt} looks learnt nothing`)
  return { violations, unlearnt, looks, lookedAt }
}

/** Each look asks for a random sibling of its own, however often it must repeat the question. */
function looksIn({ requests }: Pick<Internet, 'requests'>): ReadonlyMap<string, number> {
  const siblings = new Map<string, Set<string>>()
  for (const request of requests) {
    if (request.kind !== 'dns' || request.resolver !== 0 || request.type !== 'TXT') continue
    const [, sibling, number] = /^_([a-z2-7]{16})\.firm(\d+)\.example$/.exec(request.name) ?? []
    if (sibling === undefined) continue
    const id = `dom_${number}`
    siblings.set(id, (siblings.get(id) ?? new Set()).add(sibling))
  }
  return new Map([...siblings].map(([id, own]) => [id, own.size]))
}

function actOf(bytes: unknown): string {
  const text = bytes instanceof ArrayBuffer ? new TextDecoder().decode(bytes) : '{}'
  return String(JSON.parse(text).act)
}
