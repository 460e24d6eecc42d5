import { readBody } from './body.ts'
import type { Post } from './post.ts'

/** Through the platform's own fetch. */
export function postWorkers(url: URL): Post {
  return async (message, { headers, bytesMax, signal }) => {
    // workerd knows no 'error'; a redirect is then a status that is not 200.
    const init = { method: 'POST', headers, body: message, redirect: 'manual', signal } as const
    const response = await fetch(url, init)
    const contentType = response.headers.get('content-type')
    return { status: response.status, contentType, ...(await readBody(response.body ?? [], bytesMax)) }
  }
}
