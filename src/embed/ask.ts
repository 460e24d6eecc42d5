import type { Answer, Registry } from './registry.ts'

const patience = 10_000
const charactersMax = 512 * 1_024
/** Long enough for all tags of a page that loads; the minute in which an answer is fresh is the caches' on the way. */
const sharedFor = 2_000

/** The registry that this script came from. All tags of a page share what was asked. */
export function askRegistry(origin: string): Registry {
  const asked = new Map<string, { readonly at: number; readonly answer: Promise<Answer> }>()
  const now = () => Date.now()
  return {
    origin,
    now,
    get(path, anew) {
      const key = `${anew}${path}`
      const known = asked.get(key)
      if (known !== undefined && now() - known.at < sharedFor) return known.answer
      const answer = ask(`${origin}${path}`, anew)
      asked.set(key, { at: now(), answer })
      return answer
    },
  }
}

/** Nobody is told who reads which page: no cookies, no referrer, no redirection to elsewhere. */
async function ask(url: string, anew: boolean): Promise<Answer> {
  try {
    const response = await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      cache: anew ? 'reload' : 'default',
      signal: AbortSignal.timeout(patience),
    })
    const { status } = response
    const text = await response.text()
    return (status === 200 || status === 404) && text.length <= charactersMax ? { status, text } : null
  } catch {
    return null
  }
}
