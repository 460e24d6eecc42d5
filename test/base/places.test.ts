import { expect, test, vi } from 'vitest'
import { createPlaces } from '#base/places.ts'

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

test('no more than so many of one key are under way, and other keys do not wait for them', async () => {
  const { names, work, end } = begun()
  const inPlace = createPlaces(2)
  const all = ['a', 'b', 'c'].map((name) => inPlace('acme.example', work(name)))
  const other = inPlace('other.example', work('other'))
  expect(names).toEqual(['a', 'b', 'other'])
  end('b')
  await vi.waitFor(() => expect(names).toEqual(['a', 'b', 'other', 'c']))
  for (const name of ['a', 'c', 'other']) end(name)
  expect(await Promise.all([...all, other])).toEqual(['a', 'b', 'c', 'other'])
})

test('work that fails gives its place up', async () => {
  const { names, work, end } = begun()
  const inPlace = createPlaces(1)
  const failing = inPlace('acme.example', work('failing'))
  const next = inPlace('acme.example', work('next'))
  end('failing', new Error('no'))
  await expect(failing).rejects.toThrow('no')
  await vi.waitFor(() => expect(names).toEqual(['failing', 'next']))
  end('next')
  expect(await next).toBe('next')
})

test('a place whose holder never came back is not lost for ever', async () => {
  vi.useFakeTimers()
  const { names, work, end } = begun()
  const inPlace = createPlaces(1)
  void inPlace('acme.example', work('cancelled'))
  const next = inPlace('acme.example', work('next'))
  await vi.advanceTimersByTimeAsync(4_000)
  expect(names).toEqual(['cancelled'])
  await vi.advanceTimersByTimeAsync(2_000)
  expect(names).toEqual(['cancelled', 'next'])
  end('next')
  expect(await next).toBe('next')
  vi.useRealTimers()
})
