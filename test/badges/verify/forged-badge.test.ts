import { createHmac, createPublicKey } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createSigner, generateSigningKeys } from '#badges/keys/signer.ts'
import { verifyBadge } from '#badges/verify/verify-badge.ts'
import {
  did,
  encodePart,
  issuedBadge,
  lastStepOf,
  openHome,
  parsePart,
  partsOf,
  type Home,
} from '#test/badges/fixture.ts'

let home: Home
let badge = ''
beforeEach(async () => {
  home = await openHome()
  badge = await issuedBadge(home)
})
afterEach(() => home.close())

const parts = () => partsOf(badge)

async function told(text: string): Promise<string> {
  return lastStepOf(await verifyBadge(home.deps, { badge: text }))
}

describe('a changed badge', () => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

  test.each(['header', 'payload', 'signature'] as const)(
    'fails at every flipped character of the %s',
    async (part) => {
      const all = parts()
      const text = all[part]
      const step = part === 'payload' ? 7 : 1
      // Some flips name another issuer, whom nobody reaches: that is not known, and never good.
      home.world.web.fail('.', 'no_address')
      for (let at = text.length - 1; at >= 0; at -= step) {
        const flipped = alphabet[alphabet.indexOf(text.charAt(at)) ^ 1]
        const changed = { ...all, [part]: `${text.slice(0, at)}${flipped}${text.slice(at + 1)}` }
        const result = await verifyBadge(home.deps, {
          badge: `${changed.header}.${changed.payload}.${changed.signature}`,
        })
        expect(result.valid, `${part} at ${at}`).not.toBe(true)
        if (part !== 'header') expect(result.valid, `${part} at ${at}`).toBe(false)
        expect(result.credential).toBeUndefined()
      }
    },
  )

  test('fails when the signature is cut, doubled, zero, or spelled otherwise', async () => {
    const { header, payload, signature } = parts()
    const zeros = Buffer.alloc(64).toString('base64url')
    for (const other of [signature.slice(0, -2), signature + signature, zeros, `${signature}==`, '']) {
      expect(await told(`${header}.${payload}.${other}`)).toMatch(
        /^false: (?:signature failed signature_mismatch|format)/,
      )
    }
  })

  test.each([
    ['nothing', '', 'not_a_compact_jws'],
    ['two parts', 'e30.e30', 'not_a_compact_jws'],
    ['five parts, as a JWE has', 'e30.e30.e30.e30.e30', 'not_a_compact_jws'],
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'not_a_compact_jws'],
    ['a header that is a list', `${encodePart([])}.e30.AAAA`, 'not_a_compact_jws'],
    ['a payload that is text', `e30.${encodePart('hi')}.AAAA`, 'payload_not_json'],
    ['a payload that is not UTF-8', 'e30._w.AAAA', 'not_a_compact_jws|payload_not_json'],
    ['too much', 'A'.repeat(65_537), 'too_large'],
  ])('is no badge: %s', async (_, text, code) => {
    expect(await told(text)).toMatch(new RegExp(`^false: format failed (?:${code})$`))
  })
})

describe('a forged header', () => {
  const withHeader = (change: Record<string, unknown>) =>
    `${encodePart({ ...parsePart(parts().header), ...change })}.${parts().payload}.${parts().signature}`

  test.each([
    [{ alg: 'none' }, 'alg_not_es256'],
    [{ alg: 'HS256' }, 'alg_not_es256'],
    [{ alg: 'ES384' }, 'alg_not_es256'],
    [{ alg: undefined }, 'alg_not_es256'],
    [{ typ: 'JWT' }, 'typ_not_vc_jwt'],
    [{ cty: undefined }, 'cty_not_vc'],
    [{ crit: ['b64'], b64: false }, 'header_has_crit'],
    [{ jku: 'https://evil.example/jwks.json' }, 'header_has_more'],
    [{ jwk: {} }, 'header_has_more'],
    [{ kid: undefined }, 'kid_missing'],
    [{ kid: 7 }, 'kid_missing'],
    [{ kid: 'did:web:registry.example' }, 'kid_not_understood'],
    [{ kid: 'did:web:registry.example#a#b' }, 'kid_not_understood'],
  ])('%j fails', async (change, code) => {
    expect(await told(withHeader(change))).toBe(`false: header failed ${code}`)
  })

  test('the public key is no HMAC secret', async () => {
    const head = encodePart({ ...parsePart(parts().header), alg: 'HS256' })
    const secret = createPublicKey({ key: { ...home.deps.signer.publicKeys[0] }, format: 'jwk' })
    const pem = secret.export({ type: 'spki', format: 'pem' })
    const mac = createHmac('sha256', pem).update(`${head}.${parts().payload}`).digest('base64url')
    expect(await told(`${head}.${parts().payload}.${mac}`)).toBe('false: header failed alg_not_es256')
  })

  test('an unsigned badge fails, even one with an ES256 header', async () => {
    expect(await told(`${parts().header}.${parts().payload}.`)).toBe('false: format failed not_a_compact_jws')
  })

  test('an own key that we do not have fails', async () => {
    expect(await told(withHeader({ kid: `${did}#unknown` }))).toBe('false: issuer failed key_unknown')
  })

  test('another’s key under our name fails', async () => {
    const stranger = await createSigner(await generateSigningKeys())
    const header = { alg: 'ES256', typ: 'vc+jwt', cty: 'vc', kid: `${did}#${home.deps.signer.kid}` }
    expect(await told(await stranger.sign(header, parsePart(parts().payload)))).toBe(
      'false: signature failed signature_mismatch',
    )
  })
})
