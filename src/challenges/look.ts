import type { Deps } from '#base/deps.ts'
import type { PerspectiveFinding } from '#base/evidence.ts'
import type { Panel } from '#base/panel.ts'
import { randomText } from '#base/random.ts'
import { Unreachable, type Perspective } from '#net/net.ts'
import { apart } from './apart.ts'
import { refused, unlearnt } from './finding.ts'
import type { Challenge, Finding, Method, MethodName } from './method.ts'
import { isDnsMethod } from './panel.ts'
import { withNextStep } from './next-steps.ts'
import { policyAgainst } from './policy.ts'
import { quorum } from './quorum.ts'
import { askRemote } from './remote-look.ts'
import { toldBy, type Report } from './report.ts'
import { signposted } from './signpost.ts'
import { witness } from './witness.ts'

export type Look = {
  readonly method: MethodName
  readonly finding: Finding
  /** The primary first. */
  readonly perspectives: readonly PerspectiveFinding[]
  /** Where to put the record, after a refusal whose DNS is run by a provider that we know. */
  readonly panel: Panel | null
}

type Seams = Pick<Deps, 'net' | 'random' | 'clock'>

/** 80 bit: nobody can publish a record at the sibling's name beforehand. */
const siblingBytes = 10

/**
 * One look by one method through every perspective at once, corroborated. It decides nothing.
 * Silence of the outside world is a finding; anything else that goes wrong is a fault and is thrown.
 */
export async function lookAt(seams: Seams, method: Method, challenge: Challenge): Promise<Look> {
  const [primary, ...beside] = seams.net.perspectives
  if (primary === undefined) throw new Error('A look needs at least one perspective')
  const report = (perspective: Perspective) => lookFrom(seams, perspective, method, challenge)
  const [first, near, far] = await Promise.all([
    report(primary),
    Promise.all(beside.map(report)),
    Promise.all(seams.net.remotes.map((remote) => askRemote(seams.clock, remote, method.name, challenge))),
  ])
  const others = [...near, ...apart(far, [first, ...near])]
  const finding = quorum(first, others)
  return {
    method: method.name,
    ...(await diagnosed(primary, method, challenge, finding)),
    perspectives: [first, ...others].map(toldBy),
  }
}

/** One perspective's look, with what it asked. Others may have it made by us: nothing here knows of a quorum. */
export async function lookFrom(
  { random, clock }: Pick<Seams, 'random' | 'clock'>,
  place: Perspective,
  method: Method,
  challenge: Challenge,
): Promise<Report> {
  const { perspective, evidence } = witness(clock, place)
  const sibling = randomText(random, siblingBytes)
  const finding = await findingOf(async () => {
    const seen = await method.look(perspective, challenge, sibling)
    if (seen.kind !== 'proved') return seen
    return (await policyAgainst(perspective, method.name, challenge)) ?? seen
  })
  const { name, resolver, network } = place
  return { perspective: name, resolver, network, finding, evidence: evidence() }
}

/** Better words, and the next step. A question that cannot be asked costs the words, never the outcome. */
async function diagnosed(
  primary: Perspective,
  method: Method,
  challenge: Challenge,
  finding: Finding,
): Promise<Pick<Look, 'finding' | 'panel'>> {
  if (finding.kind === 'proved') return { finding, panel: null }
  if (finding.kind === 'unreachable') return { finding: withNextStep(finding), panel: null }
  const { name, diagnose } = method
  const better =
    diagnose === undefined ? finding : await findingOf(() => diagnose(primary, challenge, finding))
  const refusal = better.kind === 'refused' ? better : finding
  if (!isDnsMethod(name)) return { finding: refusal, panel: null }
  const { refusal: told, panel } = await signposted(primary.dns, name, challenge, refusal)
  return { finding: told, panel }
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
