import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPngToken } from '#badges/picture/png-token.ts'
import { readSvgToken } from '#badges/picture/svg-token.ts'
import { readPng } from '#test/badges/picture/read-png.ts'
import { doors, type Registry } from '#test/support/doors.ts'
import { enter, publish, verify } from './fixture.ts'

describe.each(doors)('pictures through the $door door', ({ open }) => {
  let registry: Registry
  beforeAll(async () => {
    registry = await open()
  })
  afterAll(async () => {
    await registry.close()
  })

  test('a PNG is there soon after the proof, decodes, and carries what verifies, as the SVG does', async () => {
    const acme = await enter(await registry.owner(), 'acme.example', 'Łódź & Söhne')
    publish(registry, acme.challenge('dns-txt'))
    await acme.check('dns-txt')
    const path = '/badges/acme.example/pl/card-dark.png'
    await expect.poll(() => drawn(path), { timeout: 30_000 }).not.toBeNull()
    const file = await drawn(path)
    if (file === null) throw new Error('The PNG is gone')
    const { width, height } = readPng(file)
    expect([width, height]).toEqual([680, 248])
    const { text } = await registry.ask('/badges/acme.example/pl/card-dark.signed.svg')
    for (const jwt of [readPngToken(file), readSvgToken(text)]) {
      expect((await verify(registry, jwt ?? '')).body.valid).toBe(true)
    }
  })

  async function drawn(path: string): Promise<Uint8Array | null> {
    const response = await fetch(`${registry.url}${path}`)
    expect([200, 503]).toContain(response.status)
    const body = new Uint8Array(await response.arrayBuffer())
    return response.ok ? body : null
  }
})
