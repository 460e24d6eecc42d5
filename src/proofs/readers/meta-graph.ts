import { z } from 'zod'
import type { SilentReason } from '#proofs/platform-silent.ts'

export const graphHost = 'graph.facebook.com'
export const graph = `https://${graphHost}/v23.0`

const errorShape = z.object({ error: z.object({ code: z.number(), message: z.string() }) })

/** Application, user, page and custom limits. */
const limits = new Set([4, 17, 32, 613])
const tokenRefused = new Set([10, 102, 190, 200])

/** The Graph says everything with status 400, and means it by the code. */
export function graphMeaning(status: number, json: unknown): 'missing' | SilentReason | null {
  const told = errorShape.safeParse(json)
  if (status < 400 || !told.success) return null
  const { code, message } = told.data.error
  if (limits.has(code)) return 'rate_limited'
  if (tokenRefused.has(code)) return 'forbidden'
  // The same code also refuses to tell of people, in other words.
  return code === 803 && message.includes('Some of the aliases you requested do not exist') ? 'missing' : null
}
