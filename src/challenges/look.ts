import { randomText, type Random } from '#base/random.ts'
import { Unreachable, type Net, type Perspective } from '#net/net.ts'
import { refused, unlearnt } from './finding.ts'
import type { Challenge, Finding, Method, MethodName } from './method.ts'
import { quorum } from './quorum.ts'

export type Look = {
  readonly method: MethodName
  readonly finding: Finding
  /** The primary first. */
  readonly perspectives: readonly PerspectiveFinding[]
}

export type PerspectiveFinding = {
  readonly perspective: string
  readonly outcome: Finding['kind']
  readonly reason: string | null
}

/** 80 bit: nobody can publish a record at the sibling's name beforehand. */
const siblingBytes = 10

/**
 * One look by one method through every perspective at once, corroborated. It decides nothing.
 * Silence of the outside world is a finding; anything else that goes wrong is a fault and is thrown.
 */
export async function lookAt(net: Net, method: Method, challenge: Challenge, random: Random): Promise<Look> {
  const [primary, ...remotes] = net.perspectives
  if (primary === undefined) throw new Error('A look needs at least one perspective')
  const report = async (perspective: Perspective) => ({
    perspective: perspective.name,
    finding: await findingOf(() => method.look(perspective, challenge, randomText(random, siblingBytes))),
  })
  const [first, ...others] = await Promise.all([report(primary), ...remotes.map(report)])
  const finding = quorum(first, others)
  return {
    method: method.name,
    finding: await diagnosed(primary, method, challenge, finding),
    perspectives: [first, ...others].map((told) => ({
      perspective: told.perspective,
      outcome: told.finding.kind,
      reason: told.finding.kind === 'proved' ? null : told.finding.reason,
    })),
  }
}

/** Better words for a refusal. A question that cannot be asked costs the words, never the outcome. */
async function diagnosed(
  primary: Perspective,
  method: Method,
  challenge: Challenge,
  finding: Finding,
): Promise<Finding> {
  const { diagnose } = method
  if (finding.kind !== 'refused' || diagnose === undefined) return finding
  const better = await findingOf(() => diagnose(primary, challenge, finding))
  return better.kind === 'refused' ? better : finding
}

/** The one place where net's Unreachable becomes a finding. */
async function findingOf(look: () => Promise<Finding>): Promise<Finding> {
  try {
    return await look()
  } catch (error) {
    // That a host has no address at all is positively known; every other silence is not.
    if (error instanceof Unreachable && error.reason === 'no_address')
      return refused('no_address', error.message)
    if (error instanceof Unreachable) return unlearnt(error.reason, error.message)
    throw error
  }
}
