import { build } from 'esbuild'
import { expect, test } from 'vitest'
import type * as Reader from '#test/badges/readers/web-crypto.ts'
import { openStreet } from './fixture.ts'

declare const reader: typeof Reader

test('Chromium’s WebCrypto reads a badge from did.json alone, and refuses every flipped character', async () => {
  const street = await openStreet()
  try {
    await street.prove('acme.example')
    const { url, ask } = street.registry
    const { outputFiles } = await build({
      entryPoints: ['test/badges/readers/web-crypto.ts'],
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'reader',
      footer: { js: 'globalThis.reader = reader' },
    })
    const { context, page } = await street.visitor()
    await context.addInitScript(outputFiles[0]?.text ?? '')
    await page.goto(`${url}/what-a-badge-says`)
    const given = {
      did: JSON.parse((await ask('/.well-known/did.json')).text),
      badge: (await ask('/badges/acme.example.jwt')).text,
    }
    const { subject, taken } = await page.evaluate(async ({ did, badge }) => {
      const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
      const places: number[] = []
      for (let at = 0; at < badge.length; at += 1) {
        const letter = badge.charAt(at)
        const flipped = letter === '.' ? 'A' : alphabet[alphabet.indexOf(letter) ^ 32]
        const changed = `${badge.slice(0, at)}${flipped}${badge.slice(at + 1)}`
        await reader.verify(did, changed).then(
          () => places.push(at),
          () => undefined,
        )
      }
      return { subject: (await reader.verify(did, badge)).credentialSubject.id, taken: places }
    }, given)
    expect(subject).toBe('https://acme.example')
    expect(taken).toEqual([])
  } finally {
    await street.close()
  }
})
