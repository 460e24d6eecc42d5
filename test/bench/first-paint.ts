import { chromium } from 'playwright-core'
import { findChromium } from '#test/browser/programs.ts'
import { nodeDoor } from '#test/support/doors.ts'

/** Pages of which people see one first. */
const paths = ['/', '/brands', '/?q=https%3A%2F%2Fx.com%2Facme', '/sign-in', '/verify']
const slowdown = 4
const visits = 5

/** What a page weighs with all that it asks for, and when it is first seen on a CPU that many times slower. A figure, no test. */
const registry = await nodeDoor.open()
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
try {
  for (const path of paths) {
    const seen: { readonly paint: number; readonly bytes: number }[] = []
    for (let visit = 0; visit < visits; visit += 1) {
      const context = await browser.newContext()
      const page = await context.newPage()
      const cdp = await context.newCDPSession(page)
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
      await cdp.send('Network.enable')
      let bytes = 0
      cdp.on('Network.loadingFinished', ({ encodedDataLength }) => void (bytes += encodedDataLength))
      await page.goto(`${registry.url}${path}`, { waitUntil: 'networkidle' })
      const paint = await page.evaluate<number>(
        "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN",
      )
      seen.push({ paint, bytes })
      await context.close()
    }
    const median = seen.map(({ paint }) => paint).toSorted((one, other) => one - other)[visits >> 1] ?? NaN
    const weight = Math.max(...seen.map(({ bytes }) => bytes)) / 1_024
    console.log(`${path.padEnd(36)} ${weight.toFixed(1).padStart(6)} KB  ${median.toFixed(0).padStart(5)} ms`)
  }
} finally {
  await browser.close()
  await registry.close()
}
