const triesMax = 10
const stepMs = 40

/**
 * How a database server is asked: again, a little later each time, while it says 429, which is too much at once and
 * nothing done (sqld serves 128 requests at a time). After 2 s, as long as an embedded file's lock is waited for, its
 * answer is given as it is.
 */
export async function patientFetch(
  request: Request,
  ask: (request: Request) => Promise<Response> = fetch,
): Promise<Response> {
  for (let tried = 1; ; tried += 1) {
    const response = await ask(request.clone())
    if (response.status !== 429 || tried === triesMax) return response
    await response.body?.cancel()
    await new Promise((resolve) => setTimeout(resolve, tried * stepMs))
  }
}
