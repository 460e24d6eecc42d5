import { describe, expect, test } from 'vitest'
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
