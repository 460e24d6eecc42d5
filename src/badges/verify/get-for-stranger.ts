import type { Deps } from '#base/deps.ts'
import { registrable } from '#base/registrable.ts'
import { drawLooks } from '#jobs/budget.ts'
import { Unreachable, type Page } from '#net/net.ts'

/** Why nothing was learnt. */
type Silence = 'busy' | 'unreachable' | 'redirect_off_domain'

/**
 * One look at an address that a stranger has us make. Anybody may ask, about any host, so it draws on the host's
 * budget: otherwise this would be an engine against that host.
 */
export async function getForStranger(
  deps: Pick<Deps, 'db' | 'clock' | 'net'>,
  url: URL,
  { bytesMax, accept }: { readonly bytesMax: number; readonly accept: string },
): Promise<Page | Silence> {
  const [primary] = deps.net.perspectives
  const target = registrable(url.hostname)
  if (primary === undefined) return 'unreachable'
  if ((await drawLooks(deps, target, 'verify', 1)) > 0) return 'busy'
  try {
    return await primary.get(url.href, { bytesMax, target, accept })
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error
    return error.reason === 'redirect_off_domain' ? error.reason : 'unreachable'
  }
}
