import { expect, test } from 'vitest'
import { createTurns } from '#net/turns.ts'

/** Work that ends when the test says so. */
function begun() {
  const names: string[] = []
  const ends = new Map<string, (error?: Error) => void>()
  const work = (name: string) => async () => {
    names.push(name)
    await new Promise<void>((resolve, reject) =>
      ends.set(name, (error) => (error === undefined ? resolve() : reject(error))),
    )
    return name
  }
  return { names, work, end: (name: string, error?: Error) => ends.get(name)?.(error) }
}

test('no more than so many of one key are under way, in the order of asking, and other keys do not wait', async () => {
  const { names, work, end } = begun()
  const inTurn = createTurns(2)
  const all = ['a', 'b', 'c', 'd'].map((name) => inTurn('acme.example', work(name)))
  const other = inTurn('other.example', work('other'))
  await Promise.resolve()
  expect(names).toEqual(['a', 'b', 'other'])
  end('b')
  await all[1]
  expect(names).toEqual(['a', 'b', 'other', 'c'])
  for (const name of ['a', 'c', 'other']) end(name)
  await other
  await all[2]
  end('d')
  expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd'])
})

test('work that fails gives its turn on', async () => {
  const { names, work, end } = begun()
  const inTurn = createTurns(1)
  const failing = inTurn('acme.example', work('failing'))
  const next = inTurn('acme.example', work('next'))
  end('failing', new Error('no'))
  await expect(failing).rejects.toThrow('no')
  await Promise.resolve()
  expect(names).toEqual(['failing', 'next'])
  end('next')
  expect(await next).toBe('next')
})
