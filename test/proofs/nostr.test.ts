import { describe, expect, test } from 'vitest'
import { isSignedBy } from '#proofs/schnorr.ts'
import { nostr, noteUrl, secret } from './fixtures/nostr.ts'
import { signEvent } from './fixtures/sign-event.ts'
import { code, inShort, json, look, posted, scene as worldOf } from './scene.ts'

const said = (event: object) => look(worldOf([{ [noteUrl]: json(event) }]), 'post', nostr).then(inShort)
const note = signEvent(secret, `We are ${code}`, posted / 1_000)

describe('a signed note', () => {
  test('is its key’s, wherever it is found', async () => {
    expect(await said(note)).toBe('proved acme.com')
    expect(await said(signEvent(0x2008n, code, posted / 1_000))).toBe('refused post_of_another')
  })

  test.each([
    ['another text', { content: code }],
    ['another time', { created_at: 1 }],
    ['another key', { pubkey: signEvent(0x2008n, '', 0).pubkey }],
    ['another id', { id: '0'.repeat(64) }],
    ['another signature', { sig: signEvent(secret, 'x', 0).sig }],
    ['no signature', { sig: '' }],
    ['a signature too short', { sig: note.sig.slice(0, 64) }],
    ['more tags', { tags: [['x']] }],
  ])('with %s decides nothing', async (_name, change) => {
    expect(await said({ ...note, ...change })).toBe('unreachable unexpected_answer')
  })

  test('proves nothing by the word of a domain alone', async () => {
    const nip05 = { names: { _: nostr.id } }
    const world = worldOf([{ 'https://acme.com/.well-known/nostr.json?name=_': json(nip05) }])
    for (const method of ['profile-link', 'handle-is-domain'] as const) {
      expect(inShort(await look(world, method, nostr))).toBe('refused not_checkable')
    }
  })
})

// BIP 340's first two test vectors: key, message, signature.
const vectors = [
  [
    'f9308a019258c31049344f85f89d5229b531c845836f99b08601f113bce036f9',
    '0'.repeat(64),
    'e907831f80848d1069a5371b402410364bdf1c5f8307b0084c55f1ce2dca8215' +
      '25f66a4a85ea8b71e482a74f382d2ce5ebeee8fdb2172f477df4900d310536c0',
  ],
  [
    'dff1d77f2a671c5f36183726db2341be58feae1da2deced843240f7b502ba659',
    '243f6a8885a308d313198a2e03707344a4093822299f31d0082efa98ec4e6c89',
    '6896bd60eeae296db48a229ff71dfe071bde413e6d43f917dc8dcf8c78de3341' +
      '8906d11ac976abccb20b091292bff4ea897efcb639ea871cfa95f6de339e4b0a',
  ],
] as const

const fieldSize = 'fffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffc2f'
const order = 'fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141'
const negated = (s: string) => (BigInt(`0x${order}`) - BigInt(`0x${s}`)).toString(16).padStart(64, '0')

describe('a signature', () => {
  test.each(vectors)('of %s holds', async (key, message, signature) => {
    expect(await isSignedBy(key, message, signature)).toBe(true)
  })

  test.each(vectors)('of %s holds for nothing else', async (key, message, signature) => {
    const [r, s] = [signature.slice(0, 64), signature.slice(64)]
    const others: readonly (readonly [string, string, string])[] = [
      [key, message.replace(/.$/, '1'), signature],
      [key, message, r + negated(s)],
      [key, message, fieldSize + s],
      [key, message, r + order],
      [key, message, '0'.repeat(128)],
      [fieldSize, message, signature],
      ['eefdea4cdb677750a420fee807eacf21eb9898ae79b9768766e4faa04a2d4a34', message, signature],
      [vectors[key === vectors[0][0] ? 1 : 0][0], message, signature],
    ]
    for (const [owner, text, signed] of others) {
      expect([owner, text, signed, await isSignedBy(owner, text, signed)]).toEqual([
        owner,
        text,
        signed,
        false,
      ])
    }
  })
})
