import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { day, hour, minute, second } from '#base/clock.ts'
import { nodeDoor, type Registry } from '#test/support/doors.ts'
import type { Answered, Owner } from '#test/support/house.ts'
import { publish, enter } from './fixture.ts'

const writers = 8

/** What the server has said yes to. */
type Acknowledged = { readonly brands: string[]; readonly domains: string[]; readonly claims: string[] }

describe('kill -9 in the middle of writing', () => {
  let registry: Registry
  let owner: Owner
  beforeAll(async () => {
    registry = await nodeDoor.open()
    owner = await registry.owner()
  })
  afterAll(async () => {
    await registry.close()
  })

  test('three times over, what was acknowledged is there, the log is whole, and no job is lost', async () => {
    const acknowledged: Acknowledged = { brands: [], domains: [], claims: [] }
    for (const round of [1, 2, 3]) {
      await storm(registry, owner, acknowledged, `r${round}`, 20 + Math.floor(Math.random() * 60))
      await registry.travel(0)
      await expectAllThere(owner, acknowledged)
      await expectWholeLog(registry)
    }
    await expectEachProofIsWatched(registry)
  })

  test('during the daily looks, each look is made again and takes effect once', async () => {
    const domains = await Promise.all(
      Array.from({ length: 20 }, async (_each, index) => {
        const entered = await enter(owner, `daily-${index}.example`)
        publish(registry, entered.challenge('dns-txt'))
        expect((await entered.check('dns-txt')).body.state).toBe('proved')
        return entered
      }),
    )
    const began = Date.now()
    const looks = () => registry.internet.requests.filter(({ kind }) => kind === 'dns').length
    const before = looks()
    await registry.travel((day + minute) / second)
    await vi.waitFor(() => expect(looks()).toBeGreaterThan(before + 10), { timeout: 20_000, interval: 1 })
    await registry.kill()

    // Beyond the lease which the dead process held.
    await registry.travel((day + 10 * minute) / second)
    const read = async (id: string) => (await owner.get(`/v1/domains/${id}`)).body
    await vi.waitFor(
      async () => {
        for (const { domainId } of domains) {
          const { attempts } = await read(domainId)
          expect(new Date(attempts[0].at).getTime()).toBeGreaterThan(began + day - second)
        }
      },
      { timeout: 20_000, interval: 200 },
    )
    for (const { domainId } of domains) {
      const { state, attempts } = await read(domainId)
      expect([state, attempts.length]).toEqual(['proved', 2])
    }
    await expectWholeLog(registry)
    await expectEachProofIsWatched(registry)
  })
})

/** Many writers at once, until so many writes are acknowledged; then the power fails. */
async function storm(
  registry: Registry,
  owner: Owner,
  acknowledged: Acknowledged,
  round: string,
  enough: number,
): Promise<void> {
  const power: { written: number; failed?: Promise<void> } = { written: 0 }
  const keep = (list: string[], answer: Answered) => {
    expect(answer.status).toBe(201)
    list.push(answer.body.id)
    power.written += 1
    if (power.written >= enough) power.failed ??= registry.kill()
  }
  const write = async (writer: number) => {
    for (let turn = 0; power.failed === undefined; turn += 1) {
      const name = `${round}-${writer}-${turn}`
      const brand = await owner.post('/v1/brands', { name })
      keep(acknowledged.brands, brand)
      const path = `/v1/brands/${brand.body.id}`
      const [domain, claim] = await Promise.all([
        owner.post(`${path}/domains`, { domain: `${name}.example` }),
        owner.post(`${path}/accounts`, { account: `https://x.com/${name.replaceAll('-', '_')}` }),
      ])
      keep(acknowledged.domains, domain)
      keep(acknowledged.claims, claim)
      publish(
        registry,
        domain.body.challenges.find((one: { method: string }) => one.method === 'dns-txt'),
      )
      await owner.post(`/v1/domains/${domain.body.id}/check`, { method: 'dns-txt' })
    }
  }
  // A writer ends when its connection breaks; an answer that was not a yes is a failure of the test.
  const ends = await Promise.allSettled(Array.from({ length: writers }, (_each, writer) => write(writer)))
  for (const end of ends) {
    if (end.status === 'rejected') expect(String(end.reason)).toMatch(/fetch failed|terminated/)
  }
  await power.failed
}

async function expectAllThere(owner: Owner, { brands, domains, claims }: Acknowledged): Promise<void> {
  const paths = [
    ...brands.map((id) => `/v1/brands/${id}`),
    ...domains.map((id) => `/v1/domains/${id}`),
    ...claims.map((id) => `/v1/claims/${id}`),
  ]
  const answers = await Promise.all(paths.map(async (path) => ({ path, answer: await owner.get(path) })))
  for (const { path, answer } of answers) expect(answer.status, path).toBe(200)
}

/** Reads the log as an auditor would: from its bytes alone. */
async function expectWholeLog(registry: Registry): Promise<void> {
  const db = await registry.database()
  const { rows } = await db.client.execute(
    'select "index", subject, seq, bytes, hash from leaves order by "index"',
  )
  db.close()
  expect(rows.length).toBeGreaterThan(0)
  const heads = new Map<unknown, { seq: number; hash: unknown }>()
  for (const [index, row] of rows.entries()) {
    expect(row['index']).toBe(index)
    const bytes = Buffer.from(row['bytes'] as ArrayBuffer)
    const hash = createHash('sha256').update(Uint8Array.of(0)).update(bytes).digest('hex')
    expect(row['hash']).toBe(hash)
    const leaf = JSON.parse(bytes.toString('utf8'))
    const head = heads.get(leaf.subject)
    expect(leaf).toMatchObject({
      subject: row['subject'],
      seq: row['seq'],
      prev: head?.hash ?? null,
    })
    expect(leaf.seq).toBe(head === undefined ? 0 : head.seq + 1)
    heads.set(leaf.subject, { seq: leaf.seq, hash })
  }
}

/** Every proof has its next look, within a day, and every brand with a proof its badge or the job to make one. */
async function expectEachProofIsWatched(registry: Registry): Promise<void> {
  const db = await registry.database()
  const unwatched = await db.client.execute(
    `select name from domains where state in ('proved', 'failing', 'contested') and 1 <> (
       select count(*) from jobs where kind = 'look-domain' and subject = domains.id)`,
  )
  const late = await db.client.execute({
    sql: `select subject from jobs where kind = 'look-domain' and due_at > ?`,
    args: [Date.now() + 2 * day + hour],
  })
  const badgeless = await db.client.execute(
    `select slug from brands where slug is not null and not exists (
       select 1 from jobs where kind = 'issue-badge' and subject = brands.id)`,
  )
  const proved = await db.client.execute(`select count(*) as n from domains where state = 'proved'`)
  db.close()
  expect([unwatched.rows, late.rows, badgeless.rows]).toEqual([[], [], []])
  expect(proved.rows[0]?.['n']).toBeGreaterThan(0)
}
