import type { Clock } from '#base/clock.ts'
import type { Db } from './open.ts'

export type Memory<Value> = {
  /** What is kept under the key and still fresh. */
  find(key: string): Value | undefined
  /**
   * To be called before anything is read. Gives what keeps the outcome, unless somebody wrote meanwhile: it may be of
   * before that.
   */
  begin(): (key: string, value: Value, characters: number) => void
}

type Bounds = {
  /** Milliseconds. */
  readonly keptFor: number
  /** Beyond this all is forgotten; the next askers have it read anew. */
  readonly charactersMax: number
}

/** Keeps what was read from the database in this process's memory until it is old or anything has been written. */
export function createMemory<Value>(
  { db, clock }: { readonly db: Pick<Db, 'onWrite'>; readonly clock: Clock },
  { keptFor, charactersMax }: Bounds,
): Memory<Value> {
  const kept = new Map<string, { readonly value: Value; readonly until: number }>()
  let generation = 0
  let characters = 0
  const forget = () => {
    kept.clear()
    characters = 0
  }
  db.onWrite(() => {
    generation += 1
    forget()
  })
  return {
    find(key) {
      const found = kept.get(key)
      return found !== undefined && clock.now() < found.until ? found.value : undefined
    },
    begin() {
      const asked = generation
      return (key, value, weight) => {
        if (asked !== generation) return
        characters += key.length + weight
        if (characters > charactersMax) forget()
        kept.set(key, { value, until: clock.now() + keptFor })
      }
    },
  }
}
