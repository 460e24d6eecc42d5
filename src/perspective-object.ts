import { systemClock } from '#base/clock.ts'
import { systemRandom } from '#base/random.ts'
import { parseDomainName } from '#challenges/domain-name.ts'
import { lookForAnother } from '#challenges/look-for-another.ts'
import { lookRequest } from '#challenges/look-wire.ts'
import { createColo } from '#net/colo.ts'
import { objectPlaces } from '#net/remote-object.ts'
import { createWorkersNet } from '#net/workers-net.ts'
import { readConfig } from './config.ts'

/**
 * A perspective in a region of the platform's: the whole look is made there, through that region's own resolver, and
 * the report says in which data centre the object really runs. It keeps nothing; only our own Worker can reach it.
 */
export class PerspectiveObject {
  readonly #env: Readonly<Record<string, unknown>>
  #house: ReturnType<typeof build> | undefined

  constructor(_state: unknown, env: Readonly<Record<string, unknown>>) {
    this.#env = env
  }

  /** `POST /<region>` with a look's request. Whoever asks wrongly gets no report, which is a miss. */
  async fetch(asked: Request): Promise<Response> {
    this.#house ??= build(this.#env, new URL(asked.url).pathname.slice(1))
    const { atHome, perspective, colo, clock } = this.#house
    const request = lookRequest.parse(await asked.json())
    const domain = parseDomainName(request.domain, { acceptReserved: atHome })
    if (!domain.ok) return Response.json(domain.refusal, { status: 422 })
    const here = [{ ...perspective, network: await colo() }]
    const net = { perspectives: here, resolvers: here, remotes: [] }
    return Response.json(await lookForAnother({ net, clock, random: systemRandom }, request, domain.value))
  }
}

/** An object is asked for one region only: it is named for it. */
function build(env: Readonly<Record<string, unknown>>, named: string) {
  const { dohUrls, clockOffsetSeconds, atHome } = readConfig(env)
  const place = objectPlaces(dohUrls).find(({ region }) => region === named)
  const [perspective] = place === undefined ? [] : createWorkersNet({ dohUrls: [place.dohUrl] }).perspectives
  if (perspective === undefined) throw new Error(`No resolver is looked through from ${named}`)
  const clock = systemClock(clockOffsetSeconds)
  return { atHome, perspective, clock, colo: createColo(clock, `Veramarca (${named})`) }
}
