import { onTestFinished } from 'vitest'
import { createApp } from '#app.ts'
import { issueBadge } from '#badges/issue-badge.ts'
import { findPlaque } from '#embed/verify.ts'
import { addAccount, addBrand, did, openHome, publicUrl, type Home } from '#test/badges/fixture.ts'

export type Shown = { readonly home: Home; readonly page: Page }

/** A visitor's page: what it asked the registry, and what it is told instead of the registry's own answer. */
export type Page = {
  readonly asked: string[]
  readonly told: Map<string, string | number>
  /** Milliseconds by which the visitor's clock is ahead. */
  clockAhead: number
  see(origin?: string, domain?: string): ReturnType<typeof findPlaque>
  read(path: string): Promise<string>
}

/** A registry that has issued a badge to acme.com, and somebody who looks at a page that bears it. */
export async function openPage(): Promise<Shown> {
  const home = await openHome()
  onTestFinished(home.close)
  await addBrand(home)
  await addAccount(home)
  await issueBadge(home.deps, 'br_acme')
  const app = createApp(home.deps)
  const ask = async (path: string) => await app.request(`${publicUrl}${path}`)
  const page: Page = {
    asked: [],
    told: new Map(),
    clockAhead: 0,
    read: async (path) => await (await ask(path)).text(),
    see: async (origin = 'https://acme.com', domain = 'acme.com') =>
      await findPlaque(
        {
          origin: publicUrl,
          now: () => home.clock.now() + page.clockAhead,
          async get(path, anew) {
            page.asked.push(anew ? `${path} anew` : path)
            const told = page.told.get(path)
            if (typeof told === 'string') return { status: 200, text: told }
            if (told !== undefined && told !== 404) return null
            const answer = await ask(path)
            const status = told ?? answer.status
            return status === 200 || status === 404 ? { status, text: await answer.text() } : null
          },
        },
        domain,
        origin,
      ),
  }
  return { home, page }
}

export function payloadIn(jwt: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString())
}

/** Our own key signs something else, as only a fault of ours could. */
export async function signedAnew(
  { deps }: Pick<Home, 'deps'>,
  jwt: string,
  change: Readonly<Record<string, unknown>>,
  header: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const keys = await deps.signer.current()
  const whole = { ...payloadIn(jwt), ...change }
  const kid = `${did}#${keys.kid}`
  return await keys.sign(
    { alg: 'ES256', typ: 'vc+jwt', cty: 'vc', kid, ...header },
    Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined)),
  )
}
