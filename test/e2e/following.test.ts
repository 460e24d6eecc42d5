import { expect, test } from 'vitest'
import { nodeDoor } from '#test/support/doors.ts'
import { sessionCookie } from '#auth/session.ts'
import { enter } from './fixture.ts'
import { sessionIn } from './session.ts'

/** Seconds: a stream stays open for 55. */
const stopMax = 20

test('a server that is stopped does not wait for those who only follow, and they come back', async () => {
  const registry = await nodeDoor.open()
  try {
    const owner = await registry.owner()
    const { domainId } = await enter(owner, 'acme.example')
    const accept = 'text/event-stream'
    const headers = { accept, cookie: `${sessionCookie}=${await sessionIn(registry, owner)}` }
    const address = `/dashboard/domains/${domainId}/events`
    const stream = await fetch(`${registry.url}${address}`, { headers })
    expect(stream.headers.get('content-type')).toContain('text/event-stream')
    const reader = stream.body?.getReader()
    expect(new TextDecoder().decode((await reader?.read())?.value)).toContain('retry: 1000')
    const began = performance.now()
    await registry.travel(0)
    expect((performance.now() - began) / 1_000).toBeLessThan(stopMax)
    const again = await fetch(`${registry.url}${address}`, { headers })
    expect(again.status).toBe(200)
    await again.body?.cancel()
    await reader?.cancel().catch(() => undefined)
  } finally {
    await registry.close()
  }
})
