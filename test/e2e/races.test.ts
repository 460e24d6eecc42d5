import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createOrganisation } from '#auth/create-organisation.ts'
import { systemClock } from '#base/clock.ts'
import { systemRandom } from '#base/random.ts'
import { doors, type Registry } from '#test/support/doors.ts'
import type { Owner } from '#test/support/house.ts'
import { attemptIn, enter, lookUp } from './fixture.ts'

const racers = 200

describe.each(doors)('two hundred at once through the $door door', ({ open }) => {
  let registry: Registry
  beforeAll(async () => {
    registry = await open()
  })
  afterAll(async () => {
    await registry.close()
  })

  test('of identical domains entered by one organisation one is created', async () => {
    const owner = await registry.owner()
    const brand = await owner.post('/v1/brands', { name: 'Acme' })
    const path = `/v1/brands/${brand.body.id}/domains`
    const answers = await Promise.all(
      Array.from({ length: racers }, () => owner.post(path, { domain: 'acme.example' })),
    )
    const created = answers.filter(({ status }) => status === 201)
    const exists = answers.filter(({ status, body }) => status === 409 && body.reason === 'domain_exists')
    expect([created.length, exists.length]).toEqual([1, racers - 1])
    const { body } = await owner.get(path)
    expect(body.items).toHaveLength(1)
    expect(body.items[0].id).toBe(created[0]?.body.id)
  })

  test('of organisations proving one domain one holds it and the others contest it', async () => {
    const organisations = await enrolled(registry, racers)
    const entries = await Promise.all(organisations.map((owner) => enter(owner, 'prize.example')))
    const [first] = entries.map((entry) => entry.challenge('dns-txt'))
    const values = entries.map((entry) => entry.challenge('dns-txt').value)
    expect(new Set(values).size).toBe(racers)
    registry.internet.zone.set(first?.name ?? '', { TXT: values })

    const checks = await Promise.all(entries.map((entry) => entry.check('dns-txt')))
    for (const checked of checks) expect(attemptIn(checked).outcome).toBe('proved')
    const states = checks.map((checked) => checked.body.state)
    expect(states.filter((state) => state === 'proved')).toHaveLength(1)
    expect(states.filter((state) => state === 'contested')).toHaveLength(racers - 1)

    const winner = entries[states.indexOf('proved')]
    const { body } = await lookUp(registry, 'prize.example')
    expect(body).toMatchObject({ verdict: 'controlled', brand: { id: winner?.brandId } })
    const kept = await Promise.all(entries.map((entry) => entry.state()))
    expect(kept).toEqual(states)
    const holder = organisations[states.indexOf('proved')]
    const told = await holder?.get('/v1/notices')
    expect(told?.body.items[0]).toMatchObject({ kind: 'domain_contested', subject: winner?.domainId })
  })
})

/** Many organisations, entered as the command line enters one. */
async function enrolled(registry: Registry, count: number): Promise<readonly Owner[]> {
  const db = await registry.database()
  const seams = { db, clock: systemClock(), random: systemRandom }
  const owners: Owner[] = []
  for (let index = 0; index < count; index += 1) {
    const made = await createOrganisation(seams, { name: `Racer ${index}`, email: 'web@acme.example' })
    owners.push(registry.keyHolder(made.organisationId, made.key))
  }
  db.close()
  return owners
}
