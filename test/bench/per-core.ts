/** Times a second of one core's own time, whoever else is at work on it; a few times before that for the compiler. */
export async function perCoreSecond(
  seconds: number,
  act: (n: number) => unknown,
  warm = 20,
): Promise<number> {
  for (let n = 1; n <= warm; n += 1) await act(n)
  const before = process.cpuUsage()
  const spent = () => {
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1_000_000
  }
  let done = 0
  while (spent() < seconds) await act((done += 1))
  return done / spent()
}
