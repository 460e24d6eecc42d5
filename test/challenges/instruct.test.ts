import { describe, expect, test } from 'vitest'
import { instruct } from '#challenges/instruct.ts'
import { methods } from '#challenges/methods/index.ts'
import { createWorld } from '#test/support/world.ts'
import { acme, record, said, shop, squatter } from './fixture.ts'

describe('instructions', () => {
  test('there is one for each method, with the fields that it has', () => {
    expect(instruct(acme)).toEqual([
      {
        method: 'dns-txt',
        name: '_veramarca-challenge.acme.com',
        host: '_veramarca-challenge',
        type: 'TXT',
        value: record,
      },
      {
        method: 'dns-cname',
        name: '_veramarca.acme.com',
        host: '_veramarca',
        type: 'CNAME',
        value: `org_acme.${acme.token}.dcv.registry.example`,
      },
      {
        method: 'http-file',
        url: 'https://acme.com/.well-known/veramarca-challenge/dom_acme.txt',
        value: record,
      },
      {
        method: 'html-meta',
        url: 'https://acme.com/',
        html: `<meta name="veramarca-challenge" content="${record}">`,
      },
    ])
  })

  test('hosts of a subdomain are what the panel of its registrable domain wants', () => {
    expect(instruct(shop).map(({ host }) => host)).toEqual([
      '_veramarca-challenge.shop',
      '_veramarca.shop',
      undefined,
      undefined,
    ])
  })

  test.each(Object.values(methods))(
    'who follows that of $name has proved the domain',
    async ({ name, instruct: tell }) => {
      const world = createWorld()
      world.web.site('acme.com')
      for (const challenge of [squatter, acme]) world.publish(tell(challenge))
      expect(await said(world, name)).toBe('proved')
      world.unpublish(tell(acme))
      expect(await said(world, name)).toMatch(/^refused/)
      expect(await said(world, name, squatter)).toBe('proved')
    },
  )

  test.each(Object.values(methods))(
    'another organisation’s $name proves nothing for us',
    async ({ name, instruct: tell }) => {
      const world = createWorld()
      world.web.site('acme.com')
      world.publish(tell(squatter))
      expect(await said(world, name)).toMatch(/^refused/)
    },
  )

  test('every method is filed under its own name', () => {
    expect(Object.entries(methods).map(([key, method]) => key === method.name)).toEqual([
      true,
      true,
      true,
      true,
    ])
  })
})
