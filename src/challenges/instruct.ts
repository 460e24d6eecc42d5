import type { Challenge, Instruction } from './method.ts'
import { methods } from './methods/index.ts'

/** What to publish, one instruction for each method; any one of them is enough. */
export function instruct(challenge: Challenge): readonly Instruction[] {
  return Object.values(methods).map((method) => method.instruct(challenge))
}
