import { readFileSync } from 'node:fs'
import { parseAccount } from '#accounts/parse-account.ts'

/** Addresses of real accounts read per second, on one core. */
export function benchParses(seconds: number): void {
  const urls = readFileSync('test/accounts/account-urls.tsv', 'utf8')
    .split('\n')
    .flatMap((line) => (line.startsWith('#') ? [] : (line.split('\t')[1] ?? [])))
  const readAll = () => urls.filter((url) => parseAccount(url).ok).length
  // Once for the compiler.
  const read = readAll()
  const start = performance.now()
  let rounds = 0
  do {
    readAll()
    rounds += 1
  } while (performance.now() - start < seconds * 1_000)
  const perSecond = (rounds * urls.length * 1_000) / (performance.now() - start)
  console.log(
    `Accounts read from their addresses: ${Math.round(perSecond)} per second (${read} of ${urls.length} are one)`,
  )
}
