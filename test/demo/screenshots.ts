import { mkdirSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { chromium, type BrowserContextOptions } from 'playwright-core'
import { sessionCookie, startSession } from '#auth/session.ts'
import { systemClock } from '#base/clock.ts'
import { systemRandom } from '#base/random.ts'
import { memberships, people } from '#db/schema.ts'
import { languages } from '#i18n/languages.ts'
import { findChromium } from '#test/browser/programs.ts'
import { nodeDoor, type Registry } from '#test/support/doors.ts'
import { beginning, offset, seed } from './seed.ts'

/** The main pages, as the demo has them, by the name of their picture. */
const pages = {
  home: '/',
  verified: '/?q=%40lumen%40mastodon.social',
  declared: '/?q=https%3A%2F%2Fx.com%2Fsierra',
  suspended: '/?q=github.com%2Fembajada',
  unregistered: '/?q=https%3A%2F%2Fx.com%2Fnobody_here',
  several: '/?q=https%3A%2F%2Fx.com%2Flumen%20and%20github.com%2Fembajada%20and%20%40lumen.example',
  brand: '/b/lumen.example',
  frozen: '/b/volcan.example',
  directory: '/brands',
  near: '/brands?search=lumne',
  changes: '/changes',
  verify: '/verify',
  builder: '/b/lumen.example/badge',
  guide: '/docs/guides/embed-a-badge',
  'sign-in': '/sign-in',
  dashboard: '/dashboard',
  register: '/register',
  members: '/members',
  keys: '/keys',
  account: '/account',
}

const looks: Readonly<Record<string, BrowserContextOptions>> = {
  wide: { viewport: { width: 1280, height: 800 } },
  dark: { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
  narrow: { viewport: { width: 320, height: 640 } },
}

const folder = '.build/screenshots'
mkdirSync(folder, { recursive: true })
const registry = await nodeDoor.open(offset(beginning))
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
try {
  await seed(registry, console.log)
  const cookie = { name: sessionCookie, value: await tokenOf(registry, 'web@lumen.example') }
  for (const language of languages) {
    for (const [look, options] of Object.entries(looks)) {
      const context = await browser.newContext({ ...options, locale: language })
      const page = await context.newPage()
      for (const [name, path] of Object.entries(pages)) {
        // Whoever is signed in is not asked to sign in.
        await context.clearCookies()
        if (name !== 'sign-in')
          await context.addCookies([
            { ...cookie, url: registry.url.replace('http:', 'https:'), secure: true, httpOnly: true },
          ])
        await page.goto(`${registry.url}${path}`)
        await page.screenshot({ path: `${folder}/${name}-${language}-${look}.png`, fullPage: true })
      }
      await context.close()
    }
  }
  console.log(
    `${Object.keys(pages).length * languages.length * Object.keys(looks).length} pictures are in ${folder}`,
  )
} finally {
  await browser.close()
  await registry.close()
}

/** Signs in somebody whom the demo knows. */
async function tokenOf(at: Registry, email: string): Promise<string> {
  const db = await at.database()
  try {
    const [found] = await db.orm
      .select({ personId: people.id, organisationId: memberships.organisationId })
      .from(people)
      .innerJoin(memberships, eq(memberships.personId, people.id))
      .where(eq(people.email, email))
    if (found === undefined) throw new Error(`The demo has no ${email}`)
    const seams = { db, clock: systemClock(), random: systemRandom }
    return (await startSession(seams, { ...found, method: 'email', userAgent: 'Screenshots' })).token
  } finally {
    db.close()
  }
}
