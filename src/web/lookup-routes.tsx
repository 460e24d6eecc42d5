import { Hono, type Context } from 'hono'
import { findInText } from '#accounts/find-in-text.ts'
import { readPasted } from '#accounts/read-pasted.ts'
import type { Deps } from '#base/deps.ts'
import type { Language } from '#i18n/languages.ts'
import { keepLookups } from '#registry/kept-lookup.ts'
import { listEvents } from '#registry/history.ts'
import { lookUp } from '#registry/lookup.ts'
import { namesIn } from '#registry/names-in.ts'
import { brief, fresh, serveVersioned } from './caching.ts'
import { fieldsOf } from './form.ts'
import { render } from './layout.tsx'
import { words } from './lookup-words.ts'
import { pageOf } from './page.ts'
import { AnswerPage } from './pages/answer.tsx'
import { AnswersPage } from './pages/answers.tsx'
import { HomePage } from './pages/home.tsx'
import { problemPage } from './pages/problem.tsx'
import { lookupScript } from './scripts/lookup.ts'

/** As many as the API answers at once. */
const questionsMax = 100
/** The newest of what was decided about what was asked; the rest is on the brand's own page. */
const eventsShown = 5
/** Of a pasted text; what is behind is not read. */
const charactersMax = 40_000
/** What every server and browser on the way takes as an address. */
const addressMax = 6_000

/** The home page, and what it answers. */
export function lookupRoutes(deps: Pick<Deps, 'db' | 'clock' | 'site'>): Hono {
  const { publicUrl } = deps.site
  const web = new Hono()
  const look = keepLookups(deps)

  web.get('/', async (c) => {
    const text = c.req.query('q')?.trim() ?? ''
    if (text !== '') return await answer(c, text, brief)
    return c.html(render(<HomePage publicUrl={publicUrl} />, pageOf(c)), 200, { 'cache-control': fresh })
  })

  // What fits into an address goes on to one, so that it can be shared; asking changes nothing, from wherever it comes.
  web.post('/', async (c) => {
    const field = await fieldsOf(c)
    const text = field('q')
    const address = text === '' ? '/' : `/?q=${encodeURIComponent(text)}`
    if (address.length <= addressMax) return c.redirect(address, 303)
    return await answer(c, text, 'no-store')
  })

  const { version, source } = lookupScript
  const type = 'text/javascript; charset=utf-8'
  serveVersioned(web, '/lookup.js', { type, version, body: source })

  const answer = async (c: Context, text: string, caching: string) => {
    const { language } = pageOf(c)
    const { questions, total } = findInText(text.slice(0, charactersMax), questionsMax)
    const [only = text] = questions
    if (questions.length > 1) {
      const rows = await Promise.all(
        questions.map(async (asked) => {
          const found = await look(asked)
          return found.ok ? { asked, answer: found.value } : { asked, problem: problemOf(asked, language) }
        }),
      )
      c.set(
        'named',
        rows.flatMap(({ answer: each }) => (each === undefined ? [] : namesIn(each))),
      )
      return c.html(render(<AnswersPage {...{ text, rows, total }} />, pageOf(c)), 200, {
        'cache-control': caching,
      })
    }
    const found = await lookUp(deps, only)
    if (found.ok) {
      c.set('named', namesIn(found.value))
      const { brand, logIndex } = found.value
      const known = brand === null || logIndex === null ? null : { sameAs: logIndex, limit: eventsShown }
      const history = known === null ? [] : (await listEvents(deps, known)).items
      const page = <AnswerPage answer={found.value} history={history} />
      return c.html(render(page, pageOf(c)), 200, { 'cache-control': caching })
    }
    const title = words(language)('problem')
    const detail = problemOf(only, language)
    return c.html(problemPage({ status: 422, title, detail, query: text }, pageOf(c)), 422, {
      'cache-control': fresh,
    })
  }
  return web
}

/** Why a question has no answer, for whoever asked it. */
function problemOf(asked: string, language: Language): string {
  const say = words(language)
  const reading = readPasted(asked)
  if (reading.kind === 'page') {
    return say('page', { text: reading.text.slice(0, 100), platform: reading.platform.name })
  }
  return say(/\s/u.test(asked.trim()) ? 'nothingIn' : 'unread')
}
