import type { Context } from 'hono'
import type { Env } from './endpoint.ts'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Refusal } from '#base/result.ts'
import type { Told } from '#base/told.ts'
import { languageOf } from '#language.ts'
import { problems, type Reason } from '#problems.ts'
import { titleOf } from '#problem-titles.ts'

/** RFC 9457. The refusal's own words are the detail; the status comes from the one table. */
export function answerProblem(c: Context<Env>, refusal: Refusal<Reason>): Response {
  const { status } = problems[refusal.reason]
  const language = languageOf(c)
  return problemResponse(
    c,
    status,
    {
      type: `${c.get('publicUrl')}/problems/${refusal.reason}`,
      title: titleOf(refusal.reason, language),
      status,
      reason: refusal.reason,
      ...(refusal.retryAfter === undefined ? {} : { retry_after: refusal.retryAfter }),
    },
    refusal.detail,
  )
}

const faultDetail: Told = {
  en: 'Nothing was changed, or all of it was. Ask again, and tell us the request id if it goes on.',
  es: 'No se cambió nada, o se cambió todo. Inténtalo otra vez y, si sigue igual, dinos el identificador de la petición.',
  pl: 'Nie zmieniono nic albo zmieniono wszystko. Spróbuj ponownie, a jeśli to się powtarza, podaj nam identyfikator żądania.',
}

/** Our fault, not the caller's. What went wrong stays in our log, under the request's id. */
export function answerFault(c: Context<Env>): Response {
  return problemResponse(
    c,
    500,
    {
      type: 'about:blank',
      title: titleOf('internal_error', languageOf(c)),
      status: 500,
      reason: 'internal_error',
    },
    faultDetail,
  )
}

function problemResponse(
  c: Context<Env>,
  status: ContentfulStatusCode,
  problem: Readonly<Record<string, string | number>>,
  detail: Told,
): Response {
  const requestId = c.get('requestId')
  const language = languageOf(c)
  const isEnglishOnly = language !== 'en' && detail[language] === detail.en
  c.header('Cache-Control', 'no-store')
  if (status === 401) c.header('WWW-Authenticate', 'Bearer')
  const { retry_after: retryAfter } = problem
  if (retryAfter !== undefined) c.header('Retry-After', String(retryAfter))
  return c.body(JSON.stringify({ ...problem, detail: detail[language], request_id: requestId }), status, {
    'Content-Type': 'application/problem+json',
    'Content-Language': isEnglishOnly ? `${language}, en` : language,
  })
}
