import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/**
 * What axe finds on a page as it stands, to be read in a failure. Only faults are gathered: describing all that passes
 * took longer. Contrast, the dearest rule of all, is left out where the same page is looked at in the same colours.
 */
export async function faultsOn(
  page: Page,
  { colours = true }: { readonly colours?: boolean } = {},
): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({
      resultTypes: ['violations'],
      rules: { 'target-size': { enabled: true }, 'color-contrast': { enabled: colours } },
    })
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
