import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { doors, type Registry } from '#test/support/doors.ts'
import type { Owner } from '#test/support/house.ts'
import { attemptIn, enter, lookUp, publish, serve, type MethodName } from './fixture.ts'

describe.each(doors)('what its owner says is published, through the $door door', ({ open }) => {
  let registry: Registry
  let owner: Owner
  beforeAll(async () => {
    registry = await open()
    owner = await registry.owner()
  })
  afterAll(async () => {
    await registry.close()
  })

  // On Workers the queue's delay brings the look: nobody ticks the cron trigger here.
  test.concurrent.each<MethodName>(['dns-txt', 'html-meta'])(
    'is found within seconds when it comes after the question, by %s, and nobody asks again',
    async (method) => {
      const domain = `patient-${method}.example`
      registry.internet.zone.set(domain, { negativeTtl: 1 })
      serve(registry, `https://${domain}/`, '<!doctype html><title>Home</title>')
      const entered = await enter(owner, domain)
      const before = registry.internet.requests.length
      expect(attemptIn(await entered.check(method)).outcome).toBe('refused')
      expect(registry.internet.requests.length).toBeGreaterThan(before)
      publish(registry, entered.challenge(method))
      await vi.waitFor(async () => expect(await entered.state()).toBe('proved'), {
        timeout: 60_000,
        interval: 500,
      })
      expect((await lookUp(registry, domain)).body.verdict).toBe('controlled')
      expect((await owner.get('/v1/notices')).body.items).toContainEqual(
        expect.objectContaining({ kind: 'domain_proved', subject: entered.domainId }),
      )
    },
  )

  test('is not looked for before its owner says so', async () => {
    const entered = await enter(owner, 'silent.example')
    publish(registry, entered.challenge('dns-txt'))
    await enter(owner, 'other.example').then(({ check }) => check('dns-txt'))
    const asked = registry.internet.requests.filter((line) => JSON.stringify(line).includes('silent.example'))
    expect(asked).toEqual([])
    expect(await entered.state()).toBe('pending')
  })
})
