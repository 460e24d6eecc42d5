import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createHash, createPublicKey, verify } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { didDocument, issuerOf, jwks } from '#badges/keys/did.ts'
import { readOrMakeKeyFile } from '#badges/keys/key-file.ts'
import { createSigner, generateSigningKeys } from '#badges/keys/signer.ts'

const header = { alg: 'ES256', typ: 'vc+jwt', cty: 'vc', kid: 'did:web:registry.example#k' }

function keysOf(text: string): Record<string, string>[] {
  return JSON.parse(text).keys
}

describe('the signer', () => {
  test('names its key by the RFC 7638 thumbprint', async () => {
    const text = await generateSigningKeys()
    const { x, y } = keysOf(text)[0] ?? {}
    const canonical = `{"crv":"P-256","kty":"EC","x":"${x}","y":"${y}"}`
    const thumbprint = createHash('sha256').update(canonical).digest('base64url')
    expect((await createSigner(text)).kid).toBe(thumbprint)
  })

  test('signs under exactly the header given, readable by node:crypto', async () => {
    const signer = await createSigner(await generateSigningKeys())
    const [head = '', body = '', signature = ''] = (await signer.sign(header, { iat: 1 })).split('.')
    expect(Buffer.from(head, 'base64url').toString()).toBe(JSON.stringify(header))
    expect(Buffer.from(body, 'base64url').toString()).toBe('{"iat":1}')
    const key = createPublicKey({ key: { ...signer.publicKeys[0] }, format: 'jwk' })
    const given = { key, dsaEncoding: 'ieee-p1363' as const }
    expect(verify('sha256', Buffer.from(`${head}.${body}`), given, Buffer.from(signature, 'base64url'))).toBe(
      true,
    )
  })

  test('uses the first key, publishes all, and never a private half', async () => {
    const [one = {}] = keysOf(await generateSigningKeys())
    const [two = {}] = keysOf(await generateSigningKeys())
    const signer = await createSigner(JSON.stringify({ keys: [one, two] }))
    expect(signer.publicKeys.map(({ kid }) => kid)[0]).toBe(signer.kid)
    expect(signer.publicKeys).toHaveLength(2)
    expect(JSON.stringify(signer)).not.toContain(one['d'])
    expect(JSON.stringify(signer.publicKeys)).not.toContain('"d"')
  })

  test.each([
    ['no JSON', 'hello', 'it is not JSON'],
    ['a bare key', '{"kty":"EC"}', 'keys is not as expected'],
    ['no key', '{"keys":[]}', 'keys is not as expected'],
    ['an RSA key', '{"keys":[{"kty":"RSA","n":"secret","e":"AQAB"}]}', 'keys.0.kty is not as expected'],
  ])('says what is wrong with %s', async (_, text, why) => {
    await expect(createSigner(text)).rejects.toThrow(`The signing keys cannot be used: ${why}`)
  })

  test('refuses a public key, a wrong private half and a key twice, and never quotes them', async () => {
    const [one = {}] = keysOf(await generateSigningKeys())
    const [two = {}] = keysOf(await generateSigningKeys())
    const { d: _, ...open } = one
    const told = async (keys: unknown[]) =>
      await createSigner(JSON.stringify({ keys })).then(
        () => 'accepted',
        (error: Error) => error.message,
      )
    const all = [await told([open]), await told([{ ...one, d: two['d'] }]), await told([one, one])]
    expect(all).toEqual([
      expect.stringContaining('keys.0.d is not as expected'),
      expect.stringContaining('private half'),
      expect.stringContaining('twice'),
    ])
    expect(all.join()).not.toContain(one['x'])
    expect(all.join()).not.toContain(two['d'])
  })
})

describe('the published keys', () => {
  test.each([
    ['https://registry.example', 'did:web:registry.example'],
    ['http://localhost:8787', 'did:web:localhost%3A8787'],
    ['https://registry.example:8443', 'did:web:registry.example%3A8443'],
  ])('the issuer of %s is %s', (url, did) => {
    expect(issuerOf(url)).toBe(did)
  })

  test('did.json has each key under both names, for assertions, without a private half', async () => {
    const signer = await createSigner(await generateSigningKeys())
    const did = 'did:web:localhost%3A8787'
    const document = didDocument(signer, 'http://localhost:8787')
    const ids = [`${did}#${signer.kid}`, `${did}#${signer.kid}-2020`]
    expect(document.id).toBe(did)
    expect(document.assertionMethod).toEqual(ids)
    expect(document.verificationMethod.map(({ id, type, controller }) => [id, type, controller])).toEqual([
      [ids[0], 'JsonWebKey', did],
      [ids[1], 'JsonWebKey2020', did],
    ])
    expect(JSON.stringify(document)).not.toContain('"d"')
  })

  test('jwks.json names its keys as badges do', async () => {
    const signer = await createSigner(await generateSigningKeys())
    expect(jwks(signer, 'http://localhost:8787').keys.map(({ kid }) => kid)).toEqual([
      `did:web:localhost%3A8787#${signer.kid}`,
    ])
  })
})

describe('the key file', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'veramarca-keys-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test('is made once, for its owner alone, and read from then on', async () => {
    const path = join(folder, 'data', 'signing-keys.json')
    const made = await readOrMakeKeyFile(path)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(await readOrMakeKeyFile(path)).toBe(made)
    await expect(createSigner(made)).resolves.toHaveProperty('kid')
    expect(readdirSync(join(folder, 'data'))).toEqual(['signing-keys.json'])
  })

  test.each([0o640, 0o604, 0o660])('is refused when others can read it (%o)', async (mode) => {
    const path = join(folder, 'keys.json')
    await readOrMakeKeyFile(path)
    chmodSync(path, mode)
    await expect(readOrMakeKeyFile(path)).rejects.toThrow('chmod 600')
  })

  test('is one and the same for all who come while it is being made', async () => {
    const path = join(folder, 'keys.json')
    const all = await Promise.all(
      Array.from({ length: 40 }, async (_, turns) => {
        for (let turn = 0; turn < turns; turn += 1) await setImmediate()
        return await readOrMakeKeyFile(path)
      }),
    )
    expect(new Set(all)).toEqual(new Set([readFileSync(path, 'utf8')]))
  })

  test('is one and the same for processes that start together', async () => {
    const path = join(folder, 'keys.json')
    const script = `import { readOrMakeKeyFile } from '#badges/keys/key-file.ts'
      process.stdout.write(await readOrMakeKeyFile(${JSON.stringify(path)}))`
    const argv = ['--experimental-strip-types', '--no-warnings', '--input-type=module', '--eval', script]
    const run = promisify(execFile)
    const all = await Promise.all([1, 2, 3].map(async () => (await run(process.execPath, argv)).stdout))
    expect(new Set(all)).toEqual(new Set([readFileSync(path, 'utf8')]))
    expect(readdirSync(folder)).toEqual(['keys.json'])
  })
})
