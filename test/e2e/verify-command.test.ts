import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { carryInPng } from '#badges/picture/png-token.ts'
import { carryInSvg } from '#badges/picture/svg-token.ts'
import { runCommand } from '#test/support/command-line.ts'
import { nodeDoor, type Registry } from '#test/support/doors.ts'
import { enter, publish } from './fixture.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

describe('verify', () => {
  let registry: Registry
  let folder: string
  let jwt = ''
  const file = (name: string) => join(folder, name)
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'veramarca-verify-'))
    registry = await nodeDoor.open()
    const acme = await enter(await registry.owner(), 'acme.example')
    publish(registry, acme.challenge('dns-txt'))
    expect((await acme.check('dns-txt')).body.state).toBe('proved')
    jwt = (await registry.ask('/badges/acme.example.jwt')).text
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"></svg>'
    const files: Readonly<Record<string, string | Uint8Array>> = {
      'acme.jwt': `${jwt}\n`,
      'acme.svg': carryInSvg(svg, jwt),
      'acme.png': carryInPng(png, jwt),
      'acme.json': (await registry.ask('/badges/acme.example.json')).text,
      'plain.svg': svg,
      'page.html': `<img src="${registry.url}/badges/acme.example.svg">`,
      'forged.jwt': jwt.replace(/.{4}$/, 'AAAA'),
      'did.json': (await registry.ask('/.well-known/did.json')).text,
      'other-did.json': '{"id":"did:web:other.example","verificationMethod":[]}',
      'broken.json': '<!doctype html>',
      'list.json': '[]',
    }
    for (const [name, text] of Object.entries(files)) await writeFile(file(name), text)
  })
  afterAll(async () => {
    await registry.close()
    await rm(folder, { recursive: true, force: true })
  })

  test.each([
    ['acme.jwt', 0, 'Valid'],
    ['acme.svg', 0, 'Valid'],
    ['acme.png', 0, 'Valid'],
    ['acme.json', 0, 'Valid'],
    ['page.html', 0, 'Valid'],
    ['plain.svg', 1, 'Not known'],
    ['forged.jwt', 1, 'Not valid'],
    ['did.json', 1, 'Not valid'],
    ['nothing.jwt', 2, ''],
  ])('%s ends with %i', async (name, expected, word) => {
    const { code, stdout } = await runCommand(registry.env, 'verify', file(name))
    expect([code, stdout.split('\n')[0]]).toEqual([expected, word])
  })

  test('reads what an address leads to: our own, another’s, and one on this machine', async () => {
    const run = async (...words: readonly string[]) => await runCommand(registry.env, 'verify', ...words)
    const own = await run(
      `${registry.url}/badges/acme.example/es/card-dark.svg`,
      '--origin',
      'https://acme.example',
    )
    expect(own.stdout).toContain('Genuine and current: acme.example.')
    expect([own.code, own.stdout.includes('passed   origin: this_site')]).toEqual([0, true])

    const html = `<!doctype html><img src="${registry.url}/badges/acme.example.svg">`
    registry.internet.page.set('https://squatter.example/', {
      headers: { 'content-type': 'text/html' },
      body: html,
    })
    const copied = await run('https://squatter.example/')
    expect([copied.code, copied.stdout.includes('failed   origin: not_for_this_site')]).toEqual([1, true])
    const nowhere = await run('https://nowhere.example/')
    expect([nowhere.code, nowhere.stdout.split('\n')[0]]).toEqual([1, 'Not known'])

    const server = createServer((_, response) => void response.end(jwt)).listen(0, '127.0.0.1')
    onTestFinished(() => void server.close())
    await new Promise((resolve) => server.once('listening', resolve))
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    expect((await run(`http://localhost:${port}/acme.jwt`)).code).toBe(0)
    expect((await run(`http://192.0.2.1/acme.jwt`)).stdout).toContain('address_not_https')
  })

  describe('offline', () => {
    /** Neither a database nor a resolver that could be reached. */
    const offline = async (badge: string, ...words: readonly string[]) => {
      const home = await mkdtemp(join(tmpdir(), 'veramarca-nothing-'))
      onTestFinished(() => rm(home, { recursive: true, force: true }))
      const database = join(home, 'data', 'veramarca.db')
      const env = { DATABASE_URL: `file:${database}`, DOH_URLS: 'https://a.invalid/,https://b.example/' }
      const ran = await runCommand(env, 'verify', badge, ...words)
      expect(existsSync(join(home, 'data'))).toBe(false)
      return ran
    }

    test.each(['acme.jwt', 'acme.svg', 'acme.png'])(
      'says of %s that its signature is valid and its status unknown, never "Valid"',
      async (name) => {
        const { code, stdout } = await offline(file(name), '--offline', file('did.json'))
        const [first, sentence, ...steps] = stdout.trim().split('\n')
        expect([code, first]).toEqual([1, 'Signature valid, status unknown'])
        expect(sentence).toContain('the badge of acme.example')
        expect(steps.at(-1)).toContain('unknown  status: status_not_asked')
        const json = await offline(file(name), '--offline', file('did.json'), '--json')
        expect(JSON.parse(json.stdout).valid).toBeNull()
      },
    )

    test.each([
      ['forged.jwt', [], 'failed   signature: signature_mismatch'],
      ['acme.jwt', ['--origin', 'https://squatter.example'], 'failed   origin: not_for_this_site'],
    ] as const)('says of %s %j that it is not valid', async (name, words, last) => {
      const { code, stdout } = await offline(file(name), '--offline', file('did.json'), ...words)
      expect([code, stdout.split('\n')[0]]).toEqual([1, 'Not valid'])
      expect(stdout).toContain(last)
    })

    test('says so when the keys are another’s', async () => {
      const { code, stdout } = await offline(file('acme.jwt'), '--offline', file('other-did.json'))
      expect([code, stdout.includes('failed   issuer: did_document_of_another')]).toEqual([1, true])
    })

    test.each([
      ['acme.jwt', 'missing.json', 'cannot be read'],
      ['acme.jwt', 'broken.json', 'is not JSON'],
      ['acme.jwt', 'list.json', 'is no did.json'],
      ['acme.jwt', 'acme.jwt', 'is not JSON'],
      ['plain.svg', 'did.json', 'carries no signed statement'],
      ['acme.json', 'did.json', 'says where a badge is and holds none'],
      ['page.html', 'did.json', 'says where a badge is and holds none'],
      ['missing.jwt', 'did.json', 'no such file'],
    ])('%s with %s is misuse, in a line', async (badge, document, words) => {
      const { code, stdout, stderr } = await offline(file(badge), '--offline', file(document))
      expect([code, stdout]).toEqual([2, ''])
      expect(stderr).toContain(words)
      expect(stderr.trim().split('\n')).toHaveLength(1)
    })

    test('fetches nothing, and says what to do instead', async () => {
      const { code, stderr } = await offline(
        `${registry.url}/badges/acme.example.jwt`,
        '--offline',
        file('did.json'),
      )
      expect([code, stderr.includes('save the badge')]).toEqual([2, true])
      expect(await readFile(file('did.json'), 'utf8')).toContain('did:web:localhost')
    })
  })
})
