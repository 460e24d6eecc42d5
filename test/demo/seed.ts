import { createOrganisation } from '#auth/create-organisation.ts'
import { day, second } from '#base/clock.ts'
import { newId, systemRandom } from '#base/random.ts'
import { memberships, people } from '#db/schema.ts'
import type { Registry } from '#test/support/doors.ts'
import type { Owner } from '#test/support/house.ts'
import { show } from './accounts.ts'
import { samples, type Sample, type SampleAccount } from './brands.ts'
import { homePage } from './home-page.ts'

/** When the story begins, and when most brands come: long enough ago for a proof to lapse, and for one not to. */
export const beginning = -12 * day
const arrival = -8 * day

type Challenge = {
  readonly method: string
  readonly name: string
  readonly value: string
  readonly url: string
  readonly html: string
}

/** A sample in the registry, and what was published for it. */
type Entered = {
  readonly sample: Sample
  readonly owner: Owner
  readonly domainId: string
  readonly challenge: Challenge
  readonly accounts: readonly (SampleAccount & {
    readonly id: string
    readonly platform: string
    readonly handle: string
  })[]
}

/**
 * Plays twelve days: brands come and prove themselves by the API and by what their domains and accounts publish, time
 * passes, and records, links and holders change. The registry must have been opened at `beginning`.
 */
export async function seed(registry: Registry, say: (words: string) => void): Promise<void> {
  const lapsing = samples.filter(({ fate }) => fate === 'lapsed')
  const lapsed = await enterAll(registry, lapsing, beginning)
  for (const { challenge } of lapsed) registry.internet.zone.remove(challenge.name)
  say('four days later')
  await registry.travel(arrival / second, offset(arrival))
  await untilStates(lapsed, 'failing')
  const others = await enterAll(
    registry,
    samples.filter(({ fate }) => fate !== 'lapsed'),
    arrival,
  )
  for (const entered of others) change(registry, entered)
  say('today')
  await registry.travel(0, offset(0))
  await untilStates(lapsed, 'lapsed')
  await untilStates(
    others.filter(({ sample }) => sample.fate === 'failing'),
    'failing',
  )
  for (const { owner, sample, domainId, accounts } of others) {
    // The daily looks come to it, one platform's slowly; asking is quicker.
    for (const { id } of accounts.filter(({ shows }) => shows === 'lost' || shows === 'sold')) {
      await answered(owner.post(`/v1/claims/${id}/check`), 200)
    }
    if (sample.fate === 'contested') await contest(registry, sample.domain)
    if (sample.fate === 'frozen') {
      const { body } = await answered(owner.get(`/v1/domains/${domainId}`), 200)
      await answered(owner.post(`/v1/brands/${body.brand_id}/freeze`), 200)
    }
  }
}

export function offset(milliseconds: number): Readonly<Record<string, string>> {
  return { CLOCK_OFFSET: String(milliseconds / second) }
}

async function enterAll(registry: Registry, some: readonly Sample[], at: number): Promise<Entered[]> {
  const entered: Entered[] = []
  for (const sample of some) entered.push(await enter(registry, sample, at))
  return entered
}

async function enter(registry: Registry, sample: Sample, at: number): Promise<Entered> {
  const { domain, name, country, category, method = 'dns-txt', aliases = [], accounts = [] } = sample
  const owner = await ownerOf(registry, sample, at)
  const words = { name, country, category, aliases }
  const { body: brand } = await answered(owner.post('/v1/brands', words), 201)
  const { body: added } = await answered(owner.post(`/v1/brands/${brand.id}/domains`, { domain }), 201)
  const challenge: Challenge = added.challenges.find((one: Challenge) => one.method === method)
  registry.internet.page.set(`https://${domain}/`, homePage(registry.url, sample, challenge))
  const isPending = sample.fate === 'pending'
  if (!isPending) {
    publish(registry, challenge)
    const { body } = await answered(owner.post(`/v1/domains/${added.id}/check`, { method }), 200)
    if (body.state !== 'proved') throw new Error(`${domain}: ${JSON.stringify(body.attempts)}`)
  }
  const claimed = []
  for (const wanted of accounts) {
    const { account, relation, shows } = wanted
    const { body: claim } = await answered(
      owner.post(`/v1/brands/${brand.id}/accounts`, { account, relation }),
      201,
    )
    claimed.push({ ...wanted, id: claim.id, platform: claim.platform, handle: claim.handle })
    display(registry, claim, shows === 'nothing' ? '' : `https://${domain}/`)
    if (shows === 'nothing' || isPending) continue
    const { body: check } = await answered(owner.post(`/v1/claims/${claim.id}/check`), 200)
    if (check.verdict !== 'verified') throw new Error(`${account}: ${JSON.stringify(check.attempts)}`)
  }
  if (sample.watched === true) {
    await answered(owner.patch(`/v1/brands/${brand.id}`, { watch_lookalikes: true }), 200)
  }
  for (const account of sample.notOurs ?? []) {
    await answered(owner.post(`/v1/brands/${brand.id}/not-ours`, { account }), 201)
  }
  if (sample.absentFrom !== undefined) {
    await answered(owner.post(`/v1/brands/${brand.id}/absences`, { platforms: sample.absentFrom }), 200)
  }
  return { sample, owner, domainId: added.id, challenge, accounts: claimed }
}

function publish({ internet }: Registry, { method, name, value, url }: Challenge): void {
  if (method === 'dns-txt') internet.zone.set(name, { TXT: [value] })
  if (method === 'dns-cname') internet.zone.set(name, { CNAME: value })
  if (method === 'http-file')
    internet.page.set(url, { headers: { 'content-type': 'text/plain' }, body: value })
}

function display(
  { internet }: Registry,
  { platform, handle }: { readonly platform: string; readonly handle: string },
  website: string,
  holder?: number,
): void {
  if (platform !== 'github' && platform !== 'mastodon' && platform !== 'bluesky') return
  show(internet, { platform, handle, website, ...(holder === undefined ? {} : { holder }) })
}

/** What happened to a brand since it came. */
function change(registry: Registry, { sample, challenge, accounts }: Entered): void {
  if (sample.fate === 'failing') registry.internet.zone.remove(challenge.name)
  for (const account of accounts) {
    if (account.shows === 'lost') display(registry, account, '')
    if (account.shows === 'sold') display(registry, account, 'https://handles-for-sale.example/', 99_887_766)
  }
}

/** A second organisation shows control of the same name, and the first does not stop. */
async function contest(registry: Registry, domain: string): Promise<void> {
  const owner = await ownerOf(registry, { domain: `${domain}.rival.example`, name: 'Estrella Viajes' }, 0)
  const { body: brand } = await answered(owner.post('/v1/brands', { name: 'Estrella Viajes' }), 201)
  const { body: added } = await answered(owner.post(`/v1/brands/${brand.id}/domains`, { domain }), 201)
  const challenge: Challenge = added.challenges.find((one: Challenge) => one.method === 'dns-cname')
  publish(registry, challenge)
  const { body } = await answered(owner.post(`/v1/domains/${added.id}/check`, { method: 'dns-cname' }), 200)
  if (body.state !== 'contested') throw new Error(`${domain} is ${body.state}`)
}

async function ownerOf(
  registry: Registry,
  { name, domain }: Pick<Sample, 'name' | 'domain'>,
  at: number,
): Promise<Owner> {
  const db = await registry.database()
  try {
    const clock = { now: () => Date.now() + at }
    const email = `web@${domain}`
    const deps = { db, clock, random: systemRandom }
    const { organisationId, key } = await createOrganisation(deps, { name, email })
    const personId = newId(systemRandom, 'per')
    const createdAt = clock.now()
    // Whoever signs in with this address is its owner.
    await db.write([
      db.orm.insert(people).values({ id: personId, email, language: 'en', createdAt }),
      db.orm
        .insert(memberships)
        .values({ id: newId(systemRandom, 'mem'), organisationId, personId, role: 'owner', createdAt }),
    ])
    return registry.keyHolder(organisationId, key)
  } finally {
    db.close()
  }
}

type Answered = Awaited<ReturnType<Owner['get']>>

async function answered(answer: Promise<Answered>, status: number): Promise<Answered> {
  const given = await answer
  if (given.status !== status) throw new Error(`Expected ${status}, got ${given.status}: ${given.text}`)
  return given
}

/** The registry notices by itself; a minute is plenty. */
async function untilStates(some: readonly Entered[], state: string): Promise<void> {
  const deadline = Date.now() + 60_000
  for (const { owner, domainId, sample } of some) {
    for (;;) {
      const { body } = await answered(owner.get(`/v1/domains/${domainId}`), 200)
      if (body.state === state) break
      if (Date.now() > deadline) throw new Error(`${sample.domain} is ${body.state}, not ${state}`)
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
}
