import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  type Request,
} from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { enter, publish, type Entered } from '#test/e2e/fixture.ts'
import { nodeDoor, type Registry } from '#test/support/doors.ts'
import type { Owner } from '#test/support/house.ts'
import { findChromium } from './programs.ts'

export type Street = {
  readonly registry: Registry
  readonly owner: Owner
  /** A brand whose domain is proved, and whose badge stands. */
  prove(domain: string, name?: string): Promise<Entered>
  /** A page of a site, at its https origin. */
  build(origin: string, body: string, headers?: Readonly<Record<string, string>>): void
  /** A visitor with a browser that nobody has used, gone when the test ends. */
  visitor(options?: BrowserContextOptions): Promise<Visitor>
  close(): Promise<void>
}

export type Visitor = {
  readonly context: BrowserContext
  readonly page: Page
  /** Everything that his browser asked for, and what a page or a policy complained of. */
  readonly requests: Request[]
  readonly complaints: string[]
}

/** A running registry, sites around it on their own https origins, and Chromium, all on loopback. */
export async function openStreet(): Promise<Street> {
  const registry = await nodeDoor.open()
  let browser: Browser | undefined
  const close = async () => {
    await browser?.close()
    await registry.close()
  }
  try {
    const owner = await registry.owner()
    const port = registry.internet.netOptions.outboundPorts.get(443)
    browser = await chromium.launch({
      executablePath: findChromium(),
      args: [
        '--no-sandbox',
        '--ignore-certificate-errors',
        // Sites stand at the port that browsers take for https; nothing else in the world has an address.
        `--host-resolver-rules=MAP *.example 127.0.0.1:${port},MAP * ~NOTFOUND,EXCLUDE localhost`,
      ],
    })
    const launched = browser
    return {
      registry,
      owner,
      async prove(domain, name = 'Acme') {
        const entered = await enter(owner, domain, name)
        publish(registry, entered.challenge('dns-txt'))
        const checked = await entered.check('dns-txt')
        expect(checked.body.state, checked.text).toBe('proved')
        return entered
      },
      build(origin, body, headers = {}) {
        const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A site</title><meta name="viewport" content="width=device-width"></head><body>${body}</body></html>`
        registry.internet.page.set(`${origin}/`, { headers, body: html })
      },
      visitor: async (options) => await visit(launched, options),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function visit(browser: Browser, options: BrowserContextOptions = {}): Promise<Visitor> {
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    viewport: { width: 1280, height: 800 },
    ...options,
  })
  onTestFinished(async () => await context.close())
  const page = await context.newPage()
  const requests: Visitor['requests'] = []
  const complaints: string[] = []
  page.on('request', (request) => void requests.push(request))
  page.on('console', (message) => {
    // Browsers look for a site's icon by themselves, and it has none.
    const isIcon = message.location().url.endsWith('/favicon.ico')
    if (message.type() === 'error' && !isIcon) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  return { context, page, requests, complaints }
}

/**
 * The component as the builder's code has it, `attributes` added. The text beside the picture has room of its own, so
 * that what is inside is seen before the picture has come.
 */
export function component({ url }: Pick<Registry, 'url'>, brand: string, attributes = ''): string {
  return `<script type="module" src="${url}/embed.js"></script>
    <brand-badge brand="${brand}" ${attributes}><a class="inside" href="${url}/b/${brand}"><img src="${url}/badges/${brand}.svg" alt="${brand}"> inside</a></brand-badge>`
}

/** What the component has come to. */
export async function stateOf(page: Page, selector = 'brand-badge'): Promise<string | null> {
  await page.locator(`${selector}[state]`).first().waitFor()
  return await page.locator(selector).first().getAttribute('state')
}
