import { second } from '#base/clock.ts'
import type { Deps } from '#base/deps.ts'
import type { Result } from '#base/result.ts'
import { createMemory } from '#db/memory.ts'
import type { Answer } from './answer.ts'
import { lookUp, type LookupReason } from './lookup.ts'

/** What a lookup says may be half a minute old before HTTP keeps it; a bulk answer, which HTTP does not keep, too. */
const keptFor = 30 * second
const charactersMax = 8_000_000
/** What an answer weighs, roughly. */
const answerCharacters = 2_000

type Found = Result<Answer, LookupReason>

/** `lookUp` for many questions at once, asked again and again: what was just answered is not read anew. */
export function keepLookups(seams: Pick<Deps, 'db' | 'clock'>): (input: string) => Promise<Found> {
  const memory = createMemory<Found>(seams, { keptFor, charactersMax })
  return async (input) => {
    const known = memory.find(input)
    if (known !== undefined) return known
    const keep = memory.begin()
    const found = await lookUp(seams, input)
    keep(input, found, answerCharacters)
    return found
  }
}
