import { base64nopad } from '@scure/base'

/** sqld reads the database's name from this header (or the Host, which neither runtime lets us choose). */
export function namespaceFetch(namespace: string): (request: Request) => Promise<Response> {
  const name = base64nopad.encode(new TextEncoder().encode(namespace))
  return async (request) => {
    request.headers.set('x-namespace-bin', name)
    return await fetch(request)
  }
}
