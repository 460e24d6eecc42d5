import type { Net, Perspective } from '#net/net.ts'
import { answer, fetchPage } from './world-answers.ts'
import { emptyScript, scripting, type Scripting } from './world-script.ts'

export type { ScriptedPage } from './world-script.ts'

/** What a challenge's instruction, or its JSON from the API, says to publish. */
export type Publishable = {
  readonly method: string
  readonly name?: string | undefined
  readonly value?: string | undefined
  readonly url?: string | undefined
  readonly html?: string | undefined
}

export type World = ReturnType<typeof createWorld>

/**
 * The whole outside world, scripted. A name or host that nobody mentioned throws a plain Error: a test says what
 * it looks at. Mentioning one name makes its registrable domain a zone, under which other names answer NXDOMAIN,
 * hosts without a page have no address, and unscripted paths of a host with pages answer 404.
 */
export function createWorld(names: readonly string[] = ['primary.test', 'second.test', 'third.test']) {
  const everyone = emptyScript()
  const overrides = new Map(names.map((name) => [name, emptyScript()]))
  /** One line for each look: `primary.test TXT acme.com`, `second.test GET https://acme.com/`. */
  const asked: string[] = []
  const tags = new Map<string, readonly string[]>()
  const { dns, web } = scripting(everyone, everyone)
  // No registry is there unless a test says so: IANA's list of them answers 404.
  web.site('data.iana.org')
  // Nor is the target of a challenge's CNAME a name of its own.
  dns.zone('dcv.localhost')

  const perspectives = [...overrides].map(([name, script]): Perspective => {
    const scripts = [script, everyone]
    return {
      name,
      resolver: name,
      network: 'local',
      dns: {
        ask: async (question, type) => {
          asked.push(`${name} ${type} ${question}`)
          return answer(scripts, question, type)
        },
      },
      get: async (url, options) => {
        asked.push(`${name} GET ${url}`)
        return fetchPage(scripts, url, options)
      },
    }
  })
  const net: Net = { perspectives, resolvers: perspectives, remotes: [] }

  /** Publishes one instruction as the owner would, beside whatever is there. */
  function publish({ method, name = '', value = '', url = '', html = '' }: Publishable): void {
    if (method === 'dns-txt') dns.records(name, 'TXT', value)
    else if (method === 'dns-cname') dns.records(name, 'CNAME', value)
    else if (method === 'http-file') web.page(url, value)
    else if (method === 'html-meta') retag(url, [...(tags.get(url) ?? []), html])
    else throw new Error(`Nobody knows how to publish by ${method}`)
  }

  /** Takes back what `publish` published, and nothing else. */
  function unpublish({ method, name = '', value = '', url = '', html = '' }: Publishable): void {
    if (method === 'dns-txt') dns.remove(name, 'TXT', value)
    else if (method === 'dns-cname') dns.remove(name, 'CNAME', value)
    else if (method === 'http-file') web.remove(url)
    else retag(url, tags.get(url)?.filter((tag) => tag !== html) ?? [])
  }

  function retag(url: string, all: readonly string[]): void {
    tags.set(url, all)
    web.page(url, `<!doctype html><html><head><title>Home</title>${all.join('')}</head><body></body></html>`)
  }

  /** The same scripting for one perspective alone; a name or URL it mentions hides everyone else's. */
  function at(perspective: string): Scripting {
    const script = overrides.get(perspective)
    if (script === undefined) throw new Error(`The world has no perspective ${perspective}`)
    return scripting(script, everyone)
  }

  return { net, dns, web, at, asked, publish, unpublish }
}
