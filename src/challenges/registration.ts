import { z } from 'zod'
import { day, minute } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import { Unreachable, type Net, type Perspective } from '#net/net.ts'

const bootstrapUrl = 'https://data.iana.org/rdap/dns.json'
const bootstrapBytesMax = 1_048_576
const answerBytesMax = 262_144

/** RFC 9224 §3: each service is a list of suffixes and a list of base URLs. */
const bootstrap = z.object({
  services: z.array(z.tuple([z.array(z.string()), z.array(z.string())]).rest(z.unknown())),
})
/** RFC 9083 §5.3 and §4.5; whatever else an answer holds is nobody's business here. */
const domainAnswer = z.object({
  ldhName: z.string(),
  events: z.array(z.object({ eventAction: z.string(), eventDate: z.string() })),
})

type Services = ReadonlyMap<string, URL>
type Seams = Pick<Deps, 'net' | 'clock'>

/** IANA asks that its files be kept, not fetched for each question: a day, beside the net that fetched them. */
const kept = new WeakMap<Net, { readonly services: Services | null; readonly until: number }>()

/** The RDAP server of a registrable domain's registry; null when there is none or it cannot be learnt. */
export async function rdapServerOf(seams: Seams, registrableDomain: string): Promise<URL | null> {
  const services = await servicesNow(seams)
  // RFC 9224 §4: the longest suffix that matches.
  const labels = registrableDomain.split('.')
  const suffixes = labels.slice(1).map((_, index) => labels.slice(index + 1).join('.'))
  return suffixes.map((suffix) => services?.get(suffix)).find((url) => url !== undefined) ?? null
}

/**
 * When a name was registered, or registered anew, by its registry (RFC 9083 §4.5), in milliseconds since the epoch;
 * null when it cannot be learnt. Best effort: a null says nothing, so it changes nothing.
 * @param by whose resolver finds the server; a surprising date wants a second one's word
 */
export async function registeredAt(
  { net }: Pick<Seams, 'net'>,
  server: URL,
  registrableDomain: string,
  by: 'primary' | 'second' = 'primary',
): Promise<number | null> {
  const from = net.resolvers[by === 'primary' ? 0 : 1]
  if (from === undefined) return null
  const url = new URL(`domain/${registrableDomain}`, server)
  const answer = await readJson(from, url, answerBytesMax, domainAnswer)
  if (answer === null || answer.ldhName.toLowerCase().replace(/\.$/, '') !== registrableDomain) return null
  const dates = answer.events
    .filter(({ eventAction }) => eventAction === 'registration' || eventAction === 'reregistration')
    .map(({ eventDate }) => Date.parse(eventDate))
    .filter((date) => Number.isFinite(date))
  return dates.length === 0 ? null : Math.max(...dates)
}

async function servicesNow({ net, clock }: Seams): Promise<Services | null> {
  const known = kept.get(net)
  if (known !== undefined && clock.now() < known.until) return known.services
  const [primary] = net.resolvers
  if (primary === undefined) return null
  const file = await readJson(primary, new URL(bootstrapUrl), bootstrapBytesMax, bootstrap)
  if (file === null) {
    kept.set(net, { services: null, until: clock.now() + 10 * minute })
    return null
  }
  const services = new Map(
    file.services.flatMap(([suffixes, bases]) => {
      const base = bases.map((text) => URL.parse(text)).find((url) => url?.protocol === 'https:')
      return base === null || base === undefined
        ? []
        : suffixes.map((suffix) => [suffix.toLowerCase(), base] as const)
    }),
  )
  kept.set(net, { services, until: clock.now() + day })
  return services
}

/** A foreign answer in our shape, or null: no such page, no JSON, another shape, or nothing learnt at all. */
async function readJson<Shape>(
  { get }: Perspective,
  url: URL,
  bytesMax: number,
  shape: z.ZodType<Shape>,
): Promise<Shape | null> {
  try {
    const accept = 'application/rdap+json, application/json'
    const page = await get(url.href, { bytesMax, target: url.hostname, accept })
    const isPlain = [page.url, ...page.redirects].some((hop) => !hop.startsWith('https://'))
    if (page.status !== 200 || page.truncated || isPlain) return null
    return shape.safeParse(JSON.parse(page.body)).data ?? null
  } catch (error) {
    if (error instanceof Unreachable || error instanceof SyntaxError) return null
    throw error
  }
}
