import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { issueBadge } from '#badges/issue-badge.ts'
import { drawBadge } from '#badges/picture/draw-badge.ts'
import { day } from '#base/clock.ts'
import { badgePictures, badges, brands, domains } from '#db/schema.ts'
import { lease } from '#jobs/queue.ts'
import { addBrand, openHome, type Home } from '#test/badges/fixture.ts'

let home: Home
let drawn: string[]
beforeEach(async () => {
  home = await openHome()
  drawn = []
})
afterEach(() => home.close())

/** Does the brand's job, counting what is drawn. */
async function work(): Promise<number> {
  const { deps } = home
  const [job] = await lease(deps, { kind: 'draw-badge', subject: 'br_acme' })
  if (job === undefined) throw new Error('There is no job')
  const before = drawn.length
  const png = async (svg: string) => {
    drawn.push(svg)
    return new TextEncoder().encode(svg)
  }
  await drawBadge({ ...deps, raster: { png } }, job)
  return drawn.length - before
}

const stored = async () => await home.db.orm.select().from(badgePictures)
const decide = async (statement: Parameters<Home['db']['write']>[0][number]) => {
  await home.db.write([statement])
  await issueBadge(home.deps, 'br_acme')
}

describe('the job', () => {
  test('draws each language, style and theme, what has no words once, and is done', async () => {
    await addBrand(home)
    await issueBadge(home.deps, 'br_acme')
    expect(await work()).toBe(14)
    const variants = (await stored()).map(({ variant }) => variant)
    expect(variants.toSorted()).toEqual(
      [
        ...['en', 'es', 'pl'].flatMap((language) =>
          ['flat-light', 'flat-dark', 'card-light', 'card-dark'].map((rest) => `${language}/${rest}`),
        ),
        'en/mark-dark',
        'en/mark-light',
      ].toSorted(),
    )
    expect(await lease(home.deps, { kind: 'draw-badge', subject: 'br_acme' })).toEqual([])
  })

  test('draws nothing again that is drawn, whatever was signed or looked at meanwhile', async () => {
    await addBrand(home)
    await issueBadge(home.deps, 'br_acme')
    await work()
    home.clock.advance(day)
    await decide(home.db.orm.update(domains).set({ checkedAt: home.clock.now() }))
    expect(await work()).toBe(0)
    expect(await stored()).toHaveLength(14)
  })

  test('draws anew what looks different: a name leaves the marks, a state nothing', async () => {
    await addBrand(home)
    await issueBadge(home.deps, 'br_acme')
    await work()
    await decide(home.db.orm.update(brands).set({ name: 'Other' }))
    expect(await work()).toBe(12)
    await decide(home.db.orm.update(brands).set({ frozenAt: home.clock.now() }))
    expect(await work()).toBe(14)
    expect(drawn.slice(-14).join('')).not.toMatch(/proved|acreditado|potwierdzona/)
    expect(await stored()).toHaveLength(14)
  })

  test('takes away what is drawn no more, and all of a brand that is gone', async () => {
    await addBrand(home)
    await issueBadge(home.deps, 'br_acme')
    await work()
    await home.db.write([
      home.db.orm
        .update(badgePictures)
        .set({ variant: 'fr/flat-light' })
        .where(eq(badgePictures.variant, 'en/flat-light')),
    ])
    await issueBadge(home.deps, 'br_acme')
    expect(await work()).toBe(1)
    expect((await stored()).map(({ variant }) => variant)).not.toContain('fr/flat-light')
    await decide(home.db.orm.update(brands).set({ deletedAt: home.clock.now() }))
    expect(await work()).toBe(0)
    expect(await stored()).toEqual([])
  })

  test('draws a badge that has ended, although nobody renewed it, as expired', async () => {
    await addBrand(home)
    await issueBadge(home.deps, 'br_acme')
    await home.db.write([home.db.orm.update(badges).set({ expiresAt: home.clock.now() })])
    await work()
    expect(drawn).toHaveLength(14)
    expect(drawn.join('')).toContain('>Expired<')
    expect(drawn.join('')).not.toMatch(/proved|acreditado|potwierdzona/)
  })
})
