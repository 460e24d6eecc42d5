import { describe, expect, test } from 'vitest'
import type { Platform } from '#accounts/platform.ts'
import { platforms } from '#accounts/platforms/index.ts'
import { hostOfAccount, instructAccount, lookAtAccount } from '#proofs/look-account.ts'
import { accountMethodNames } from '#proofs/method.ts'
import type { Credentials } from '#proofs/reader.ts'
import { createWorld } from '#test/support/world.ts'
import { scenes } from './fixtures/index.ts'
import { acme, askedOf, code, sightOf, type Scene } from './scene.ts'

const every = Object.entries(scenes).map(([name, scene]) => ({ name, scene }))
const advice = (scene: Scene) => instructAccount(askedOf(scene), scene.credentials ?? {})

test.each(every)('on $name people are told what to type, and what we then look for', ({ scene }) => {
  const methods = advice(scene)
  expect(methods.map(({ method }) => method)).toContain(scene.account === undefined ? 'post' : 'profile-link')
  for (const { method, detail, value } of methods) {
    expect(detail).toMatch(/^[A-Z].*[.]$/s)
    if (value !== undefined) expect(detail).toContain(value)
    if (method === 'post') expect(value).toBe(code)
    if (method === 'profile-link') expect(['https://acme.com/', 'trust://acme.com!']).toContain(value)
  }
})

test('what to do is said in whole sentences', () => {
  const github = scenes['github'] ?? { platform: '', handle: '', id: null }
  expect(advice(github)).toEqual([
    {
      method: 'profile-link',
      detail:
        'Open Settings → Public profile → URL on GitHub (of an organisation: Settings → General → URL), and put ' +
        'https://acme.com/ there. Or: Open Settings → Public profile → Bio on GitHub, and add trust://acme.com! to ' +
        'it, with the exclamation mark.',
      value: 'https://acme.com/',
    },
    {
      method: 'post',
      detail:
        `Create a new public gist at https://gist.github.com/, and include the code ${code}. ` +
        'Then ask for a check, with the address of it as post_url.',
      value: code,
    },
  ])
})

test('a handle that is a domain, or can become one, is told so', () => {
  const on = (platform: string, handle: string) =>
    instructAccount({ ...askedOf({ platform, handle, id: null }), codes: [] }, {}).find(
      ({ method }) => method === 'handle-is-domain',
    )?.detail
  expect(on('bluesky', 'acme.bsky.social')).toContain('take acme.com.')
  expect(on('bluesky', 'acme.com')).toContain('nothing to type')
  expect(on('mastodon', 'news@social.acme.com')).toContain('nothing to type')
  expect(on('mastodon', 'acme@mastodon.social')).toBeUndefined()
})

test('without a proved domain, and without a code, there is nothing to do yet', () => {
  for (const { scene } of every) {
    expect(instructAccount({ ...askedOf(scene), domains: [], codes: [] }, scene.credentials ?? {})).toEqual(
      [],
    )
  }
})

describe('what can be checked at all', () => {
  test.each(every)('$name', ({ scene }) => {
    expect(hostOfAccount(scene.platform, scene.handle)).toMatch(/^[a-z.]+$/)
  })

  test.each(['instagram', 'facebook', 'linkedin'])('%s only with the operator’s credentials', (platform) => {
    expect(instructAccount(askedOf({ platform, handle: 'acme', id: null }), {})).toEqual([])
  })

  test('a platform that shows us nothing', () => {
    for (const platform of ['whatsapp', 'constructor']) {
      expect(hostOfAccount(platform, 'acme')).toBeNull()
      expect(instructAccount(askedOf({ platform, handle: 'acme', id: null }), {})).toEqual([])
    }
  })
})

describe('what a platform’s file says can be proved is what the methods offer', () => {
  const credentials = {
    xBearerToken: 'x',
    metaAccessToken: 'm',
    metaInstagramId: '1',
    linkedinAccessToken: 'l',
  }
  const offered = (key: string, platform: Platform, given: Credentials) =>
    new Set(
      Object.values(platform.examples.accepts).flatMap((handle) => {
        const own = handle.split('@').at(-1) ?? ''
        const domains = [acme, { ...acme, name: own, registrableDomain: own }]
        const asked = { ...askedOf({ platform: key, handle, id: null }), domains }
        return instructAccount(asked, given).map(({ method }) => method)
      }),
    )

  test.each(Object.entries<Platform>(platforms))('%s', (key, platform) => {
    const { website, post, domain, none } = platform.proofs
    const said = [
      ...(website === undefined ? [] : ['profile-link']),
      ...(domain === undefined ? [] : ['handle-is-domain']),
      ...(post === undefined ? [] : ['post']),
    ]
    expect([...offered(key, platform, credentials)].toSorted()).toEqual(said.toSorted())
    expect(none !== undefined).toBe(offered(key, platform, {}).size === 0)
  })
})

test('silence is a finding; a fault of our own is thrown', async () => {
  const github = scenes['github'] ?? { platform: '', handle: '', id: null }
  for (const method of accountMethodNames) {
    const broken = sightOf(createWorld())
    const sight = { ...broken, get: () => Promise.reject(new TypeError('a fault')) }
    const looked = lookAtAccount(sight, method, { ...askedOf(github), domains: [acme] })
    if (method === 'handle-is-domain')
      await expect(looked).resolves.toMatchObject({ reason: 'not_checkable' })
    else await expect(looked).rejects.toThrow('a fault')
  }
})
