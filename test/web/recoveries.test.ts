import { describe, expect, test } from 'vitest'
import { hour, minute } from '#base/clock.ts'
import { proveBrand } from '#test/support/registered.ts'
import type { Role } from '#auth/role.ts'
import { signIn } from '#test/support/sign-in.ts'
import { openScene, ownerOf, pass, rowOf, start, type Scene } from '#test/recoveries/fixture.ts'

async function people(role: Role = 'owner') {
  const scene = await openScene()
  const ana = await signIn(scene.house, scene.asker, { email: 'ana@new.example', role })
  const bo = await signIn(scene.house, scene.incumbent, { email: 'bo@agency.example', role })
  return { ...scene, ana, bo }
}

const idIn = (location: string | null) => /^\/recoveries\/(rec_\w+)$/.exec(location ?? '')?.[1] ?? ''

describe('a brand, on pages', () => {
  test('is asked for, followed and regained; whoever has it is told with a link to object', async () => {
    const { house, asker, incumbent, ana } = await people()
    await proveBrand(house, incumbent, 'other.example', { name: 'Other' })
    const sent = await ana.post('/recoveries/new', { domain: ' ACME.com ' })
    expect(sent.status).toBe(303)
    const id = idIn(sent.headers.get('location'))
    const page = await ana.get(`/recoveries/${id}`)
    expect(page.text).toContain('The new text has not been seen yet.')
    const value = /<code id="recovery-value">([^<]*)</.exec(page.text)?.[1] ?? ''
    expect(value).toContain(`org=${asker.organisationId}`)
    await house.work()
    const told = house.letters.filter(({ subject }) => subject === 'Somebody asks to take over acme.com')
    // The organisation's own address, and its owner's, which lies outside the domain.
    expect(told.map(({ to }) => to).toSorted()).toEqual(['bo@agency.example', 'web@acme.example'])
    for (const { text } of told) {
      expect(text).toContain(`/recoveries/${id}`)
      expect(text).toContain('New Acme (…@new.example)')
    }
    house.world.dns.records('_veramarca-challenge.acme.com', 'TXT', value)
    await pass(house, 2 * hour)
    expect((await ana.get(`/recoveries/${id}`)).text).toContain('If that stays so and nobody objects')
    await pass(house, 80 * hour)
    expect(await ownerOf(house)).toBe(asker.organisationId)
    const passed = await ana.get(`/recoveries/${id}`)
    expect(passed.text).toContain('The brand has passed.')
    expect(house.letters.filter(({ subject }) => subject === 'acme.com has been taken over').length).toBe(3)
    expect((await ana.get('/dashboard/notices')).text).toContain('has passed to another organisation')
  })

  test('is objected to by an owner who has shown again who they are', async () => {
    const { house, ana, bo, ...scene } = await people()
    const { id } = await start(scene)
    expect((await bo.get('/dashboard')).text).toContain(
      'Another organisation asks to take over your brand at',
    )
    expect((await ana.get('/dashboard')).text).toContain('You ask to regain the brand at')
    const page = await bo.get(`/recoveries/${id}`)
    expect(page.text).toContain(`href="/recoveries/${id}/veto"`)
    expect(page.text).not.toContain('recovery-value')
    house.pass(11 * minute)
    for (const answered of [
      await bo.get(`/recoveries/${id}/veto`),
      await bo.post(`/recoveries/${id}/veto`),
    ]) {
      expect(answered.headers.get('location')).toBe(
        `/step-up?next=${encodeURIComponent(`/recoveries/${id}/veto`)}`,
      )
    }
    expect((await rowOf(house, id)).state).toBe('waiting')
    const again = await signIn(house, scene.incumbent, { email: 'cy@agency.example' })
    expect((await again.get(`/recoveries/${id}/veto`)).text).toContain('Yes, I object')
    expect((await again.post(`/recoveries/${id}/veto`)).status).toBe(303)
    expect((await rowOf(house, id)).state).toBe('disputed')
    expect((await again.post(`/recoveries/${id}/veto`)).status).toBe(409)
    expect((await ana.get(`/recoveries/${id}`)).text).toContain('An owner has objected')
  })

  test('is objected to by whoever reads the organisation’s own mail, be they a member or not', async () => {
    const { house, asker, ...scene } = await people()
    const { id } = await start({ asker })
    const stranger = await house.owner('Third Ltd')
    const contact = await signIn(house, stranger, { email: 'web@acme.example' })
    expect((await contact.post(`/recoveries/${id}/veto`)).status).toBe(303)
    expect((await rowOf(house, id)).state).toBe('disputed')
    expect(await ownerOf(house)).toBe(scene.incumbent.organisationId)
  })
})

describe('who may', () => {
  test('ask and object are owners; others see how it stands', async () => {
    const { house, ana, bo, asker } = await people('editor')
    expect((await ana.get('/recoveries/new')).text).toContain('Only owners of')
    expect((await ana.post('/recoveries/new', { domain: 'acme.com' })).status).toBe(403)
    const { id } = await start({ asker })
    expect((await bo.get(`/recoveries/${id}`)).text).toContain('Owners may object. Ask one of yours.')
    expect((await bo.get(`/recoveries/${id}/veto`)).status).toBe(404)
    expect((await bo.post(`/recoveries/${id}/veto`)).status).toBe(404)
    expect((await rowOf(house, id)).state).toBe('waiting')
    const stranger = await signIn(house, await house.owner('Third Ltd'), { email: 'eve@evil.example' })
    for (const path of ['', '/veto'])
      expect((await stranger.get(`/recoveries/${id}${path}`)).status).toBe(404)
    expect((await stranger.post(`/recoveries/${id}/veto`)).status).toBe(404)
    expect((await house.ask(`/recoveries/${id}`, { headers: { accept: 'text/html' } })).status).toBe(303)
  })

  test('ask only a moment after they showed who they are', async () => {
    const { house, ana } = await people()
    house.pass(11 * minute)
    const asked = await ana.post('/recoveries/new', { domain: 'acme.com' })
    expect(asked.headers.get('location')).toBe('/step-up?next=%2Frecoveries%2Fnew')
  })
})

describe('the pages', () => {
  const hostile = '<script>alert(1)</script>'

  async function pages(): Promise<readonly (readonly [string, Scene['house'], string, string])[]> {
    const scene = await openScene()
    const asker = await scene.house.owner(`New ${hostile}`)
    const ana = await signIn(scene.house, asker, { email: 'ana@new.example' })
    const bo = await signIn(scene.house, scene.incumbent, { email: 'bo@agency.example' })
    const { id } = await start({ asker })
    return [
      ['start', scene.house, '/recoveries/new', ana.cookie],
      ['asker', scene.house, `/recoveries/${id}`, ana.cookie],
      ['incumbent', scene.house, `/recoveries/${id}`, bo.cookie],
      ['veto', scene.house, `/recoveries/${id}/veto`, bo.cookie],
    ]
  }

  test('hold what strangers call themselves as text, in each language, and nothing is left in English', async () => {
    const english = new Map<string, ReadonlySet<string>>()
    for (const language of ['en', 'es', 'pl']) {
      for (const [name, house, path, cookie] of await pages()) {
        const headers = { cookie, accept: 'text/html', 'accept-language': language }
        const { status, text } = await house.ask(path, { headers })
        expect([name, status]).toEqual([name, 200])
        expect(text).toContain(`<html lang="${language}">`)
        expect(text).not.toContain(hostile)
        const said = sentences(text)
        if (language === 'en') english.set(name, new Set(said))
        else expect([name, said.filter((one) => english.get(name)?.has(one))]).toEqual([name, []])
      }
    }
  })
})

/** What is said between tags in more than two words, but no code and no names. */
function sentences(html: string): readonly string[] {
  const [, main = ''] = /<main[^>]*>(.*)<\/main>/s.exec(html) ?? []
  const shown = main.replaceAll(/<(code|bdi|time|script)\b[^>]*>.*?<\/\1>/gs, ' ')
  return shown
    .split(/<[^>]+>/)
    .map((text) => text.trim())
    .filter((text) => text.split(' ').length > 2)
}
