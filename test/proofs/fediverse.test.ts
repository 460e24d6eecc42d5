import { describe, expect, test } from 'vitest'
import type { World } from '#test/support/world.ts'
import {
  account,
  actor,
  actorId,
  finger,
  fingerUrl,
  mastodon,
  note,
  noteId,
  noteUrl,
} from './fixtures/mastodon.ts'
import { code, html, inShort, json, look, type Pages, posted, scene as worldOf } from './scene.ts'

const link = 'https://acme.com/'
const evil = 'acme@evil.example'
const asEvil = { ...mastodon, handle: evil }
const activity = 'application/activity+json'

const said = (world: World, scene = mastodon) => look(world, 'profile-link', scene).then(inShort)

describe('the name of an account is confirmed in both directions', () => {
  test('a foreign server’s name for it is an alias, and steals no id', async () => {
    const world = worldOf([account({ website: link }), { [fingerUrl(evil)]: finger(evil, actorId) }])
    const finding = await look(world, 'profile-link', asEvil)
    expect(finding).toMatchObject({ kind: 'refused', reason: 'alias_elsewhere', missing: false, seen: null })
    expect('detail' in finding && finding.detail).toContain('acme@mastodon.social')
  })

  test('an actor that its own server does not know by name is nobody', async () => {
    const id = 'https://evil.example/users/acme'
    const unknown: Pages = {
      [fingerUrl('acme@mastodon.social')]: finger('acme@mastodon.social', id),
      [id]: actor({ id, website: link }),
    }
    const world = worldOf([unknown])
    expect(await said(world)).toBe('refused alias_elsewhere')
    world.web.page(fingerUrl(evil), finger(evil, 'https://evil.example/users/other'))
    expect(await said(world)).toBe('refused alias_elsewhere')
  })

  test('an actor may not be another server’s, whoever shows it', async () => {
    const file = 'https://evil.example/actor'
    const world = worldOf([
      account({}),
      { [fingerUrl(evil)]: finger(evil, file), [file]: actor({ website: link }) },
    ])
    expect(await said(world, asEvil)).toBe('refused alias_elsewhere')
  })

  test('a file that somebody uploaded to a server is not that server’s actor', async () => {
    const file = 'https://mastodon.social/media/1.json'
    const forged = actor({ website: 'https://acme.com/' })
    const pages = { [fingerUrl(evil)]: finger(evil, file), [file]: forged }
    // Under the id itself the true actor is found, which has no link.
    const world = worldOf([account({}), pages])
    expect(await said(world, asEvil)).toBe('refused alias_elsewhere')
    const own = worldOf([
      account({}),
      { [fingerUrl('acme@mastodon.social')]: finger('acme@mastodon.social', file), [file]: forged },
    ])
    expect(await said(own)).toBe('refused alias_elsewhere')
  })

  test('a brand whose names are on its domain and whose server is below it is read', async () => {
    const id = 'https://social.acme.com/users/news'
    const pages: Pages = {
      [fingerUrl('news@acme.com')]: finger('news@acme.com', id),
      [fingerUrl('news@social.acme.com')]: finger('news@acme.com', id),
      [id]: actor({ handle: 'news', id, website: link }),
    }
    for (const handle of ['news@acme.com', 'news@social.acme.com']) {
      const finding = await look(worldOf([pages]), 'profile-link', { ...mastodon, handle })
      expect(finding).toMatchObject({ kind: 'proved', seen: { handle: 'news@acme.com', platformId: id } })
    }
    for (const other of [finger('news@acme.com', `${id}2`), finger('press@acme.com', id)]) {
      const world = worldOf([pages, { [fingerUrl('news@acme.com')]: other }])
      const outcome = await said(world, { ...mastodon, handle: 'news@social.acme.com' })
      expect(outcome).toBe('refused alias_elsewhere')
    }
    const { [fingerUrl('news@acme.com')]: _gone, ...half } = pages
    const world = worldOf([half])
    world.web.site('acme.com')
    expect(await said(world, { ...mastodon, handle: 'news@social.acme.com' })).toBe('refused alias_elsewhere')
  })

  test('movedTo and alsoKnownAs give no identity', async () => {
    const body = actor({ website: link }).body?.replace(
      '"alsoKnownAs"',
      '"movedTo":"https://famous.example/users/other","alsoKnownAs"',
    )
    const world = worldOf([account({}), { [actorId]: { body: body ?? '', contentType: activity } }])
    expect(await look(world, 'profile-link', mastodon)).toMatchObject({
      kind: 'proved',
      seen: { platformId: actorId },
    })
  })

  test('a server that is silent when asked back decides nothing', async () => {
    const id = 'https://social.acme.com/users/news'
    const pages: Pages = {
      [fingerUrl('news@acme.com')]: finger('news@acme.com', id),
      [fingerUrl('news@social.acme.com')]: { status: 503 },
      [id]: actor({ handle: 'news', id, website: link }),
    }
    expect(await said(worldOf([pages]), { ...mastodon, handle: 'news@acme.com' })).toBe(
      'unreachable server_error',
    )
  })
})

describe('what a server must say', () => {
  const broken: Readonly<Record<string, Pages>> = {
    'no self link': {
      [fingerUrl('acme@mastodon.social')]: json(
        { subject: 'acct:acme@mastodon.social', links: [] },
        'application/jrd+json',
      ),
    },
    'two self links': {
      [fingerUrl('acme@mastodon.social')]: json({
        subject: 'acct:acme@mastodon.social',
        links: [actorId, `${actorId}2`].map((href) => ({ rel: 'self', type: activity, href })),
      }),
    },
    'a subject that is no account': {
      [fingerUrl('acme@mastodon.social')]: json({
        subject: 'https://mastodon.social/@acme',
        links: [{ rel: 'self', type: activity, href: actorId }],
      }),
    },
    'an actor over plain http': {
      [fingerUrl('acme@mastodon.social')]: finger(
        'acme@mastodon.social',
        'http://mastodon.social/users/acme',
      ),
    },
    'an actor without a name': { [actorId]: json({ id: actorId, type: 'Person', summary: '' }, activity) },
    'an actor that is a note': { [actorId]: note(actorId, 'x', posted, actorId) },
    'an actor with neither fields nor a bio': {
      [actorId]: json({ id: actorId, type: 'Person', preferredUsername: 'acme' }, activity),
    },
    'an actor of several unknown types': {
      [actorId]: json(
        { id: actorId, type: ['Thing', 'Person'], preferredUsername: 'acme', summary: '' },
        activity,
      ),
    },
    'a list of no types': {
      [actorId]: json({ id: actorId, type: [], preferredUsername: 'acme', summary: '' }, activity),
    },
    'an actor that is malformed': { [actorId]: { body: '{"id":', contentType: activity } },
    'an actor whose id wanders': {
      [actorId]: json(
        { id: 'https://mastodon.social/a', type: 'Person', preferredUsername: 'acme', summary: '' },
        activity,
      ),
      'https://mastodon.social/a': json(
        { id: 'https://mastodon.social/b', type: 'Person', preferredUsername: 'acme', summary: '' },
        activity,
      ),
    },
  }

  test.each(Object.entries(broken))('%s decides nothing', async (_name, pages) => {
    expect(await said(worldOf([account({ website: link }), pages]))).toBe('unreachable unexpected_answer')
  })

  test('an actor as a page, or as plain JSON that anybody may upload, decides nothing', async () => {
    const { body = '' } = actor({ website: link })
    expect(await said(worldOf([account({}), { [actorId]: html(body) }]))).toBe('unreachable not_json')
    expect(await said(worldOf([account({}), { [actorId]: { body, contentType: 'application/json' } }]))).toBe(
      'unreachable not_json',
    )
  })

  test('a server that wants a signature decides nothing', async () => {
    expect(await said(worldOf([account({}), { [actorId]: { status: 401 } }]))).toBe('unreachable forbidden')
  })
})

test('a server that leaves out an empty list of fields has said enough', async () => {
  const page = json({ id: actorId, type: 'Person', preferredUsername: 'acme', summary: null }, activity)
  expect(await said(worldOf([account({}), { [actorId]: page }]))).toBe('refused no_link')
})

describe('a field of the profile', () => {
  const field = (value: string) => {
    const attachment = { type: 'PropertyValue', name: 'Web', value }
    return { id: actorId, type: ['Service', 'Bot'], preferredUsername: 'Acme', summary: null, attachment }
  }
  const saidOf = (value: string) => said(worldOf([account({}), { [actorId]: json(field(value), activity) }]))

  test.each([
    ['<a href="https://acme.com/">acme.com</a>', 'proved acme.com'],
    ['https://acme.com', 'proved acme.com'],
    ['acme.com', 'proved acme.com'],
    ['<a href="https://other.example">x</a> | <a href="https://acme.com">y</a>', 'proved acme.com'],
    ['Not <a href="https://acme.com/">acme.com</a>', 'refused no_link'],
    ['I like acme.com', 'refused no_link'],
    ['<a href="https://acme.com.evil.example/">acme.com</a>', 'refused link_elsewhere'],
    ['<a href="javascript:alert(1)">acme.com</a>', 'refused no_link'],
    ['<b>'.repeat(300), 'refused no_link'],
    ['<a href="https://acme.com/">x</a> '.repeat(51), 'refused no_link'],
  ])('%s: %s', async (value, outcome) => {
    expect(await saidOf(value)).toBe(outcome)
  })
})

describe('a post', () => {
  const saidOf = (pages: Pages, postUrl = noteUrl) =>
    look(worldOf([account({}), pages]), 'post', mastodon, { postUrl }).then(inShort)
  const copy = 'https://evil.example/@acme@mastodon.social/1'

  test('is believed from its author’s own server alone', async () => {
    expect(
      await saidOf({ [noteUrl]: note(actorId, code, posted), [noteId]: note(actorId, code, posted) }),
    ).toBe('proved acme.com')
    // A copy elsewhere, under its true id or under one there.
    expect(await saidOf({ [copy]: note(actorId, code, posted) }, copy)).toBe('refused alias_elsewhere')
    expect(await saidOf({ [copy]: note(actorId, code, posted, copy) }, copy)).toBe('refused alias_elsewhere')
  })

  test('is read at its own id, whatever was uploaded elsewhere on the server', async () => {
    const file = 'https://mastodon.social/media/2.json'
    expect(
      await saidOf({ [file]: note(actorId, code, posted), [noteId]: note(actorId, 'x', posted) }, file),
    ).toBe('refused post_without_code')
  })

  test('of another account there proves nothing', async () => {
    const other = 'https://mastodon.social/users/other'
    const pages = {
      ...account({ handle: 'other@mastodon.social', id: other }),
      [noteUrl]: note(other, code, posted),
      [noteId]: note(other, code, posted),
    }
    expect(await saidOf(pages)).toBe('refused post_of_another')
  })

  test.each([
    ['without a date holds from its code on', { published: undefined }, 'proved acme.com'],
    [
      'by several is its first author’s',
      { attributedTo: [{ id: actorId }, 'https://x.example/a'] },
      'proved acme.com',
    ],
    ['by nobody decides nothing', { attributedTo: [] }, 'unreachable unexpected_answer'],
    ['by a name decides nothing', { attributedTo: 'acme' }, 'unreachable unexpected_answer'],
    ['without content decides nothing', { content: undefined }, 'unreachable unexpected_answer'],
  ])('%s', async (_name, change, outcome) => {
    const { body = '' } = note(actorId, code, posted, noteUrl)
    const page = json({ ...JSON.parse(body), ...change }, activity)
    expect(await saidOf({ [noteUrl]: page })).toBe(outcome)
  })

  test('whose author is gone is gone', async () => {
    const pages = {
      [noteUrl]: note(actorId, code, posted, noteUrl),
      [actorId]: { status: 410 },
      [fingerUrl('acme@mastodon.social')]: { status: 404 },
    }
    expect(await saidOf(pages)).toBe('refused account_not_found')
  })
})
